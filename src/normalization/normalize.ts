/**
 * Declared resources of both languages as nodes of AWS's own types: names mapped, defaults applied, satellites folded
 * into what they configure, parts cut out. What no table maps is kept as it is.
 */
import type { Diagnostic } from '../core/diagnostic.ts';
import { documentMap, isDocumentMap, type DocumentMap } from '../core/document.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import { DraftResource } from './draft-resource.ts';
import type { Fields } from './fields.ts';
import { foldSatellites, type Fold } from './fold.ts';
import { applyFolds, replacedProperties } from './apply-folds.ts';
import { leaveRestOpen, lookedUpAttributes } from './looked-up.ts';
import type { NormalPart, NormalResource, TagSet } from './normal-resource.ts';
import { OriginMaps } from './origin-maps.ts';
import { cutParts } from './parts.ts';
import { wholeDocument } from './pointer.ts';
import { readFields } from './read-fields.ts';
import { startReading, topScope } from './reading.ts';
import type { ResourceTable } from './resource-table.ts';
import { tableOf } from './tables.ts';
import { noTags, readTags, readUsualTags } from './tags.ts';
import { toDocument } from './to-document.ts';

/** What was normalized, by what it was made of. */
export type Normalized = Map<DeclaredResource, NormalizedResource>;

/** @param known resources that were normalized before, when some are declared again; those of this time are added */
export function normalize(
  resources: readonly DeclaredResource[],
  known: Normalized = new Map(),
): Outcome<readonly NormalResource[]> {
  const { folds, absorbed } = foldSatellites(resources);
  const originMaps = new OriginMaps();
  const normal: NormalResource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const declared of resources) {
    if (absorbed.has(declared.id)) continue;
    const ofIt = folds.get(declared.id) ?? [];
    // What others write into it may be other than it was.
    const kept = ofIt.length === 0 ? known.get(declared) : undefined;
    const normalized = kept ?? normalizeOne(declared, ofIt, originMaps);
    if (ofIt.length === 0) known.set(declared, normalized);
    const { resource, isTooLarge } = normalized;
    normal.push(resource);
    if (isTooLarge) diagnostics.push(tooLargeAt(declared));
  }
  return outcome(normal, diagnostics);
}

interface NormalizedResource {
  readonly resource: NormalResource;
  readonly isTooLarge: boolean;
}

function normalizeOne(declared: DeclaredResource, folds: readonly Fold[], originMaps: OriginMaps): NormalizedResource {
  const table = tableFor(declared);
  const draft = new DraftResource(declared, table?.type ?? declared.sourceType);
  const tags = table === undefined ? readUnmapped(draft) : readMapped(draft, table, folds);
  const attributes = new DraftResource(declared, draft.type);
  const resource: NormalResource = Object.freeze({
    type: draft.type,
    declared,
    properties: documentMap(draft.properties),
    attributes: attributesOf(attributes),
    tags,
    origins: originMaps.shared(declared, draft.origins),
    links: draft.links,
    parts: table === undefined || declared.kind === 'data' ? noParts : cutParts(draft, table),
    folded: Object.freeze(draft.folded),
  });
  return { resource, isTooLarge: draft.isTooLarge || attributes.isTooLarge };
}

const noParts: readonly NormalPart[] = Object.freeze([]);

/** Settings of a root and unread modules stay as they are. */
function tableFor(declared: DeclaredResource): ResourceTable | undefined {
  return declared.kind === 'resource' || declared.kind === 'data' ? tableOf(declared) : undefined;
}

function readMapped(draft: DraftResource, table: ResourceTable, folds: readonly Fold[]): TagSet {
  const fields = withoutKeys(table.properties, replacedProperties(draft.declared, folds));
  const isLookedUp = draft.declared.kind === 'data';
  const attributes = isLookedUp ? lookedUpAttributes(draft.declared) : table.prepare?.(draft.declared);
  const reading = startReading(draft, draft.declared, table.properties, attributes);
  for (const [property, document] of readFields(reading, fields, topScope(reading))) {
    draft.properties.set(property, document);
  }
  applyFolds(draft, folds);
  const tags = table.tags === undefined ? noTags : readTags(reading, table.tags);
  table.adjust?.(draft);
  if (isLookedUp) leaveRestOpen(draft, table.properties);
  return tags;
}

function withoutKeys(fields: Fields, keys: ReadonlySet<string>): Fields {
  if (keys.size === 0) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([property]) => !keys.has(property)));
}

/** What no table names: CloudFormation's own properties pass through, Terraform's arguments are only attributes. */
function readUnmapped(draft: DraftResource): TagSet {
  const reading = startReading(draft, draft.declared, {});
  if (reading.dialect !== 'terraform' && draft.declared.kind !== 'settings') {
    for (const [property, document] of readFields(reading, {}, topScope(reading)))
      draft.properties.set(property, document);
  }
  return draft.declared.kind === 'resource' ? readUsualTags(reading) : noTags;
}

function attributesOf(draft: DraftResource): DocumentMap {
  const notes = { spend: () => draft.spend(), written: () => undefined, propertyName: (key: string) => key };
  const document = toDocument(draft.declared.attributes, wholeDocument, notes);
  return isDocumentMap(document) ? document : documentMap([]);
}

function tooLargeAt({ header, address }: DeclaredResource): Diagnostic {
  return {
    code: 'input/limit',
    level: 'error',
    message: `${address} has more values than dr-lint reads; what is beyond counts as unknown.`,
    help: 'Split the resource, or check whether its values unfold without end.',
    range: header,
    path: header.file.path,
  };
}
