/**
 * Of secrets, parameters and image repositories what the code says of who uses them: `usedBy`, the first thing that has to
 * run in the recovery Region, too, and `staysHere`, where only builds and deployments do.
 */
import { appendTo } from '../../../core/append-to.ts';
import { isDocumentMap, type Document } from '../../../core/document.ts';
import { matchesGlob } from '../../../core/glob.ts';
import { buildsOnly, givesAccess, runsOrHoldsData } from '../../aws/users-of-configuration.ts';
import { itemsAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { endOf } from '../../relations/traffic/endpoint-names.ts';
import { permissionsOf, statementsIn } from '../code/permissions.ts';

/** Type → its name property, and what stands before the name in an ARN. */
const kept: ReadonlyMap<string, { readonly name: string; readonly inArn: RegExp }> = new Map([
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html
  ['AWS::ECR::Repository', { name: '/RepositoryName', inArn: /(?:^|:)repository\/(?<name>.+)$/u }],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
  ['AWS::SSM::Parameter', { name: '/Name', inArn: /(?:^|:)parameter(?<name>\/.+)$/u }],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
  ['AWS::SecretsManager::Secret', { name: '/Name', inArn: /(?:^|:)secret:(?<name>.+)$/u }],
]);

export function setUsers(context: GraphContext): void {
  const nodes = context.ofType(...kept.keys());
  if (nodes.length === 0) return;
  const users = new UsersOf(context);
  for (const node of nodes) setUser(node, users.of(node));
}

function setUser(node: DraftNode, { moving, building }: Users): void {
  if (moving !== undefined) node.facts.set('usedBy', moving.address);
  node.facts.set('staysHere', moving === undefined && building);
}

interface Users {
  readonly moving: DraftNode | undefined;
  readonly building: boolean;
}

const nobody: Users = { moving: undefined, building: false };

/** Roles and policies nest no deeper in earnest. */
const deepest = 12;

class UsersOf {
  readonly #context: GraphContext;
  readonly #dependents = new Map<DraftNode, DraftNode[]>();
  readonly #known = new Map<DraftNode, Users>();

  constructor(context: GraphContext) {
    this.#context = context;
    for (const node of context.nodes.values()) {
      for (const used of dependenciesOf(context, node)) if (used !== node) appendTo(this.#dependents, used, node);
    }
    for (const node of context.ofType('AWS::IAM::Role', 'AWS::IAM::ManagedPolicy')) this.#addNamed(node);
  }

  of(node: DraftNode, depth = 0): Users {
    const known = this.#known.get(node);
    if (known !== undefined || depth > deepest) return known ?? nobody;
    // A circle adds nobody.
    this.#known.set(node, nobody);
    let found = nobody;
    for (const user of this.#usersAt(node)) {
      found = both(found, isStepBetween(user) ? this.of(user, depth + 1) : kindOf(user));
    }
    this.#known.set(node, found);
    return found;
  }

  /** Those that refer to it or name it; of a secret also what its content is about, whose clients must be able to log in. */
  #usersAt(node: DraftNode): readonly DraftNode[] {
    const direct = this.#dependents.get(node) ?? [];
    const named = this.#context.to('dependsOn', node).flatMap(({ from, certain }) => {
      return certain ? (this.#context.get(from) ?? []) : [];
    });
    const contents = direct.filter(({ type }) => isContent(type)).flatMap((content) => this.#about(content));
    return [...direct, ...named, ...contents];
  }

  #about(content: DraftNode): readonly DraftNode[] {
    return dependenciesOf(this.#context, content).flatMap((each) =>
      each.type.startsWith('random_') ? (this.#dependents.get(each) ?? []) : [each],
    );
  }

  /** What a policy speaks of by a name, or by how names begin: `parameter/shop/*`. */
  #addNamed(node: DraftNode): void {
    for (const statement of statementsOf(this.#context, node)) {
      if (!isDocumentMap(statement) || statement['Effect'] !== 'Allow') continue;
      for (const resource of listed(statement['Resource'])) {
        for (const named of namedIn(this.#context, endOf(resource))) appendTo(this.#dependents, named, node);
      }
    }
  }
}

function dependenciesOf(context: GraphContext, { normal }: DraftNode): readonly DraftNode[] {
  const declared = normal === undefined ? [] : [normal.declared, ...normal.folded];
  const ids = new Set(declared.flatMap(({ dependsOn }) => dependsOn));
  return [...ids].flatMap((id) => context.get(id) ?? []);
}

/** Access that is given, values that are looked up, and the versions of a secret: what uses those uses what is behind them. */
function isStepBetween(user: DraftNode): boolean {
  return user.kind === 'looked-up' || givesAccess.test(user.type) || isContent(user.type);
}

function isContent(type: string): boolean {
  return type === 'aws_secretsmanager_secret_version' || type === 'AWS::SecretsManager::SecretTargetAttachment';
}

/** What rotates a secret, ships logs or serves a template doesn't tell who else uses what it does. */
function kindOf(user: DraftNode): Users {
  const isFunction = user.type === 'AWS::Lambda::Function';
  const isMoving = isFunction ? user.facts.get('staysHere') === false : runsOrHoldsData.test(user.type);
  return { moving: isMoving ? user : undefined, building: buildsOnly.test(user.type) };
}

function both(one: Users, other: Users): Users {
  return { moving: one.moving ?? other.moving, building: one.building || other.building };
}

function statementsOf(context: GraphContext, node: DraftNode): readonly Document[] {
  return node.type === 'AWS::IAM::Role'
    ? permissionsOf(context, node)
    : itemsAt(node, '/PolicyDocument').flatMap((policy) => statementsIn(policy));
}

function listed(value: Document | undefined): readonly Document[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** A pattern for all there are says nothing of a single one. */
function namedIn(context: GraphContext, arn: string): readonly DraftNode[] {
  return [...kept].flatMap(([type, { name, inArn }]) => {
    const pattern = inArn.exec(arn)?.groups?.['name'];
    if (pattern === undefined || /^\/?\*/u.test(pattern)) return [];
    return context.ofType(type).filter((node) => {
      const own = textAt(node, name);
      return own !== undefined && isNamedBy(own, pattern);
    });
  });
}

/** The ARN of a parameter has a slash before the name, whether that begins with one or not; that of a secret six characters behind it. */
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html#auth-and-access_examples_wildcard
function isNamedBy(name: string, pattern: string): boolean {
  const isWritten = pattern.replace(/-[\dA-Za-z]{6}$/u, '') === name;
  return isWritten || [name, `/${name}`, `${name}-a1B2c3`].some((each) => matchesGlob(pattern, each));
}
