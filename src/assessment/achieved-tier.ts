/**
 * From the three ladders to the tier that certainly holds, and the higher one that may. A ladder without members holds
 * nothing back, but a tier needs evidence: something that leaves the Region, or a member on a ladder.
 */
import type { DocumentMap } from '../core/document.ts';
import type { Interval } from '../core/interval.ts';
import { isAtLeast } from '../core/interval.ts';
import { and, or, truthOf, type Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { Ladder, LadderMember, LadderName } from './assessment.ts';
import { distinct } from './ladder-step.ts';
import type { UnreadModule } from '../graph/build-graph.ts';

/** What a tier asks of each ladder; in ascending order of tiers. */
export interface TierSteps {
  readonly name: string;
  /** The built-in tier it is on top of; its own name for a built-in one. */
  readonly base: string;
  readonly steps: Readonly<Record<LadderName, number>>;
  readonly parameters: DocumentMap;
}

export interface Achievement {
  readonly achieved: string;
  readonly possible: string | undefined;
  readonly possibleIf: readonly UnknownSymbol[];
  readonly next: string | undefined;
  /** Members below the next tier's steps. */
  readonly below: readonly { readonly ladder: LadderName; readonly member: LadderMember }[];
}

/** @param couldHold whether what was not read may hold a member of it */
export function ladderOf(name: LadderName, members: readonly LadderMember[], couldHold: boolean): Ladder {
  let step: Interval = { low: Infinity, high: Infinity };
  for (const member of members) {
    step = { low: Math.min(step.low, member.step.low), high: Math.min(step.high, member.step.high) };
  }
  // Such a member may stand on the lowest step.
  if (couldHold) step = { low: 0, high: step.high };
  return { name, step, members };
}

export interface AchievementSettings {
  /** Something outside the scan switches traffic. */
  readonly trafficIsExternal: boolean;
  /** Recovery points or copies of something leave their Region. */
  readonly leavesRegion: Truth;
  /** Whether what could not be read may hold data. */
  readonly couldHoldData: boolean;
  readonly unread: readonly UnreadModule[];
}

export function achievedTier(
  ladders: readonly Ladder[],
  tiers: readonly TierSteps[],
  settings: AchievementSettings,
): Achievement {
  let achieved: TierSteps | undefined;
  let possible: TierSteps | undefined;
  for (const tier of tiers) {
    const holds = and(hasEvidence(tier, ladders, settings), ...ladders.map((each) => reaches(each, tier)));
    if (holds === 'yes') achieved = tier;
    if (holds !== 'no') possible = tier;
  }
  const next = tiers[achieved === undefined ? 0 : tiers.indexOf(achieved) + 1];
  const higher = possible === achieved ? undefined : possible;
  return {
    achieved: achieved?.name ?? 'none',
    possible: higher?.name,
    possibleIf: mustBecomeKnown(ladders, higher, settings.unread),
    next: next?.name,
    below: next === undefined ? [] : membersBelow(ladders, next),
  };
}

function reaches(ladder: Ladder, tier: TierSteps): Truth {
  const wanted = tier.steps[ladder.name];
  return wanted === 0 ? 'yes' : isAtLeast(ladder.step, { low: wanted, high: wanted });
}

/** `backup-restore`: something leaves the Region; above: a member on some ladder; with traffic by itself: on both others. */
function hasEvidence(tier: TierSteps, ladders: readonly Ladder[], settings: AchievementSettings): Truth {
  const members = (name: LadderName): number => ladders.find((ladder) => ladder.name === name)?.members.length ?? 0;
  if (tier.steps.compute === 0 && tier.steps.traffic === 0)
    return or(settings.leavesRegion, mayLeave(ladders, settings));
  if (tier.steps.traffic <= 1) return truthOf(members('data') + members('compute') + members('traffic') > 0);
  return truthOf(members('compute') > 0 && (members('traffic') > 0 || settings.trafficIsExternal));
}

/** What is only known to be possible, of a member or in what was not read. */
function mayLeave(ladders: readonly Ladder[], { couldHoldData }: AchievementSettings): Truth {
  const stores = ladders.find(({ name }) => name === 'data')?.members ?? [];
  return couldHoldData || stores.some(({ step }) => step.high > 0) ? 'unknown' : 'no';
}

function membersBelow(ladders: readonly Ladder[], tier: TierSteps): Achievement['below'] {
  return ladders.flatMap((ladder) =>
    ladder.members
      .filter((member) => member.step.low < tier.steps[ladder.name])
      .map((member) => ({ ladder: ladder.name, member })),
  );
}

function mustBecomeKnown(
  ladders: readonly Ladder[],
  tier: TierSteps | undefined,
  unread: readonly UnreadModule[],
): readonly UnknownSymbol[] {
  if (tier === undefined) return [];
  const ofMembers = membersBelow(ladders, tier).flatMap(({ member }) => member.unknowns);
  return distinct([...ofMembers, ...unread.map((part) => part.symbol)]);
}
