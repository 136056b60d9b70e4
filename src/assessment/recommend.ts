/**
 * From objectives and needs to the cheapest tier that suffices, and what it takes. Nothing is read but the tiers' figures
 * and the data of `policies/recommendations.yaml`.
 */
import { parseDuration, printDuration } from '../core/duration.ts';
import type { CheaperData, Purpose, RecommendationData } from './recommendation-data.ts';

export interface RecommendationRequest {
  /** Seconds, as the two below; undefined: not asked for. */
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  readonly retention: number | undefined;
  /** By the names that the data knows. */
  readonly needs: ReadonlyMap<string, NeedValue>;
  readonly cost: 'minimal' | undefined;
}

/** True where a need has no value; seconds, days, or Regions. */
export type NeedValue = true | number | readonly string[];

export interface Recommendation {
  readonly request: RecommendationRequest;
  /** Undefined: nothing of what is asked for depends on the tier. */
  readonly tier: string | undefined;
  /** Why this tier, one sentence each. */
  readonly because: readonly string[];
  readonly mechanisms: readonly RecommendedMechanism[];
  readonly remarks: readonly string[];
  readonly cheaper: readonly CheaperTier[];
}

export interface RecommendedMechanism {
  readonly name: string;
  readonly for: Purpose;
  readonly build: string;
  /** The tier or the need that asks for it. */
  readonly askedBy: string;
  readonly optional: boolean;
  readonly policies: readonly string[];
  readonly reference: string;
}

/** A cheaper tier that suffices on a condition. */
export interface CheaperTier {
  readonly tier: string;
  readonly where: string;
  readonly mechanisms: readonly RecommendedMechanism[];
}

/** What a recommendation must know of the tiers; ascending. */
export interface TierOffers {
  readonly all: readonly TierOffer[];
  /** The cheapest tier that meets the objectives. */
  sufficientFor(objectives: { readonly rto: number | undefined; readonly rpo: number | undefined }): string;
}

export interface TierOffer {
  readonly name: string;
  /** The built-in tier it is on top of. */
  readonly base: string;
  readonly cost: number;
  /** Seconds. */
  readonly objectives: Readonly<Record<'rto' | 'rpo', { readonly best: number; readonly worst: number }>>;
}

export function recommend(request: RecommendationRequest, tiers: TierOffers, data: RecommendationData): Recommendation {
  const byObjectives = states(request) ? offerOf(tiers, tiers.sufficientFor(request)) : undefined;
  const byNeeds = impliedTiers(request, tiers, data);
  const tier = dearest([...byNeeds.map(({ offer }) => offer), ...(byObjectives === undefined ? [] : [byObjectives])]);
  return {
    request,
    tier: tier?.name,
    because: [
      ...objectiveNames.flatMap((name) => reasonOf(name, request[name], tiers)),
      ...byNeeds.map(({ need, offer }) => `The need ${need} is met by ${offer.name} alone.`),
    ],
    mechanisms: distinctMechanisms([
      ...mechanismsOfNeeds(request, data),
      ...(tier === undefined ? [] : mechanismsOfTier(tier, request, data)),
    ]),
    remarks: [...boundaryRemarks(request, tier), ...otherRemarks(request, tier, data)],
    cheaper: tier === byObjectives ? cheaperTiers(request, tier, { tiers, data }) : [],
  };
}

const objectiveNames = ['rto', 'rpo'] as const;
type ObjectiveName = (typeof objectiveNames)[number];

function states({ rto, rpo }: RecommendationRequest): boolean {
  return rto !== undefined || rpo !== undefined;
}

function offerOf(tiers: TierOffers, name: string): TierOffer | undefined {
  return tiers.all.find((offer) => offer.name === name);
}

function impliedTiers(
  { needs }: RecommendationRequest,
  tiers: TierOffers,
  data: RecommendationData,
): readonly { readonly need: string; readonly offer: TierOffer }[] {
  return [...needs.keys()].flatMap((need) => {
    const offer = offerOf(tiers, data.needs[need]?.tier ?? '');
    return offer === undefined ? [] : [{ need, offer }];
  });
}

