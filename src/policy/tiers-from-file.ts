/** Tiers from their data: `policies/tiers.yaml` and the tiers of a configuration, each of which extends a built-in one. */
import { literal } from '../conditions/literal.ts';
import { asDuration } from '../conditions/operators/measure.ts';
import { documentMap, type DocumentMap } from '../core/document.ts';
import { parseDuration } from '../core/duration.ts';
import type { TierFile, TierRangeFile } from './policy-file.ts';
import { Tiers, type Tier, type TierRange } from './tiers.ts';

/** `own` are the user's. A parameter that a built-in tier lacks is that of the next higher tier. */
export function tiersFromFile(
  builtIn: Readonly<Record<string, TierFile>>,
  own: Readonly<Record<string, TierFile>> = {},
): Tiers {
  const files = Object.entries(builtIn).toSorted(([, one], [, other]) => (one.order ?? 0) - (other.order ?? 0));
  const tiers: Tier[] = [];
  let higher: DocumentMap = documentMap([]);
  for (const [name, file] of files.toReversed()) {
    const tier = onTopOf({ ...ground, name, base: name, parameters: higher }, file);
    higher = tier.parameters;
    tiers.unshift(tier);
  }
  for (const [name, file] of Object.entries(own)) {
    const at = tiers.findIndex((tier) => tier.name === file.extends);
    const base = tiers[at];
    if (base !== undefined) tiers.splice(at + 1, 0, onTopOf({ ...base, name }, file));
  }
  return new Tiers(tiers);
}

const anyTime: TierRange = { best: 0, worst: Infinity, exclusive: false };

/** What a tier holds that its file does not say and that it inherits from no other. */
const ground: Tier = {
  name: '',
  base: '',
  cost: 0,
  objectives: { rto: anyTime, rpo: anyTime },
  steps: { data: 0, compute: 0, traffic: 0 },
  parameters: documentMap([]),
};

function onTopOf(tier: Tier, { cost, objectives, steps, parameters }: TierFile): Tier {
  const named = Object.entries(parameters ?? {}).map(([key, value]) => [key, asDuration(literal(value))] as const);
  return {
    ...tier,
    cost: cost ?? tier.cost,
    objectives: {
      rto: rangeOf(objectives?.rto) ?? tier.objectives.rto,
      rpo: rangeOf(objectives?.rpo) ?? tier.objectives.rpo,
    },
    steps: { ...tier.steps, ...steps },
    parameters: documentMap([...Object.entries(tier.parameters), ...named]),
  };
}

function rangeOf(file: TierRangeFile | undefined): TierRange | undefined {
  if (file === undefined) return undefined;
  const best = parseDuration(file.best) ?? anyTime.best;
  return { best, worst: parseDuration(file.worst) ?? anyTime.worst, exclusive: file.exclusive ?? false };
}
