/** Whether a resource says by `lifecycle.ignore_changes` that what its code says of an argument doesn't matter once it exists. */
import { textOf, type SourceRange } from '../core/source.ts';
import { refused, type Refused } from '../findings/proposal.ts';
import type { Body } from '../loaders/hcl/ast.ts';
import { valueOf, type TemplateNode } from '../loaders/template-node.ts';
import type { SourceName } from '../normalization/source-names.ts';

/** @param at a place in the resource */
export function isIgnoredInHcl(body: Body, at: SourceRange, steps: readonly string[]): boolean {
  const resource = body.blocks.find(({ range }) => range.start <= at.start && at.end <= range.end);
  const lifecycle = resource?.body.blocks.find(({ type }) => type === 'lifecycle');
  const written = lifecycle?.body.attributes.find(({ name }) => name === 'ignore_changes')?.value;
  if (written === undefined) return false;
  const items = written.kind === 'tuple' ? written.items : [written];
  return items.some(({ range }) => isAbout(textOf(range), steps));
}

/** The same in Terraform's JSON, whose blocks may be lists. */
export function isIgnoredInJson(node: TemplateNode, at: SourceRange, steps: readonly string[]): boolean {
  if (node.kind === 'sequence') return node.items.some((item) => isIgnoredInJson(item, at, steps));
  if (node.kind !== 'mapping') return false;
  const around = node.entries.filter(({ keyRange, value }) => keyRange.start <= at.start && at.end <= value.range.end);
  return around.some(({ value }) => isIgnoredBy(value, steps) || isIgnoredInJson(value, at, steps));
}

function isIgnoredBy(resource: TemplateNode, steps: readonly string[]): boolean {
  const lifecycles = itemsOf(resource).flatMap((each) => itemsOf(valueOf(each, 'lifecycle')));
  const written = lifecycles.flatMap((each) => itemsOf(valueOf(each, 'ignore_changes')));
  return written.some((item) => item.kind === 'scalar' && isAbout(item.source, steps));
}

function itemsOf(node: TemplateNode | undefined): readonly TemplateNode[] {
  if (node === undefined) return [];
  return node.kind === 'sequence' ? node.items : [node];
}

/** `all`, or a path to the argument, to a block around it, or to something in it: `alias[0].name`. */
function isAbout(written: string, steps: readonly string[]): boolean {
  const path = written
    .replaceAll(/"|\[\d+\]/gu, '')
    .split(/[.[\]]/u)
    .filter((step) => step !== '');
  return path.join('.') === 'all' || path.every((step, index) => index >= steps.length || step === steps[index]);
}

export function ignored({ steps }: Pick<SourceName, 'steps'>): Refused {
  return refused(`its lifecycle ignores changes of ${steps.join('.')}, so an edit would not reach what is deployed`);
}
