/** Writes the resource that sets what another can't set itself, such as the versioning of a bucket, right behind that. */
import { textOf } from '../../core/source.ts';
import type { Block, Body } from '../../loaders/hcl/ast.ts';
import type { Satellite } from '../../normalization/resource-table.ts';
import { proposed, refused, type Proposal } from '../../findings/proposal.ts';
import { indentationStep, lineBreakOf, lineEnd, spelled, type Wanted } from '../spelling.ts';
import { nestedBlocks } from './insert-argument.ts';

/** It lies where its resource does. */
const copiedArguments = ['provider', 'region'];

export function insertSatellite(
  owner: { readonly block: Block; readonly file: Body },
  satellite: Satellite,
  steps: readonly string[],
  value: Wanted,
): Proposal {
  const { block } = owner;
  const [type = '', name = ''] = block.labels.map(({ text }) => text);
  const { terraform, joinBy, namedBy } = satellite;
  const written = spelled(value, 'hcl');
  if (namedBy === undefined || written === undefined) return refused(`it takes a resource ${terraform} of its own`);
  if (block.body.attributes.some((each) => each.name === 'count' || each.name === 'for_each')) {
    return refused(`it takes a resource ${terraform} for each of several instances`);
  }
  if (owner.file.blocks.some(({ labels }) => labels[0]?.text === terraform && labels[1]?.text === name)) {
    return refused(`there is a resource ${terraform}.${name} already`);
  }
  const { file, end } = block.range;
  const eol = lineBreakOf(file.text);
  const step = indentationStep('', indentationOf(block));
  const copied = block.body.attributes.filter((each) => copiedArguments.includes(each.name));
  const values = [
    ...copied.map((each) => [each.name, textOf(each.value.range)] as const),
    [joinBy, `${type}.${name}.${namedBy}`] as const,
  ];
  const width = Math.max(...values.map(([argument]) => argument.length));
  const lines = [
    '',
    '',
    `resource "${terraform}" "${name}" {`,
    ...values.map(([argument, text]) => `${step}${argument.padEnd(width)} = ${text}`),
    '',
    ...nestedBlocks(steps, written, step).map((line) => `${step}${line}`),
    '}',
  ];
  const at = lineEnd(file.text, end);
  return proposed({ range: { file, start: at, end: at }, text: lines.join(eol) });
}

function indentationOf({ body, range }: Block): string | undefined {
  const [first] = body.attributes;
  if (first === undefined) return undefined;
  return /\n([ \t]+)$/u.exec(range.file.text.slice(range.start, first.range.start))?.[1];
}
