/**
 * The fact `scaled` of a table with provisioned capacity: whether Application Auto Scaling changes its reads and its writes, and
 * those of every index. Absent for tables on demand, where nothing is to be scaled.
 */
import { TemplateLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import { itemsAt, propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, Unread } from '../../graph-context.ts';
import { resolveValue } from '../../identity/resolve.ts';

const tableType = 'AWS::DynamoDB::Table';
const targetType = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** What scales a table, as `table:ReadCapacityUnits` or `index/by-date:WriteCapacityUnits`, and whether more may. */
interface Scaling {
  readonly dimensions: Set<string>;
  doubt: Document | undefined;
}

export function setTableScaling(context: GraphContext): void {
  const scalings = scalingsOf(context);
  for (const table of context.ofType(tableType)) {
    const mode = propertyAt(table, '/BillingMode');
    if (mode === 'PAY_PER_REQUEST') continue;
    const needed = neededBy(table);
    const scaling = scalings.get(table);
    const scaled = answer(table, needed, scaling);
    // On demand there may be nothing to scale; what is scaled in any case is scaled.
    table.facts.set('scaled', mode instanceof UnknownLeaf && scaled !== true ? mode : scaled);
    table.factSources.set('scaled', ['/BillingMode', '/ProvisionedThroughput']);
  }
}

function answer(table: DraftNode, needed: readonly string[], scaling: Scaling | undefined): Document {
  // A global table states its scaling for itself, and must.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html
  if (propertyAt(table, '/WriteProvisionedThroughputSettings') !== undefined) return true;
  if (needed.every((dimension) => scaling?.dimensions.has(dimension) === true)) return true;
  return scaling?.doubt ?? false;
}

const capacities = ['ReadCapacityUnits', 'WriteCapacityUnits'];

function neededBy(table: DraftNode): readonly string[] {
  const indexes = itemsAt(table, '/GlobalSecondaryIndexes').map(
    (_, index) => `index/${textAt(table, `/GlobalSecondaryIndexes/${index}/IndexName`) ?? `?${index}`}`,
  );
  return ['table', ...indexes].flatMap((part) => capacities.map((capacity) => `${part}:${capacity}`));
}

type Scalings = Map<DraftNode, Scaling>;

function scalingsOf(context: GraphContext): Scalings {
  const scalings: Scalings = new Map();
  for (const target of context.ofType(targetType)) {
    const namespace = propertyAt(target, '/ServiceNamespace');
    if (typeof namespace !== 'string' || namespace === 'dynamodb') noteTarget(context, scalings, target);
  }
  for (const unread of context.unread) if (unread.could(targetType)) noteUnread(context, scalings, unread);
  return scalings;
}

function noteTarget(context: GraphContext, scalings: Scalings, target: DraftNode): void {
  const tables = tablesOf(context, target);
  for (const table of tables) note(scalingOf(scalings, table), target, table);
  if (tables.length > 0 || textAt(target, '/ResourceId') !== undefined) return;
  for (const table of possibleTables(context, target)) scalingOf(scalings, table).doubt ??= doubtful(target);
}

/** What an unread module is given a table for, it may well scale. */
function noteUnread(context: GraphContext, scalings: Scalings, { node, refersTo }: Unread): void {
  for (const id of refersTo) {
    const table = context.get(id);
    if (table?.type === tableType) scalingOf(scalings, table).doubt ??= doubtful(node);
  }
}

function scalingOf(scalings: Scalings, table: DraftNode): Scaling {
  const known = scalings.get(table) ?? { dimensions: new Set(), doubt: undefined };
  scalings.set(table, known);
  return known;
}

function note(scaling: Scaling, target: DraftNode, table: DraftNode): void {
  const dimension = textAt(target, '/ScalableDimension');
  const part = partOf(propertyAt(target, '/ResourceId'));
  const [, capacity] = /^dynamodb:(?:table|index):(\w+)$/u.exec(dimension ?? '') ?? [];
  const isOfTable = propertyAt(target, '/ServiceNamespace') === 'dynamodb';
  const isKnown = isOfTable && capacity !== undefined && part !== undefined && existsGiven(target, table) === 'yes';
  if (isKnown) scaling.dimensions.add(`${part}:${capacity}`);
  else scaling.doubt ??= doubtful(target);
}

/** `table/orders` is the table, `table/orders/index/by-date` an index of it; undefined where that is not known. */
function partOf(resourceId: Document | undefined): string | undefined {
  const text = resourceId instanceof TemplateLeaf ? textOf(resourceId) : resourceId;
  if (typeof text !== 'string') return undefined;
  const [, index] = /\/index\/(.+)$/u.exec(text) ?? [];
  if (index === undefined) return 'table';
  return index.includes(notKnown) ? undefined : `index/${index}`;
}

const notKnown = '\u0000';

function textOf(template: TemplateLeaf): string {
  return template
    .value()
    .parts.map((part) => (typeof part === 'string' ? part : notKnown))
    .join('');
}

/** The tables in `table/NAME`: the one that the name came through, else the one that bears it. */
function tablesOf(context: GraphContext, target: DraftNode): readonly DraftNode[] {
  const linked = context.linked(target, '/ResourceId');
  const tables = linked.filter(({ type }) => type === tableType);
  if (tables.length > 0) return tables;
  const [, name] = /^table\/([^/]+)/u.exec(textAt(target, '/ResourceId') ?? '') ?? [];
  return name === undefined ? [] : resolveValue(context, target, name, [tableType]).map(({ node }) => node);
}

/** A name that is not known may be that of any table beside it. */
function possibleTables(context: GraphContext, { deployment }: DraftNode): readonly DraftNode[] {
  const tables = context.ofType(tableType).filter((table) => table.deployment === deployment);
  return tables.slice(0, mostPossibleTables);
}

// A target of a table that is not known would otherwise be related to every table of a large scan.
const mostPossibleTables = 32;

function doubtful(by: DraftNode): UnknownLeaf {
  const subject = `what ${by.address} scales`;
  return new UnknownLeaf({ key: `scaling by ${by.id}`, reason: { code: 'derived', subject, cure: '' } });
}
