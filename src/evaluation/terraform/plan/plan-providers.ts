/**
 * The provider configurations of a plan: the Region, account and tags that each gives. What its expressions leave open, a
 * data source or a resource that belongs to it may tell.
 */
import { appendTo } from '../../../core/append-to.ts';
import { nodeId, parseRegion } from '../../../core/ids.ts';
import { map, noMarks, scalar, unknown, type UnknownReason, type Value } from '../../../core/value.ts';
import { valueOf, type TemplateNode } from '../../../loaders/template-node.ts';
import type { PlannedProvider } from '../../../loaders/terraform/plan-configuration.ts';
import type { PlannedResource } from '../../../loaders/terraform/plan-resources.ts';
import type { Deployment } from '../../deployment.ts';
import { credentialSettings } from '../providers/providers.ts';
import { constantOf, namesIn, stepsOf } from './plan-expressions.ts';
import type { PlanIndex } from './plan-index.ts';

export interface PlanProvider {
  /** `infra#provider.aws.dr` */
  readonly id: string;
  readonly region: Value | undefined;
  readonly account: Value | undefined;
  readonly defaultTags: Value | undefined;
}

export class PlanProviders {
  readonly #index: PlanIndex;
  readonly #deployment: Deployment;
  readonly #known = new Map<string, PlanProvider>();
  /** By provider key: what may tell its Region. */
  readonly #users = new Map<string, PlannedResource[]>();
  /** By credentials: what was looked up with them. */
  readonly #accounts = new Map<string, Value>();

  constructor(index: PlanIndex, deployment: Deployment) {
    this.#index = index;
    this.#deployment = deployment;
    for (const resource of index.resources()) this.#learnFrom(resource);
  }

  of(resource: PlannedResource): PlanProvider {
    const key = this.#keyOf(resource);
    const known = this.#known.get(key) ?? this.#make(key);
    this.#known.set(key, known);
    return known;
  }

  /** The key of the configuration that holds for a resource: of one that nothing passes, that of a caller. */
  #keyOf(resource: PlannedResource): string {
    const { providers } = this.#index.plan;
    const stated = this.#index.scopeOf(resource).block?.provider ?? '';
    let key = stated === '' ? (resource.type.split('_', 1)[0] ?? '') : stated;
    for (let at = key.lastIndexOf(':'); at !== -1 && !isConfigured(providers.get(key)); at = key.lastIndexOf(':')) {
      const [module, name] = [key.slice(0, at), key.slice(at + 1)];
      // An alias holds under its name in one module only.
      if (name.includes('.')) break;
      const caller = module.slice(0, Math.max(0, module.lastIndexOf('.module.')));
      key = caller === '' ? name : `${caller}:${name}`;
    }
    return key;
  }

  #make(key: string): PlanProvider {
    const provider = this.#index.plan.providers.get(key);
    const name = provider?.name ?? key.slice(key.lastIndexOf(':') + 1).replace(/\..*$/u, '');
    const id = nodeId(this.#deployment.id, providerAddress(key));
    const isAws = provider === undefined ? /^aws(?:cc)?$/u.test(name) : isAwsProvider(provider);
    if (!isAws) return { id, region: undefined, account: undefined, defaultTags: undefined };
    const expressions = this.#index.plan.readExpressions(provider?.expressions);
    return {
      id,
      region: this.#regionIn(expressions, provider) ?? this.#regionFromUsers(key) ?? this.#ambientRegion(key),
      account:
        accountIn(expressions) ?? this.#accounts.get(credentialsIn(expressions)) ?? this.#ambientAccount(expressions),
      defaultTags: defaultTagsIn(expressions),
    };
  }

  /** A constant, or the value of the one variable that the expression names. */
  #regionIn(expressions: TemplateNode | undefined, provider: PlannedProvider | undefined): Value | undefined {
    const expression = valueOf(expressions, 'region');
    const constant = constantOf(expression);
    if (constant !== undefined) return regionOf(constant);
    const [name, ...others] = namesIn(expression);
    if (name === undefined || others.length > 0 || provider?.module !== '') return undefined;
    const [root, variable = '', ...steps] = stepsOf(name);
    if (root !== 'var') return undefined;
    const { plan } = this.#index;
    let value = plan.read(plan.variables.get(variable));
    for (const step of steps) value = valueOf(value, step);
    const region = value === undefined ? undefined : regionOf(value);
    return region === undefined ? undefined : { ...region, marks: { ...noMarks, perDeployment: true } };
  }

  #learnFrom(resource: PlannedResource): void {
    if (!/^aws(?:cc)?_/u.test(resource.type)) return;
    const key = this.#keyOf(resource);
    if (resource.mode === 'managed' || resource.type === 'aws_region') appendTo(this.#users, key, resource);
    else if (resource.type === 'aws_caller_identity') this.#learnAccount(key, resource);
  }

  #learnAccount(key: string, resource: PlannedResource): void {
    const account = this.#index.textOf(resource, 'account_id');
    const expressions = this.#index.plan.readExpressions(this.#index.plan.providers.get(key)?.expressions);
    if (account !== undefined) this.#accounts.set(credentialsIn(expressions), scalar(account, resource.header));
  }

  /** People look the Region up; and since version 6 of the provider, every resource says where it is. */
  #regionFromUsers(key: string): Value | undefined {
    for (const resource of this.#users.get(key) ?? []) {
      const attributes = resource.mode === 'data' ? ['region', 'name', 'id'] : ['region'];
      const text = attributes.map((name) => this.#index.textOf(resource, name)).find((each) => each !== undefined);
      const region = text === undefined ? undefined : parseRegion(text);
      if (region !== undefined && !this.#index.isWritten(resource, 'region')) return scalar(region, resource.header);
    }
    return undefined;
  }

  #ambientRegion(key: string): Value {
    const { id, region } = this.#deployment;
    if (region !== undefined) return scalar(region, undefined, { ...noMarks, perDeployment: true });
    const reason: UnknownReason = {
      code: 'provider',
      subject: `the Region of provider ${JSON.stringify(key)}`,
      cure: 'Lint the plan together with its .tf files, or state the Region with --region or in the configuration.',
    };
    return unknown(nodeId(id, `${providerAddress(key)}.region`), reason);
  }

  /** Configurations with the same credentials share it. */
  #ambientAccount(expressions: TemplateNode | undefined): Value {
    const reason: UnknownReason = {
      code: 'provider',
      subject: 'the account of the provider',
      cure: 'Set allowed_account_ids or assume_role in the provider block.',
    };
    return unknown(nodeId(this.#deployment.id, `provider(${credentialsIn(expressions)}).account`), reason);
  }
}

