/** The tiers as data: their order, what they promise and ask, and the parameters that policies read as `$tier`. */
import { documentMap, MeasureLeaf, type Document, type DocumentMap } from '../core/document.ts';
import { exactly } from '../core/interval.ts';
import type { LadderName } from '../assessment/assessment.ts';
import type { Level } from '../core/level.ts';
import type { Policy } from './policy.ts';

/** What the pattern can be engineered to and what it must be expected to take; seconds. */
export interface TierRange {
  readonly best: number;
  readonly worst: number;
  /** An objective of exactly `best` already belongs to the next tier. */
  readonly exclusive: boolean;
}

export interface Tier {
  readonly name: string;
  /** The built-in tier it is on top of; its own name for a built-in one. */
  readonly base: string;
  /** Itself, and the tiers that it is on top of: the nearest first, a built-in one last. */
  readonly lineage: readonly string[];
  readonly cost: number;
  readonly objectives: { readonly rto: TierRange; readonly rpo: TierRange };
  /** 0–3 per ladder, as model.md's table has them. */
  readonly steps: Readonly<Record<LadderName, number>>;
  /** Durations as measures in seconds, shares and counts as numbers. */
  readonly parameters: DocumentMap;
  /** Policy → level, for those whose own level does not hold at this tier. */
  readonly levels: Readonly<Record<string, Level>>;
}

/** Objectives in seconds that tighten a tier's parameters. */
export interface StatedObjectives {
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  /** Stated for the `data` disruption alone. */
  readonly dataRpo: number | undefined;
}

export class Tiers {
  /** Ascending; a tier of the user's own stands after those that ask for no more. */
  readonly all: readonly Tier[];
  readonly #byName: ReadonlyMap<string, Tier>;

  constructor(all: readonly Tier[]) {
    this.all = all;
    this.#byName = new Map(all.map((tier) => [tier.name, tier]));
  }

  get names(): readonly string[] {
    return this.all.map(({ name }) => name);
  }

  get(name: string): Tier | undefined {
    return this.#byName.get(name);
  }

  isTier(name: string): boolean {
    return this.#byName.has(name);
  }

  /** The cheapest tier whose pattern can meet the objectives; those that are not stated ask for nothing. */
  sufficientFor({ rto, rpo }: Pick<StatedObjectives, 'rto' | 'rpo'>): string {
    const sufficient = this.all.filter(({ objectives }) => meets(objectives.rto, rto) && meets(objectives.rpo, rpo));
    const [first, ...others] = sufficient.length > 0 ? sufficient : this.all.slice(-1);
    let cheapest = first;
    for (const tier of others) if (cheapest === undefined || tier.cost < cheapest.cost) cheapest = tier;
    return cheapest?.name ?? '';
  }

  /** The level of a policy at a tier: as the tier states it, else as the policy does. */
  levelOf({ id, level }: Pick<Policy, 'id' | 'level'>, name: string): Level | undefined {
    const stated = this.get(name)?.levels;
    return stated !== undefined && Object.hasOwn(stated, id) ? stated[id] : this.at(level, name);
  }

  /**
   * What holds at a tier of something that is given tier by tier: the tier's own entry, else that of the tiers it extends,
   * else that of the next higher one; above the highest entry, the highest.
   */
  at<T>(byTier: Readonly<Record<string, T>>, name: string): T | undefined {
    const { lineage, base } = this.get(name) ?? { lineage: [name], base: name };
    const own = lineage.find((each) => Object.hasOwn(byTier, each));
    if (own !== undefined) return byTier[own];
    const builtIn = this.all.filter((tier) => tier.name === tier.base).map((tier) => tier.name);
    const start = builtIn.indexOf(base);
    const higher = builtIn.slice(start).find((each) => Object.hasOwn(byTier, each));
    const nearest = higher ?? builtIn.findLast((each) => Object.hasOwn(byTier, each));
    return nearest === undefined ? undefined : byTier[nearest];
  }
}

function meets(range: TierRange, objective: number | undefined): boolean {
  if (objective === undefined) return true;
  return range.exclusive ? range.best < objective : range.best <= objective;
}

/**
 * `$tier`: the tier's parameters, tightened by stated objectives. No gap between recovery points may exceed the stated
 * RPO of the `data` disruption and, where nothing replicates, the stated RPO; `switch` is half of the stated RTO.
 */
export function tierDocument(tier: Tier, objectives: StatedObjectives, isReplicated: boolean): DocumentMap {
  const limits = [objectives.dataRpo, isReplicated ? undefined : objectives.rpo].filter((each) => each !== undefined);
  const gap = secondsOf(tier.parameters['backupGap']);
  const entries = new Map<string, Document>(Object.entries(tier.parameters));
  if (gap !== undefined) entries.set('backupGap', seconds(Math.min(gap, ...limits)));
  if (objectives.rto !== undefined) entries.set('switch', seconds(objectives.rto / 2));
  return documentMap(entries);
}

function seconds(amount: number): MeasureLeaf {
  return new MeasureLeaf('seconds', exactly(amount));
}

function secondsOf(document: Document | undefined): number | undefined {
  return document instanceof MeasureLeaf ? document.interval().low : undefined;
}
