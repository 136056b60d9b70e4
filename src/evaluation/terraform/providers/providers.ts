/**
 * Provider configurations: which one a resource belongs to, through aliases, `providers` maps and inheritance, and the
 * Region, account and tags that it gives.
 *
 * https://developer.hashicorp.com/terraform/language/modules/develop/providers
 */
import { nodeId } from '../../../core/ids.ts';
import { map, scalar, unknown, type UnknownReason, type Value } from '../../../core/value.ts';
import type { Block, Body, Expression } from '../../../loaders/hcl/ast.ts';
import {
  attributeNamed,
  type ProviderBlock,
  type TerraformModule,
} from '../../../loaders/terraform/terraform-module.ts';
import { writtenText } from '../../../loaders/terraform/written-text.ts';
import { evaluateBody } from '../resources/blocks.ts';
import { itemAt } from '../expressions/access.ts';
import type { RootRun } from '../root-run.ts';
import type { Scope } from '../scope.ts';
import { toText } from '../values/convert.ts';
import { placedAt } from '../values/places.ts';
import { keyOf } from '../values/symbols.ts';

/** `aws`, or `aws.dr` with the alias `dr`. */
export interface ProviderName {
  readonly name: string;
  readonly alias: string | undefined;
  /** Which of the instances that OpenTofu makes of a block with `for_each`: the index, `aws.by_region["eu-west-1"]`. */
  readonly instance?: Value;
}

export interface ProviderConfiguration {
  /** Root and address: `infra#provider.aws.dr`. Resources with the same one share Region and account. */
  readonly id: string;
  /** Undefined for what is no provider of AWS. */
  readonly region: Value | undefined;
  readonly account: Value | undefined;
  readonly defaultTags: Value | undefined;
  /** Where it is configured; undefined when it is nowhere. */
  readonly block: Block | undefined;
  /** Nothing in the code says which Region it is for. */
  readonly lacksRegion: boolean;
}

/** `aws.dr`, of any instance. */
export function providerKey({ name, alias }: ProviderName): string {
  return alias === undefined ? name : `${name}.${alias}`;
}

/** `aws.dr`, or `aws.by_region["eu-west-1"]`. */
export function providerInstanceKey(provider: ProviderName): string {
  return `${providerKey(provider)}${suffixOf(provider.instance)}`;
}

function suffixOf(instance: Value | undefined): string {
  return instance === undefined ? '' : `[${keyOf(instance)}]`;
}

/** The provider that an expression names, with the index of one that has several instances. */
function referredProvider(expression: Expression, scope: Scope): ProviderName | undefined {
  if (expression.kind !== 'index') return parseProviderName(expression);
  const named = parseProviderName(expression.target);
  return named === undefined ? undefined : { ...named, instance: scope.evaluate(expression.index) };
}

/** `aws`, `aws.dr`, or the same in quotes; undefined for what is none of these. */
function parseProviderName(expression: Expression): ProviderName | undefined {
  if (expression.kind === 'variable') return { name: expression.name, alias: undefined };
  if (expression.kind === 'attribute' && expression.target.kind === 'variable') {
    return { name: expression.target.name, alias: expression.name };
  }
  const part = expression.kind === 'template' ? expression.parts[0] : undefined;
  if (part?.kind !== 'text') return undefined;
  const [name = '', alias] = part.text.split('.');
  return { name, alias };
}

/**
 * The provider that a resource names, or the default one of its type's prefix.
 *
 * @param scope of the instance, for its key may choose the provider's
 */
export function providerOf(type: string, body: Body, scope: Scope): ProviderName {
  const stated = attributeNamed(body, 'provider');
  const name = type.split('_', 1)[0] ?? type;
  if (stated === undefined) return { name, alias: undefined };
  // Some other expression chooses one of several: none that has a name.
  return referredProvider(stated.value, scope) ?? { name, alias: writtenText(stated.value.range) };
}

/** What a module call passes: the name inside the called module → the caller's. */
export function passedProviders(call: Block, scope: Scope): ReadonlyMap<string, ProviderName> {
  const passed = new Map<string, ProviderName>();
  const written = attributeNamed(call.body, 'providers')?.value;
  if (written?.kind !== 'object') return passed;
  for (const { key, value } of written.items) {
    const inner = parseProviderName(key.kind === 'parenthesis' ? key.inner : key);
    const outer = referredProvider(value, scope);
    if (inner !== undefined && outer !== undefined) passed.set(providerKey(inner), outer);
  }
  return passed;
}

/** Whether a provider's local name stands for one of AWS's providers. */
export function isAwsProvider(name: string, module: TerraformModule): boolean {
  if (name === 'aws' || name === 'awscc') return true;
  const requirements = module.settings
    .flatMap((block) => block.body.blocks)
    .filter((block) => block.type === 'required_providers');
  for (const requirement of requirements) {
    const value = attributeNamed(requirement.body, name)?.value;
    const source =
      value?.kind === 'object' ? value.items.find(({ key }) => parseProviderName(key)?.name === 'source') : undefined;
    const part = source?.value.kind === 'template' ? source.value.parts[0] : undefined;
    if (part?.kind === 'text' && /(?:^|\/)hashicorp\/aws(?:cc)?$/u.test(part.text)) return true;
  }
  return false;
}