function isConfigured(provider: PlannedProvider | undefined): boolean {
  return provider?.expressions !== undefined;
}

function isAwsProvider({ fullName, name }: PlannedProvider): boolean {
  return fullName === '' ? /^aws(?:cc)?$/u.test(name) : /(?:^|\/)hashicorp\/aws(?:cc)?$/u.test(fullName);
}

/** `module.network:aws.dr` → `module.network.provider.aws.dr`. */
function providerAddress(key: string): string {
  const at = key.lastIndexOf(':');
  return at === -1 ? `provider.${key}` : `${key.slice(0, at)}.provider.${key.slice(at + 1)}`;
}

function regionOf(node: TemplateNode): Value | undefined {
  const region = node.kind === 'scalar' ? parseRegion(String(node.value)) : undefined;
  return region === undefined ? undefined : scalar(region, node.range);
}

// ARN format: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
const roleArn = /^arn:[\w-]+:iam::(?<account>\d{12}):/u;

function accountIn(expressions: TemplateNode | undefined): Value | undefined {
  return accountOfRole(valueOf(expressions, 'assume_role')) ?? onlyAllowed(valueOf(expressions, 'allowed_account_ids'));
}

function accountOfRole(roles: TemplateNode | undefined): Value | undefined {
  const role = roles?.kind === 'sequence' ? roles.items.at(-1) : roles;
  const arn = constantOf(valueOf(role, 'role_arn'));
  const account = arn?.kind === 'scalar' ? roleArn.exec(String(arn.value))?.groups?.['account'] : undefined;
  return account === undefined ? undefined : scalar(account, arn?.range);
}

function onlyAllowed(expression: TemplateNode | undefined): Value | undefined {
  const allowed = constantOf(expression);
  const [only, ...others] = allowed?.kind === 'sequence' ? allowed.items : [];
  return only?.kind === 'scalar' && others.length === 0 ? scalar(String(only.value), only.range) : undefined;
}

/** What chooses the account, as one text: equal ones choose the same. */
function credentialsIn(expressions: TemplateNode | undefined): string {
  return credentialSettings.map((name) => textOf(valueOf(expressions, name))).join('|');
}

function textOf(node: TemplateNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'scalar') return JSON.stringify(node.value);
  if (node.kind === 'sequence') return `[${node.items.map((item) => textOf(item)).join(',')}]`;
  return `{${node.entries.map(({ key, value }) => `${key}:${textOf(value)}`).join(',')}}`;
}

function defaultTagsIn(expressions: TemplateNode | undefined): Value | undefined {
  const blocks = valueOf(expressions, 'default_tags');
  const block = blocks?.kind === 'sequence' ? blocks.items[0] : blocks;
  const tags = valueOf(block, 'tags');
  if (tags === undefined) return undefined;
  const constant = constantOf(tags);
  if (constant?.kind === 'mapping') {
    const scalars = constant.entries.flatMap(({ key, value }) =>
      value.kind === 'scalar' ? [[key, scalar(value.value, value.range)] as const] : [],
    );
    return map(new Map(scalars), constant.range);
  }
  const reason: UnknownReason = { code: 'computed', subject: 'the default tags of the provider', cure: '' };
  return unknown(`${tags.range.file.path}:${tags.range.start}`, reason, tags.range);
}