function dearest(offers: readonly TierOffer[]): TierOffer | undefined {
  let found: TierOffer | undefined;
  for (const offer of offers) if (found === undefined || offer.cost > found.cost) found = offer;
  return found;
}

/** Why an objective asks for the tier that it asks for, beside the next cheaper one. */
function reasonOf(name: ObjectiveName, stated: number | undefined, tiers: TierOffers): readonly string[] {
  if (stated === undefined) return [];
  const alone = offerOf(tiers, tiers.sufficientFor({ rto: undefined, rpo: undefined, [name]: stated }));
  if (alone === undefined) return [];
  const cheaper = tiers.all.filter(({ cost }) => cost < alone.cost).at(-1);
  const verb = name === 'rto' ? 'takes' : 'loses';
  const reach = `${alone.name} can be engineered to ${printDuration(alone.objectives[name].best)}`;
  const below =
    cheaper === undefined ? '' : `${cheaper.name} ${verb} at least ${printDuration(cheaper.objectives[name].best)}; `;
  return [`${name.toUpperCase()} ${printDuration(stated)}: ${below}${reach}.`];
}

/** What the pattern can be engineered to meets the target, what it must be expected to take does not. */
function boundaryRemarks(request: RecommendationRequest, tier: TierOffer | undefined): readonly string[] {
  if (tier === undefined) return [];
  return objectiveNames.flatMap((name) => {
    const stated = request[name];
    const { worst } = tier.objectives[name];
    if (stated === undefined || worst <= stated) return [];
    const verb = name === 'rto' ? 'takes' : 'loses';
    const objective = `the ${name.toUpperCase()} of ${printDuration(stated)}`;
    return [
      `At its worst ${tier.name} ${verb} ${printDuration(worst)}, more than ${objective}: the design must reach the better end of the range, and be rehearsed.`,
    ];
  });
}

function otherRemarks(
  { rpo, retention, needs }: RecommendationRequest,
  tier: TierOffer | undefined,
  data: RecommendationData,
): readonly string[] {
  const { nativeDays } = data.retention;
  const remarks = [...needs.keys()].flatMap((need) => data.needs[need]?.remark ?? []);
  if (rpo === 0) remarks.push(data.zeroLoss.remark);
  const pointInTime = needs.get('point-in-time-days');
  if (typeof pointInTime === 'number' && pointInTime > nativeDays) {
    remarks.push(
      `Nothing restores to any second of more than the last ${nativeDays} days: before that, only recovery points are left.`,
    );
  }
  if (retention !== undefined) remarks.push(...retentionRemarks(daysOf(retention), needs, nativeDays));
  const allowed = needs.get('data-residency');
  if (Array.isArray(allowed) && allowed.length < 2) {
    const wanting = tier === undefined ? 'Surviving the loss of a Region' : tier.name;
    remarks.push(
      `${wanting} takes a second Region, and data-residency allows ${allowed.join('')} alone: name another.`,
    );
  }
  return remarks;
}

function retentionRemarks(days: number, needs: RecommendationRequest['needs'], nativeDays: number): readonly string[] {
  const remarks: string[] = [];
  if (days > nativeDays) {
    remarks.push(
      `Databases keep backups of their own for ${nativeDays} days at most: keep the longer ones with AWS Backup.`,
    );
  }
  if (needs.has('immutability')) {
    remarks.push(
      `A vault lock refuses recovery points outside its limits: leave MaxRetentionDays out, or set it to ${days} or more.`,
    );
  }
  return remarks;
}

