/**
 * From the repositories of a registry to the Regions and registries that its replication brings their images to: all
 * repositories, or those whose names start as a rule says.
 *
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 */
import { isLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolveValue, subjectOf } from '../../identity/resolve.ts';
import { identityKey, samePlace } from '../../identity/same.ts';
import { accountOf } from '../../place/accounts.ts';
import { existsWith } from '../backup/exists-with.ts';
import { allOf, anyOf, differs, matches, matchOf, perhaps, type Match } from '../backup/match.ts';
import { matchesPattern } from '../backup/text-pattern.ts';

const repositoryType = 'AWS::ECR::Repository';
const rulesPointer = '/ReplicationConfiguration/Rules';

// A registry takes no more than these.
// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ReplicationConfiguration.html
const mostRules = 10;
// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ReplicationRule.html
const mostItems = 100;

/** What one rule of a registry does. */
interface ReplicationRule {
  /** How the names of its repositories start; without any, it is for all. */
  readonly prefixes: readonly Document[];
  readonly destinations: readonly Destination[];
}

interface Destination {
  readonly region: Document | undefined;
  /** Undefined: the registry's own. */
  readonly account: Document | undefined;
}

export function relateImageReplication(context: GraphContext): void {
  for (const registry of context.ofType('AWS::ECR::ReplicationConfiguration')) {
    const rules = rulesOf(registry);
    for (const repository of context.ofType(repositoryType)) {
      const reach = allOf([isInRegistry(registry, repository), existsWith(registry, repository)]);
      if (reach.truth !== 'no') relateRepository(context, repository, rules, reach);
    }
  }
}

function rulesOf(registry: DraftNode): readonly ReplicationRule[] {
  const rules = itemsAt(registry, rulesPointer).slice(0, mostRules);
  return rules.map((_, index) => {
    const pointer = `${rulesPointer}/${index}`;
    const filters = itemsAt(registry, `${pointer}/RepositoryFilters`).slice(0, mostItems);
    const destinations = itemsAt(registry, `${pointer}/Destinations`).slice(0, mostItems);
    return {
      prefixes: filters.map((filter, at) => prefixOf(registry, filter, `${pointer}/RepositoryFilters/${at}`)),
      destinations: destinations.map((__, at) => destinationAt(registry, `${pointer}/Destinations/${at}`)),
    };
  });
}

function prefixOf(registry: DraftNode, filter: Document, pointer: string): Document {
  return isLeaf(filter) ? filter : (propertyAt(registry, `${pointer}/Filter`) ?? '');
}

function destinationAt(registry: DraftNode, pointer: string): Destination {
  const registryId = propertyAt(registry, `${pointer}/RegistryId`);
  return {
    region: propertyAt(registry, `${pointer}/Region`),
    account: registryId === undefined ? undefined : accountOf(registryId),
  };
}

function isInRegistry(registry: DraftNode, repository: DraftNode): Match {
  return matchOf(
    samePlace(registry, repository),
    () => `whether ${repository.address} lies in the registry is not known`,
  );
}

function relateRepository(
  context: GraphContext,
  repository: DraftNode,
  rules: readonly ReplicationRule[],
  reach: Match,
): void {
  const name = propertyAt(repository, '/RepositoryName');
  for (const { prefixes, destinations } of rules) {
    const match = allOf([reach, prefixes.length === 0 ? matches : anyOf(startsWith(repository, name, prefixes))]);
    if (match.truth === 'no') continue;
    for (const destination of destinations) {
      const end = replicaAt(context, repository, destination);
      const certain = match.truth === 'yes' && end.certain;
      const because = end.because ?? (match.truth === 'unknown' ? match.because : undefined);
      const reason = certain || because === undefined ? {} : { because };
      context.relate('replicatesTo', repository, { node: end.node, certain, ...reason });
    }
  }
}

function* startsWith(
  repository: DraftNode,
  name: Document | undefined,
  prefixes: readonly Document[],
): Generator<Match> {
  for (const prefix of prefixes) {
    if (typeof prefix !== 'string') yield perhaps(`the filter ${subjectOf(prefix)} is not known`);
    else if (typeof name === 'string') yield name.startsWith(prefix) ? matches : differs;
    else yield matchOf(matchesPattern(`${prefix}*`, name), () => `the name of ${repository.address} is not known`);
  }
}

/** The repository of the same name there, whether the scan declares it or AWS makes it. */
function replicaAt(context: GraphContext, repository: DraftNode, destination: Destination): RelationEnd {
  const { region, account = repository.account } = destination;
  const name = propertyAt(repository, '/RepositoryName');
  const declared =
    name === undefined ? [] : resolveValue(context, { ...repository, region, account }, name, [repositoryType]);
  const twin = declared.find(({ node, certain }) => certain && node.kind !== 'external');
  if (twin !== undefined) return twin;
  const key = `replica of ${repository.id} in ${identityKey(region ?? '') ?? ''} ${identityKey(account ?? '') ?? ''}`;
  const place = { region, account, address: `images of ${repository.address}` };
  return { node: context.external(key, repositoryType, place), certain: true };
}
