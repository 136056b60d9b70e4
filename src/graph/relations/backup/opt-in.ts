/**
 * Which services an account has opted in to AWS Backup in a Region, as far as the code says so: all, where it says nothing.
 * Assignments by tag or by service go by it; those that name a type don't, but for types whose ARNs look alike.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
 */
import { isDocumentMap, isLeaf } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import { isEqual } from '../../facts/yes-no.ts';
import type { GraphContext } from '../../graph-context.ts';
import { samePlace } from '../../identity/same.ts';
import { existsWith } from './exists-with.ts';
import { allOf, anyOf, differs, inverse, matches, matchOf, perhaps, type Match } from './match.ts';
import { servicesOf } from './services.ts';

/** Several services have ARNs of this form, so that a pattern of it does not say which is meant. */
const shared: ReadonlySet<string> = new Set([
  'AWS::DocDB::DBCluster',
  'AWS::FSx::FileSystem',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
]);

export class OptIn {
  readonly #settings: readonly DraftNode[];

  constructor(context: GraphContext) {
    this.#settings = context.ofType('AWS::Backup::RegionSettings');
  }

  /** @param named whether an assignment names the resource or its type */
  allows(node: DraftNode, named: Match): Match {
    if (this.#settings.length === 0) return matches;
    const optedOut = anyOf(this.#settings.map((settings) => leavesOut(settings, node)));
    return shared.has(node.type) ? inverse(optedOut) : anyOf([named, inverse(optedOut)]);
  }
}

function leavesOut(settings: DraftNode, node: DraftNode): Match {
  return allOf([
    isServiceOff(settings, node),
    matchOf(samePlace(settings, node), () => `whether ${settings.address} holds for ${node.address} is not known`),
    existsWith(settings, node),
  ]);
}

/** Of a cluster whose engine is not known, off only where it is off whichever it is. */
function isServiceOff(settings: DraftNode, node: DraftNode): Match {
  const answers = servicesOf(node).map((service) => isOff(settings, service));
  const some = anyOf(answers);
  const differ = some.truth === 'yes' && allOf(answers).truth !== 'yes';
  return differ ? perhaps(`the engine of ${node.address} is not known`) : some;
}

function isOff(settings: DraftNode, service: string): Match {
  const preferences = propertyAt(settings, '/ResourceTypeOptInPreference');
  const because = `whether ${settings.address} opts in to ${service} is not known`;
  if (isLeaf(preferences)) return perhaps(because);
  const written = isDocumentMap(preferences) ? preferences[service] : undefined;
  const off = written === undefined ? false : isEqual(written, false);
  if (typeof off !== 'boolean') return perhaps(because);
  return off ? matches : differs;
}
