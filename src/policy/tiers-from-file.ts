/** Tiers from their data: `policies/tiers.yaml` and the tiers of a configuration, each of which extends another one. */
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
    const tier = onTopOf({ ...ground, name, base: name, lineage: [name], parameters: higher }, file);
    higher = tier.parameters;
    tiers.unshift(tier);
  }
  for (const tier of ownTiers(tiers, own)) tiers.splice(placeOf(tier, tiers), 0, tier);
  return new Tiers(tiers);
}

/** The user's tiers, each after the one that it is on top of; what is on top of nothing that exists is left out. */
function ownTiers(builtIn: readonly Tier[], own: Readonly<Record<string, TierFile>>): readonly Tier[] {
  const made = new Map(builtIn.map((tier) => [tier.name, tier]));
  const open = new Map(Object.entries(own));
  const tiers: Tier[] = [];
  for (let size = -1; size !== open.size;) {
    size = open.size;
    for (const [name, file] of open) {
      const base = made.get(file.extends ?? '');
      if (base === undefined) continue;
      const tier = onTopOf({ ...base, name, lineage: [name, ...base.lineage] }, file);
      made.set(name, tier);
      tiers.push(tier);
      open.delete(name);
    }
  }
  return tiers;
}

/** Right after the highest tier that asks for no more than it does on any ladder. */
function placeOf({ steps }: Tier, tiers: readonly Tier[]): number {
  const highest = tiers.findLastIndex(
    (other) =>
      other.steps.data <= steps.data && other.steps.compute <= steps.compute && other.steps.traffic <= steps.traffic,
  );
  return highest + 1;
}

const anyTime: TierRange = { best: 0, worst: Infinity, exclusive: false };

/** What a tier holds that its file does not say and that it inherits from no other. */
const ground: Tier = {
  name: '',
  base: '',
  lineage: [],
  cost: 0,
  objectives: { rto: anyTime, rpo: anyTime },
  steps: { data: 0, compute: 0, traffic: 0 },
  parameters: documentMap([]),
  levels: {},
};

function onTopOf(tier: Tier, { cost, objectives, steps, parameters, levels }: TierFile): Tier {
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
    levels: { ...tier.levels, ...levels },
  };
}

function rangeOf(file: TierRangeFile | undefined): TierRange | undefined {
  if (file === undefined) return undefined;
  const best = parseDuration(String(file.best)) ?? anyTime.best;
  return { best, worst: parseDuration(String(file.worst)) ?? anyTime.worst, exclusive: file.exclusive ?? false };
}
