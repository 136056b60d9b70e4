/**
 * All suppressions of a run, of the configuration and of the source: which failures they silence, and what is wrong with
 * themselves (no reason, expired, without effect).
 */
import type { Config } from '../config/config.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { matchesGlob } from '../core/glob.ts';
import type { SourceSuppression } from '../loaders/source-suppression.ts';
import {
  configuredSuppression,
  isAbout,
  sourceSuppressions,
  type Suppressible,
  type Suppression,
} from './suppression.ts';
import { RangeIndex } from './range-index.ts';
import { troubleWith, type JudgedRun } from './suppression-troubles.ts';

interface Entry {
  readonly suppression: Suppression;
  used: boolean;
}

export interface Suppressed {
  readonly state: 'open' | 'suppressed';
  /** For what is open: the suppression that would cover it, had it not expired. */
  readonly expired: Suppression | undefined;
}

const notSuppressed: Suppressed = { state: 'open', expired: undefined };

export class Suppressions {
  readonly #entries: readonly Entry[];
  readonly #configured: readonly Entry[];
  /** Those of the configuration, by the id of a policy or diagnostic. */
  readonly #byPolicy = new Map<string, readonly Entry[]>();
  /** Those of the source, by what they cover. */
  readonly #byPlace: RangeIndex<Entry>;
  readonly #configPath: string;

  /** `today` is `YYYY-MM-DD`. */
  constructor(
    { suppress, path = '' }: Pick<Config, 'suppress' | 'path'>,
    inSource: readonly SourceSuppression[],
    today: string,
  ) {
    this.#configPath = path;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    this.#configured = suppress.map((entry) => unusedEntry(configuredSuppression(entry, folder, today)));
    const stated = inSource.flatMap((each) => sourceSuppressions(each, today)).map(unusedEntry);
    this.#entries = [...this.#configured, ...stated];
    this.#byPlace = new RangeIndex(
      stated.flatMap((entry) => {
        const { scope } = entry.suppression;
        return scope.kind === 'source' && scope.covers !== undefined ? [[scope.covers, entry] as const] : [];
      }),
    );
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** What the entries in force make of it. Every entry that covers it counts as used. */
  stateOf(subject: Suppressible): Suppressed {
    let result = notSuppressed;
    for (const entry of this.#candidates(subject)) {
      const { suppression } = entry;
      if (!isAbout(suppression, subject)) continue;
      entry.used = true;
      if (!suppression.expired) result = { state: 'suppressed', expired: undefined };
      else if (result.state === 'open') result = { state: 'open', expired: suppression };
    }
    return result;
  }

  /** What is wrong with the entries themselves; to be asked after everything was held against them. */
  diagnostics(run: JudgedRun): readonly Diagnostic[] {
    return this.#entries.flatMap(({ suppression, used }) => {
      const trouble = troubleWith(suppression, used, run);
      if (trouble === undefined) return [];
      const { statedAt } = suppression;
      const place = statedAt === undefined ? {} : { range: statedAt };
      const level = trouble.code === 'suppression/ending' ? ('note' as const) : ('warning' as const);
      return [{ ...trouble, level, path: statedAt?.file.path ?? this.#configPath, ...place }];
    });
  }

  /** The entries that name the policy, and of those in the source that cover one of the places. */
  #candidates({ policyIds, places }: Suppressible): ReadonlySet<Entry> {
    const candidates = new Set(policyIds.flatMap((id) => this.#configuredFor(id)));
    for (const entry of places.flatMap((place) => this.#byPlace.around(place))) {
      if (policyIds.some((id) => matchesGlob(entry.suppression.policy, id))) candidates.add(entry);
    }
    return candidates;
  }

  #configuredFor(policyId: string): readonly Entry[] {
    const known = this.#byPolicy.get(policyId);
    if (known !== undefined) return known;
    const entries = this.#configured.filter(({ suppression }) => matchesGlob(suppression.policy, policyId));
    this.#byPolicy.set(policyId, entries);
    return entries;
  }
}

function unusedEntry(suppression: Suppression): Entry {
  return { suppression, used: false };
}
