/**
 * The configuration's `suppress` list: which failures it silences, and what is wrong with its own entries (no reason,
 * expired, without effect).
 */
import type { Config, SuppressionConfig } from '../config/config.ts';
import type { Diagnostic, DiagnosticCode } from '../core/diagnostic.ts';
import { matchesGlob, matchesPathGlob } from '../core/glob.ts';
import { printText } from '../core/print.ts';
import type { GraphNode } from '../graph/node.ts';

/** What a suppression is held against. */
export interface Suppressible {
  /** The policy's id and its former ones, or a diagnostic's code. */
  readonly policyIds: readonly string[];
  /** Undefined for a diagnostic. */
  readonly node: GraphNode | undefined;
  /** The files that it is about: of the declaration, and of the place that decided. */
  readonly paths: readonly string[];
}

interface Entry {
  readonly config: SuppressionConfig;
  readonly expired: boolean;
  used: boolean;
}

export class Suppressions {
  readonly #entries: readonly Entry[];
  readonly #byPolicy = new Map<string, readonly Entry[]>();
  /** The folder of the configuration file, which its paths are relative to; empty for the working directory. */
  readonly #folder: string;
  readonly #path: string;

  /** `today` is `YYYY-MM-DD`. */
  constructor({ suppress, path }: Pick<Config, 'suppress' | 'path'>, today: string) {
    this.#entries = suppress.map((config) => ({ config, expired: hasExpired(config, today), used: false }));
    this.#path = path ?? '';
    this.#folder = this.#path.slice(0, this.#path.lastIndexOf('/') + 1);
  }

  /** Whether an entry in force covers it. Every entry that does counts as used. */
  covers(subject: Suppressible): boolean {
    let covered = false;
    for (const entry of subject.policyIds.flatMap((id) => this.#entriesFor(id))) {
      if (entry.expired || !this.#isAbout(entry.config, subject)) continue;
      entry.used = true;
      covered = true;
    }
    return covered;
  }

  /** What is wrong with the entries themselves; to be asked after everything was held against them. */
  diagnostics(): readonly Diagnostic[] {
    return this.#entries.flatMap((entry) => {
      const trouble = troubleWith(entry);
      if (trouble === undefined) return [];
      const { statedAt } = entry.config;
      const place = statedAt === undefined ? {} : { range: statedAt };
      return [{ ...trouble, level: 'warning' as const, path: statedAt?.file.path ?? this.#path, ...place }];
    });
  }

  #entriesFor(policyId: string): readonly Entry[] {
    const known = this.#byPolicy.get(policyId);
    if (known !== undefined) return known;
    const entries = this.#entries.filter(({ config }) => matchesGlob(config.policy, policyId));
    this.#byPolicy.set(policyId, entries);
    return entries;
  }

  #isAbout({ policy, resource, path }: SuppressionConfig, { node, paths }: Suppressible): boolean {
    // A wide glob such as `*` must not hide that an input could not be read.
    if (node === undefined && !policy.startsWith('input/')) return false;
    if (resource !== undefined && !isResource(resource, node)) return false;
    return path === undefined || paths.some((each) => this.#isBelow(path, each));
  }

  #isBelow(pattern: string, path: string): boolean {
    return path.startsWith(this.#folder) && matchesPathGlob(pattern, path.slice(this.#folder.length));
  }
}

/** By anchor (every instance of the line), by full address, by address and part, or by id with the deployment. */
function isResource(pattern: string, node: GraphNode | undefined): boolean {
  if (node === undefined) return false;
  const names = [node.anchor, node.address, node.id];
  if (node.part !== undefined) names.push(`${node.anchor}/${node.part}`, `${node.address}/${node.part}`);
  return names.some((name) => matchesGlob(pattern, name));
}

/** Inclusive: on its last day it still holds. What is no date counts as expired, so that a slip of the pen hides nothing. */
function hasExpired({ expires }: SuppressionConfig, today: string): boolean {
  return expires !== undefined && (!isDate(expires) || expires < today);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

interface Trouble {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
}

function troubleWith({ config, expired, used }: Entry): Trouble | undefined {
  const what = describe(config);
  if (expired) {
    const expires = config.expires ?? '';
    const message = isDate(expires)
      ? `The suppression of ${what} expired on ${expires} and no longer applies.`
      : `The suppression of ${what} has no valid expiry date ("${printText(expires)}"), so it does not apply.`;
    return {
      code: 'suppression/expired',
      message,
      help: 'Fix what it hid and remove it, or write a new `expires: YYYY-MM-DD`.',
    };
  }
  if (!used) {
    const message = `The suppression of ${what} hides nothing: no such failure was found.`;
    return {
      code: 'suppression/unused',
      message,
      help: 'Remove it, or correct the policy, resource or path it names.',
    };
  }
  if ((config.reason ?? '').trim() !== '') return undefined;
  const message = `The suppression of ${what} gives no reason.`;
  return { code: 'suppression/no-reason', message, help: 'Say with `reason:` why the risk is accepted.' };
}

function describe({ policy, resource, path }: SuppressionConfig): string {
  const on = resource === undefined ? '' : ` on ${printText(resource)}`;
  return `${printText(policy)}${on}${path === undefined ? '' : ` in ${printText(path)}`}`;
}
