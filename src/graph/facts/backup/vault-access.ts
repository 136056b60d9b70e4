/**
 * The fact `deniesDeletion` of a backup vault: whether its access policy forbids to delete recovery points. One that spares a
 * few, by a condition or as exceptions, counts: it is how people keep a way out.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
import { isDocumentMap, isLeaf, type Document, type DocumentMap } from '../../../core/document.ts';
import { propertyAt } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { vaultTypes } from '../../relations/backup/plan-of-selection.ts';
import { matchesPattern } from '../../relations/backup/text-pattern.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { everyOf, inverseOf, isEqual, someOf, type YesNo } from '../yes-no.ts';

const pointer = '/AccessPolicy';
const deletion = 'backup:deleterecoverypoint';

export function setVaultAccess(context: GraphContext): void {
  for (const vault of context.ofType(...vaultTypes)) {
    const policy = propertyAt(vault, pointer);
    if (vault.kind === 'looked-up') continue;
    vault.facts.set('deniesDeletion', policy === undefined ? false : deniesDeletion(policy));
    vault.factSources.set('deniesDeletion', [pointer]);
  }
}

function deniesDeletion(policy: Document): YesNo {
  if (isLeaf(policy)) return policy;
  const statements = isDocumentMap(policy) ? policy['Statement'] : undefined;
  return someOf(listOf(statements).map((statement) => (isLeaf(statement) ? statement : isDenial(statement))));
}

function isDenial(statement: Document): YesNo {
  if (!isDocumentMap(statement)) return false;
  return everyOf([isEqual(statement['Effect'], 'Deny'), isForDeletion(statement), isForEveryone(statement)]);
}

function isForDeletion(statement: DocumentMap): YesNo {
  const others = statement['NotAction'];
  if (others !== undefined) return inverseOf(someOf(listOf(others).map(namesDeletion)));
  return someOf(listOf(statement['Action']).map(namesDeletion));
}

function namesDeletion(action: Document): YesNo {
  if (typeof action !== 'string') return isLeaf(action) ? action : false;
  return matchesPattern(action.toLowerCase(), deletion) === 'yes';
}

/** Everyone, or everyone but some. */
function isForEveryone(statement: DocumentMap): YesNo {
  if (statement['NotPrincipal'] !== undefined) return true;
  const principal = statement['Principal'];
  const named = isDocumentMap(principal) ? principal['AWS'] : principal;
  return someOf(listOf(named).map((each) => (isLeaf(each) ? unknownPrincipal(each) : each === '*')));
}

/** Whoever is meant, it may well be everyone. */
function unknownPrincipal(principal: Document): YesNo {
  const isNamed = matchesPattern('arn:*', principal) === 'yes';
  return isNamed ? false : derivedUnknown('principal of a vault policy', 'whom the policy of the vault is about');
}

function listOf(value: Document | undefined): readonly Document[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
