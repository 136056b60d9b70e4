/**
 * The APIs that SAM adds for events which name none: one REST API and one HTTP API for all of them, as serverless resources.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { entryOf, type MappingEntry, valueOf } from '../../../loaders/template-node.ts';
import type { ExpandedEntry } from '../loops.ts';
import { implicitHttpApi, implicitRestApi } from './api-events.ts';
import { type ApiUse, conditionOf, type Expansion, ofConditions } from './expansion.ts';
import { literal, mapping, type Named, textOfNode } from './nodes.ts';

export function implicitApis(expansion: Expansion): readonly ExpandedEntry[] {
  const entries: ExpandedEntry[] = [];
  for (const [logicalId, uses] of expansion.implicitApis) {
    const [first] = uses;
    if (first !== undefined) entries.push(implicitApi(logicalId, first, uses, expansion));
  }
  return entries;
}

/** It stands at the first event that uses it, and is kept if one of its users is. */
function implicitApi(logicalId: string, first: ApiUse, uses: readonly ApiUse[], expansion: Expansion): ExpandedEntry {
  const range = first.event;
  const isRest = logicalId === implicitRestApi;
  const stage = isRest ? literal('Prod', range) : undefined;
  const condition = commonCondition(logicalId, first, uses, expansion);
  const resource = mapping(
    {
      Type: literal(`AWS::Serverless::${logicalId === implicitHttpApi ? 'HttpApi' : 'Api'}`, range),
      Condition: condition === undefined ? undefined : literal(condition, range),
      Properties: mapping({ StageName: stage, ...propagated(uses, range) }, range),
    },
    range,
  );
  const kept = ['DeletionPolicy', 'UpdateReplacePolicy'].flatMap((name) => keptBy(name, uses));
  const value = { ...resource, entries: [...resource.entries, ...kept] };
  return { entry: { key: logicalId, keyRange: range, value }, repeatedBy: first.source.repeatedBy };
}

/** The tags of those users that propagate theirs; the last one wins. */
function propagated(uses: readonly ApiUse[], range: SourceRange): Named {
  const entries = new Map<string, MappingEntry>();
  for (const { properties } of new Set(uses.map(({ source }) => source))) {
    const tags = valueOf(properties, 'Tags');
    const isPropagated = textOfNode(valueOf(properties, 'PropagateTags')) === 'true';
    if (!isPropagated || tags?.kind !== 'mapping') continue;
    for (const entry of tags.entries) entries.set(entry.key, entry);
  }
  if (entries.size === 0) return {};
  return { Tags: { kind: 'mapping', entries: [...entries.values()], range }, PropagateTags: literal(true, range) };
}

/** The first policy among its users that retains, else the first one at all. */
function keptBy(name: string, uses: readonly ApiUse[]): readonly MappingEntry[] {
  const stated = uses.map(({ source }) => entryOf(source.node, name)).filter((entry) => entry !== undefined);
  const chosen = stated.find(({ value }) => textOfNode(value) === 'Retain') ?? stated[0];
  return chosen === undefined ? [] : [chosen];
}

/** The API exists where one of its users does. */
function commonCondition(
  logicalId: string,
  first: ApiUse,
  uses: readonly ApiUse[],
  expansion: Expansion,
): string | undefined {
  const names = new Set(uses.map(({ source }) => textOfNode(conditionOf(source))));
  const [only, ...others] = names;
  if (names.has(undefined) || only === undefined) return undefined;
  if (others.length === 0) return only;
  const name = `${logicalId}Condition`;
  const all = [...names].filter((each) => each !== undefined).sort();
  expansion.addCondition(name, ofConditions('Fn::Or', all, first.event));
  return name;
}