function mechanismsOfNeeds(
  { needs, retention, rpo, cost }: RecommendationRequest,
  data: RecommendationData,
): readonly RecommendedMechanism[] {
  const found: RecommendedMechanism[] = [];
  for (const [need, value] of needs) {
    const taken = (data.needs[need]?.takes ?? []).filter((name) => isFastEnough(name, need, value, data));
    found.push(...mechanisms(taken, { askedBy: need, value: spellValue(value) }, data));
  }
  if (rpo === 0) found.push(...mechanisms(data.zeroLoss.takes, { askedBy: 'RPO 0 s' }, data));
  const pointInTime = needs.get('point-in-time-days');
  const isBeyond = typeof pointInTime === 'number' && pointInTime > data.retention.nativeDays;
  const kept = retention === undefined ? undefined : daysOf(retention);
  const days = isBeyond ? Math.max(pointInTime, kept ?? 0) : kept;
  if (days !== undefined) {
    const { coldStorage, takes } = data.retention;
    const cold = cost === 'minimal' && days >= coldStorage.fromDays ? coldStorage.takes : [];
    found.push(...mechanisms([...takes, ...cold], { askedBy: `retention of ${days} days`, value: String(days) }, data));
  }
  return found;
}

/** A failover that takes longer than a need allows does not meet it. */
function isFastEnough(name: string, need: string, value: NeedValue, data: RecommendationData): boolean {
  const within = data.mechanisms[name]?.within;
  if (within === undefined || data.needs[need]?.value !== 'duration' || typeof value !== 'number') return true;
  return (parseDuration(within) ?? 0) <= value;
}

function mechanismsOfTier(
  { base, name }: TierOffer,
  { cost }: RecommendationRequest,
  data: RecommendationData,
): readonly RecommendedMechanism[] {
  const { takes = [], optional = [] } = data.tiers[base] ?? {};
  const extra = cost === 'minimal' ? [] : mechanisms(optional, { askedBy: name, optional: true }, data);
  return [...mechanisms(takes, { askedBy: name }, data), ...extra];
}

interface Asking {
  readonly askedBy: string;
  /** For `{value}`. */
  readonly value?: string;
  readonly optional?: boolean;
}

function mechanisms(
  names: readonly string[],
  { askedBy, value = '', optional = false }: Asking,
  data: RecommendationData,
): readonly RecommendedMechanism[] {
  return names.flatMap((name) => {
    const found = data.mechanisms[name];
    if (found === undefined) return [];
    const { build, policies, reference } = found;
    return [{ name, for: found.for, build: build.replace('{value}', value), askedBy, optional, policies, reference }];
  });
}

/** Each once: as the first that asks for it does. */
function distinctMechanisms(all: readonly RecommendedMechanism[]): readonly RecommendedMechanism[] {
  const byName = new Map<string, RecommendedMechanism>();
  for (const each of all) if (!byName.has(each.name)) byName.set(each.name, each);
  return [...byName.values()];
}

/** Cheaper tiers that only the RPO rules out, and that meet it on a condition. */
function cheaperTiers(
  { rto, rpo }: RecommendationRequest,
  tier: TierOffer | undefined,
  { tiers, data }: { readonly tiers: TierOffers; readonly data: RecommendationData },
): readonly CheaperTier[] {
  if (tier === undefined || rpo === undefined) return [];
  const isEnough = ({ tier: name, than, rpo: smallest }: CheaperData): boolean => {
    const meetsRto = offerOf(tiers, tiers.sufficientFor({ rto, rpo: undefined }));
    const cost = offerOf(tiers, name)?.cost ?? Infinity;
    return than === tier.base && (parseDuration(smallest) ?? Infinity) <= rpo && (meetsRto?.cost ?? Infinity) <= cost;
  };
  return data.cheaper.filter(isEnough).map(({ tier: name, where, takes }) => ({
    tier: name,
    where,
    mechanisms: mechanisms(takes, { askedBy: name }, data),
  }));
}

function daysOf(seconds: number): number {
  return Math.ceil(seconds / 86_400);
}

function spellValue(value: NeedValue): string {
  if (value === true) return '';
  return typeof value === 'number' ? String(value) : value.join(', ');
}
