/** The construct of a CDK app that a resource stands for, as its metadata names it. */
import type { SourceRange } from '../../../core/source.ts';
import { valueOf } from '../../../loaders/template-node.ts';
import type { Construct } from '../../declared-resource.ts';
import type { TemplateResource } from '../scope.ts';

/** The line of the app that created a construct; undefined where it is not known, or not at hand. */
export type CreatedAt = (constructPath: string) => SourceRange | undefined;

// https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
const pathKey = 'aws:cdk:path';

export function constructOf(
  { node }: Pick<TemplateResource, 'node'>,
  createdAt: CreatedAt | undefined,
): Construct | undefined {
  const path = valueOf(valueOf(node, 'Metadata'), pathKey);
  if (path?.kind !== 'scalar' || path.source === '') return undefined;
  return { path: path.source, createdAt: () => createdAt?.(path.source) };
}
