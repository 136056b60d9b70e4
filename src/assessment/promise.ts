/** What is promised for a disruption, by stated objectives or by a tier, and whether an estimate keeps it. */
import type { Objectives } from '../config/config.ts';
import { exactly, isAtMost, type Interval } from '../core/interval.ts';
import { and, type Truth } from '../core/truth.ts';
import type { Basis, Disruption, EstimatePromise } from './assessment.ts';

export interface PromiseSettings {
  /** Undefined where a tier alone is stated, or nothing. */
  readonly objectives: Objectives | undefined;
  /** Longest time between recovery points that the tier allows; seconds. */
  readonly backupGap: number | undefined;
  /** The tier, or the one it extends, asks for nothing but backups. */
  readonly backupOnly: boolean;
  readonly statesRecoveryRegion: boolean;
}

/** Figures of an estimate, and what each rests on. */
export interface PromisedFigures {
  readonly rpo: Interval | undefined;
  readonly rto: Interval;
  readonly basis: { readonly rpo: Basis; readonly rto: Basis };
}

/** A recovery from deletion or corruption that nobody stated a time for takes a day at most. */
const dayOfRestoring = 86_400;

export function promiseOf(
  disruption: Disruption,
  figures: PromisedFigures,
  settings: PromiseSettings,
): EstimatePromise | undefined {
  const promised = promisedFor(disruption, settings);
  return promised === undefined ? undefined : { ...promised, ...kept(promised, figures) };
}

type Promised = Pick<EstimatePromise, 'rpo' | 'rto' | 'source'>;

const atAll: Promised = { rpo: undefined, rto: undefined, source: 'tier' };

/** Undefined: nothing is promised for it. */
function promisedFor(disruption: Disruption, settings: PromiseSettings): Promised | undefined {
  const own = settings.objectives?.perDisruption[disruption];
  if (own !== undefined) return { ...over(own, generalFor(disruption, settings)), source: 'stated' };
  if (disruption === 'account') return undefined;
  if (!statesObjectives(settings)) {
    return disruption === 'region' && !promisesRegion(settings) ? undefined : atAll;
  }
  const { rpo, rto } = generalFor(disruption, settings);
  return { rpo, rto, source: isRestored(disruption) ? 'tier' : 'stated' };
}

function statesObjectives({ objectives }: PromiseSettings): boolean {
  return objectives?.rto !== undefined || objectives?.rpo !== undefined;
}

/** What brings contents back is a recovery point, as old as the tier allows, and a day is what it may take. */
function generalFor(disruption: Disruption, { objectives, backupGap }: PromiseSettings): Pair {
  if (disruption === 'account') return nothingStated;
  return isRestored(disruption) ? { rpo: backupGap, rto: dayOfRestoring } : (objectives ?? nothingStated);
}

const nothingStated: Pair = { rpo: undefined, rto: undefined };

function isRestored(disruption: Disruption): boolean {
  return disruption === 'data' || disruption === 'deletion';
}

/** Backups alone promise nothing for the loss of a Region, unless another one is stated. */
function promisesRegion({ backupOnly, statesRecoveryRegion }: PromiseSettings): boolean {
  return !backupOnly || statesRecoveryRegion;
}

type Pair = Pick<EstimatePromise, 'rpo' | 'rto'>;

/** What is stated for one disruption goes before what is stated for all. */
function over(own: Pair, general: Pair): Pair {
  return { rpo: own.rpo ?? general.rpo, rto: own.rto ?? general.rto };
}

/** Whether the figures fit, and what the one rests on that does not. */
function kept(
  promised: Promised,
  { rpo, rto, basis }: PromisedFigures,
): { readonly holds: Truth; readonly basis: Basis } {
  const back = and(isBack(rpo), isBack(rto));
  const inLoss = fits(rpo, promised.rpo);
  const inTime = fits(rto, promised.rto);
  const holds = and(back, inLoss, inTime);
  if (back === 'no' || inLoss === 'no') return { holds, basis: back === 'no' ? 'documented' : basis.rpo };
  return { holds, basis: inTime === 'no' ? basis.rto : 'documented' };
}

/** What is lost never comes back. */
function isBack(figure: Interval | undefined): Truth {
  if (figure === undefined || figure.high < Infinity) return 'yes';
  return figure.low === Infinity ? 'no' : 'unknown';
}

function fits(figure: Interval | undefined, objective: number | undefined): Truth {
  if (figure === undefined || objective === undefined) return 'yes';
  return isAtMost(figure, exactly(objective));
}
