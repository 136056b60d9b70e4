/**
 * From the repositories of a registry to the Regions and registries that its replication brings their images to: all
 * repositories, or those whose names start as a rule says.
 *
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 */
import { isLeaf, type Document } from '../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { resolveValue, subjectOf } from '../identity/resolve.ts';
import { identityKey, samePlace } from '../identity/same.ts';
import { accountOf } from '../place/accounts.ts';
import { existsWith } from './backup/exists-with.ts';
import { allOf, anyOf, matches, matchOf, perhaps, type Match } from './backup/match.ts';
import { matchesPattern } from './backup/text-pattern.ts';

const repositoryType = 'AWS::ECR::Repository';
const rulesPointer = '/ReplicationConfiguration/Rules';

// A registry takes no more than these.
// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ReplicationConfiguration.html
const mostRules = 10;
// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ReplicationRule.html
const mostItems = 100;

export function relateImageReplication(context: GraphContext): void {
  for (const registry of context.ofType('AWS::ECR::ReplicationConfiguration')) {
    for (const repository of context.ofType(repositoryType)) {
      const reach = allOf([isInRegistry(registry, repository), existsWith(registry, repository)]);
      if (reach.truth !== 'no') relateRepository(context, registry, repository, reach);
    }
  }
}

function isInRegistry(registry: DraftNode, repository: DraftNode): Match {
  return matchOf(
    samePlace(registry, repository),
    () => `whether ${repository.address} lies in the registry is not known`,
  );
}

function relateRepository(context: GraphContext, registry: DraftNode, repository: DraftNode, reach: Match): void {
  const rules = itemsAt(registry, rulesPointer).slice(0, mostRules);
  for (const index of rules.keys()) {
    const rule = `${rulesPointer}/${index}`;
    const match = allOf([reach, meetsFilters(registry, repository, rule)]);
    if (match.truth === 'no') continue;
    const destinations = itemsAt(registry, `${rule}/Destinations`).slice(0, mostItems);
    for (const at of destinations.keys()) {
      const end = destinationAt(context, registry, repository, `${rule}/Destinations/${at}`);
      const certain = match.truth === 'yes' && end.certain;
      const because = end.because ?? (match.truth === 'unknown' ? match.because : undefined);
      const reason = certain || because === undefined ? {} : { because };
      context.relate('replicatesTo', repository, { node: end.node, certain, ...reason });
    }
  }
}

/** One filter suffices; without any, the rule is for all. */
function meetsFilters(registry: DraftNode, repository: DraftNode, rule: string): Match {
  const filters = itemsAt(registry, `${rule}/RepositoryFilters`).slice(0, mostItems);
  if (filters.length === 0) return matches;
  return anyOf(
    filters.map((filter, index) => meetsFilter(repository, filter, `${rule}/RepositoryFilters/${index}`, registry)),
  );
}

function meetsFilter(repository: DraftNode, filter: Document, pointer: string, registry: DraftNode): Match {
  const prefix = isLeaf(filter) ? filter : propertyAt(registry, `${pointer}/Filter`);
  if (typeof prefix !== 'string') return perhaps(`the filter ${subjectOf(prefix ?? '')} is not known`);
  const name = propertyAt(repository, '/RepositoryName');
  return matchOf(matchesPattern(`${prefix}*`, name), () => `the name of ${repository.address} is not known`);
}

/** The repository of the same name there, whether the scan declares it or AWS makes it. */
function destinationAt(
  context: GraphContext,
  registry: DraftNode,
  repository: DraftNode,
  pointer: string,
): RelationEnd {
  const region = propertyAt(registry, `${pointer}/Region`);
  const registryId = propertyAt(registry, `${pointer}/RegistryId`);
  const account = registryId === undefined ? repository.account : accountOf(registryId);
  const name = propertyAt(repository, '/RepositoryName');
  const there = { ...repository, region, account };
  const declared = name === undefined ? [] : resolveValue(context, there, name, [repositoryType]);
  const twin = declared.find(({ node, certain }) => certain && node.kind !== 'external');
  if (twin !== undefined) return twin;
  const key = `replica of ${repository.id} in ${identityKey(region ?? '') ?? ''} ${identityKey(account ?? '') ?? ''}`;
  const place = { region, account, address: `images of ${repository.address}` };
  return { node: context.external(key, repositoryType, place), certain: true };
}
