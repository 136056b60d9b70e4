/** What a recovery depends on beside its figures, in words: things of a kind that must be there are counted, not listed. */
import type { Proviso } from '../../assessment/assessment.ts';
import { escapeText, inWords } from '../../core/print.ts';
import type { Report } from '../../findings/report.ts';
import { addressOf } from '../../policy/names.ts';
import { plural } from '../text-style.ts';

/** So many of all that is counted are named. */
const mostNamed = 3;

export function provisosInWords(provisos: readonly Proviso[], { graph }: Report): readonly string[] {
  const counted = provisos.filter(({ kind }) => kind !== undefined);
  const others = provisos.filter(({ kind }) => kind === undefined || counted.length < 2);
  const texts = others.map(({ text }) => escapeText(text));
  return [...new Set(counted.length < 2 ? texts : [...texts, inOneSentence(counted, graph)])];
}

/** "12 parameters and 3 secrets must be in the recovery Region: a, b, c and 12 more" */
function inOneSentence(counted: readonly Proviso[], graph: Report['graph']): string {
  const amounts = new Map<string, number>();
  for (const { kind = '' } of counted) amounts.set(kind, (amounts.get(kind) ?? 0) + 1);
  const kinds = [...amounts].map(([kind, count]) => plural(count, kind, pluralOf(kind)));
  const names = counted.slice(0, mostNamed).flatMap(({ node }) => {
    const declared = node === undefined ? undefined : graph.node(node);
    return declared === undefined ? [] : [addressOf(declared)];
  });
  return `${inWords(kinds)} must be in the recovery Region: ${inWords(names, counted.length)}`;
}

function pluralOf(kind: string): string {
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
