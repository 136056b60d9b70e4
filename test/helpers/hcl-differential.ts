/** Compares our HCL parser with HashiCorp's own, as `@cdktf/hcl2json` has it. */
import { parse } from '@cdktf/hcl2json';
import { SourceFile } from '../../src/core/source.ts';
import { parseHcl } from '../../src/loaders/hcl/parse-hcl.ts';
import { toHcl2Json } from './hcl-to-json.ts';

/** What the two parsers disagree about; undefined when they agree. */
export async function disagreement(path: string, text: string): Promise<string | undefined> {
  const { value, diagnostics } = parseHcl(new SourceFile(path, text));
  const ours = diagnostics[0]?.message;
  const theirs = await oracle(path, text);
  if (theirs.kind === 'rejected') return ours === undefined ? `only HashiCorp's rejects: ${theirs.message}` : undefined;
  if (ours !== undefined) return `only ours rejects: ${ours}`;
  if (theirs.kind === 'not convertible') return undefined;
  return firstDifference(toHcl2Json(value), theirs.json, '');
}

type Answer =
  | { readonly kind: 'accepted'; readonly json: unknown }
  | { readonly kind: 'rejected'; readonly message: string }
  /** Valid, but not to be had as JSON: blocks of one type with different numbers of labels. */
  | { readonly kind: 'not convertible' };

async function oracle(path: string, text: string): Promise<Answer> {
  try {
    return { kind: 'accepted', json: await parse(path, text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.startsWith('parse config:') ? { kind: 'rejected', message } : { kind: 'not convertible' };
  }
}

function firstDifference(ours: unknown, theirs: unknown, path: string): string | undefined {
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null) {
    return Object.is(ours, theirs) || (ours === 0 && theirs === 0)
      ? undefined
      : `${path}: ${JSON.stringify(ours)} is ${JSON.stringify(theirs)} to HashiCorp's`;
  }
  const theirEntries = new Map(Object.entries(theirs));
  for (const [key, value] of Object.entries(ours)) {
    const difference = firstDifference(value, theirEntries.get(key), `${path}/${key}`);
    if (difference !== undefined) return difference;
    theirEntries.delete(key);
  }
  const [missing] = theirEntries.keys();
  return missing === undefined ? undefined : `${path}/${missing}: only HashiCorp's has it`;
}