/** @param instance which one, of a block with `for_each` */
export function configureProvider(
  { name, alias, block }: ProviderBlock,
  isAws: boolean,
  scope: Scope,
  instance: Value | undefined,
): ProviderConfiguration {
  const { run, module } = scope;
  const key = providerInstanceKey({ name, alias, ...(instance !== undefined && { instance }) });
  const id = nodeId(run.deployment.id, `${module.address === '' ? '' : `${module.address}.`}provider.${key}`);
  if (!isAws) return { id, region: undefined, account: undefined, defaultTags: undefined, block, lacksRegion: false };
  const settings = evaluateBody(settingsIn(block.body), scopeOfInstance(block.body, scope, instance));
  const region = settings.get('region');
  const profile = settings.get('profile');
  return {
    id,
    region:
      region === undefined
        ? ambientRegion(run, name, profile, block)
        : placedAt(region, region.range ?? block.headerRange),
    account: accountOf(settings, name, run),
    defaultTags: defaultTagsOf(settings),
    block,
    lacksRegion: region === undefined && run.deployment.region === undefined,
  };
}

/** Arguments that choose the configuration, and don't configure it. */
function settingsIn(body: Body): Body {
  return { ...body, attributes: body.attributes.filter(({ name }) => name !== 'alias' && name !== 'for_each') };
}

/**
 * OpenTofu: a block with `for_each` is one configuration for each key, `each` bound in it as in a resource.
 * https://opentofu.org/docs/language/providers/configuration/
 */
function scopeOfInstance(body: Body, scope: Scope, instance: Value | undefined): Scope {
  const forEach = attributeNamed(body, 'for_each');
  if (forEach === undefined || instance === undefined) return scope;
  const collection = scope.evaluate(forEach.value);
  const isSet =
    (collection.kind === 'list' && collection.set) ||
    (collection.kind === 'unknown' && collection.symbol.key.startsWith('toset('));
  const value = isSet ? instance : itemAt(collection, instance, forEach.value.range, scope);
  const each = map(
    new Map([
      ['key', instance],
      ['value', value],
    ]),
  );
  return scope.with([['each', each]]);
}

/** A provider without a block takes Region and account from the environment that Terraform is run in. */
export function unconfiguredProvider(run: RootRun, provider: ProviderName, isAws: boolean): ProviderConfiguration {
  const id = nodeId(run.deployment.id, `provider.${providerKey(provider)}`);
  return {
    id,
    region: isAws ? ambientRegion(run, providerKey(provider), undefined, undefined) : undefined,
    account: isAws ? ambientAccount(run, provider.name, []) : undefined,
    defaultTags: undefined,
    block: undefined,
    lacksRegion: isAws && run.deployment.region === undefined,
  };
}

/** The deployment's stated Region, else one unknown for all that take it from the same environment. */
function ambientRegion(run: RootRun, name: string, profile: Value | undefined, block: Block | undefined): Value {
  const { deployment } = run;
  if (deployment.region !== undefined) {
    return { ...scalar(deployment.region), marks: { sensitive: false, via: [], perDeployment: true } };
  }
  const suffix = profile === undefined ? '' : `(${keyOf(profile)})`;
  const reason: UnknownReason = {
    code: 'provider',
    subject: `the Region of provider ${JSON.stringify(name)}`,
    cure: 'Set region in the provider block, or state it with --region or in the configuration.',
  };
  return unknown(nodeId(deployment.id, `provider.${name}${suffix}.region`), reason, block?.headerRange);
}

/** Of providers that nothing tells apart it is one account, in whichever root: a name with its id in it is one name. */
function ambientAccount(run: RootRun, name: string, credentials: readonly Value[]): Value {
  const reason: UnknownReason = {
    code: 'provider',
    subject: `the account of provider ${JSON.stringify(name)}`,
    cure: 'Set allowed_account_ids or assume_role in the provider block.',
  };
  if (credentials.length === 0) return unknown('account', reason);
  const chosenBy = credentials.map((value) => keyOf(value)).join(',');
  return unknown(nodeId(run.deployment.id, `provider.${name}(${chosenBy}).account`), reason);
}

/** What chooses the account, where the code does not name it: configurations that agree in these share it. */
export const credentialSettings: readonly string[] = [
  'profile',
  'access_key',
  'assume_role',
  'assume_role_with_web_identity',
  'shared_config_files',
];

// ARN format: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
const roleArnPattern = /^arn:[\w-]+:iam::(?<account>\d{12}):/u;

function accountOf(settings: ReadonlyMap<string, Value>, name: string, run: RootRun): Value {
  const roles = settings.get('assume_role');
  const role = roles?.kind === 'list' ? roles.items.at(-1) : undefined;
  const arn = role?.kind === 'map' ? role.entries.get('role_arn') : undefined;
  const account = arn === undefined ? undefined : accountInArn(arn);
  if (account !== undefined) return account;
  const allowed = settings.get('allowed_account_ids');
  const [only, ...others] = allowed?.kind === 'list' ? allowed.items : [];
  if (only !== undefined && others.length === 0) return only;
  const credentials = credentialSettings.map((each) => settings.get(each)).filter((each) => each !== undefined);
  return ambientAccount(run, name, credentials);
}

/** The account field of a role's ARN: written, or the one thing that stands in its place in a template. */
function accountInArn(arn: Value): Value | undefined {
  if (arn.kind === 'template') {
    const [head, account, tail] = arn.parts;
    const isField =
      typeof head === 'string' && /^arn:[\w-]+:iam::$/u.test(head) && typeof tail === 'string' && tail.startsWith(':');
    return isField && typeof account === 'object' ? account : undefined;
  }
  const account = roleArnPattern.exec(toText(arn) ?? '')?.groups?.['account'];
  return account === undefined ? undefined : { ...scalar(account, arn.range, arn.marks), decidedAt: arn.decidedAt };
}

function defaultTagsOf(settings: ReadonlyMap<string, Value>): Value | undefined {
  const blocks = settings.get('default_tags');
  const first = blocks?.kind === 'list' ? blocks.items[0] : undefined;
  if (first?.kind === 'unknown') return first;
  return first?.kind === 'map' ? first.entries.get('tags') : undefined;
}
