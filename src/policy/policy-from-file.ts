/** A policy's file, already found valid, as the policy that the rest of the program works with. */
import { policyId } from '../core/ids.ts';
import type { Level } from '../core/level.ts';
import type { SourceRange } from '../core/source.ts';
import type { ByTier, Check, Policy } from './policy.ts';
import type { CheckFile, LevelsFile, PolicyFile } from './policy-file.ts';

/** `source` is undefined for a built-in policy. */
export function policyFromFile(id: string, file: PolicyFile, source: SourceRange | undefined): Policy {
  return Object.freeze({
    id: policyId(id),
    title: file.title,
    subjects: typeof file.for === 'string' ? [file.for] : file.for,
    where: file.where,
    guards: file.guards,
    params: file.params ?? {},
    level: levelsOf(file.level),
    raise: file.level.raise ?? [],
    checks: file.checks.map(checkOf),
    why: file.why,
    fix: {
      terraform: file.fix.terraform,
      cloudformation: file.fix.cloudformation,
      edits: [file.fix.edit ?? []].flat().map(({ set, to, when }) => ({ set, to, when })),
    },
    references: file.references,
    standards: file.standards ?? {},
    builtIn: source === undefined,
    aliases: file.aliases ?? [],
    source,
  });
}

function levelsOf(file: LevelsFile): ByTier<Level> {
  const levels: Record<string, Level> = {};
  for (const [tier, level] of Object.entries(file)) {
    if (typeof level === 'string') levels[tier] = level;
  }
  return levels;
}

function checkOf({ require, message, level, at }: CheckFile): Check {
  const place = typeof at === 'string' ? { path: at } : at === undefined ? undefined : { of: at.of, where: at.where };
  return { require, message, level, at: place };
}
