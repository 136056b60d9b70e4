/** Pairs of templates as SAM's own translator has them for its tests: what goes in, what comes out, and how the two are compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcome } from '../../src/core/outcome.ts';
import { SourceFile } from '../../src/core/source.ts';
import { nestedStacks } from '../../src/evaluation/cloudformation/nested-stacks.ts';
import { openStack } from '../../src/evaluation/cloudformation/open-stack.ts';
import { knownText } from '../../src/evaluation/cloudformation/text.ts';
import { loadTemplateFile } from '../../src/loaders/cloudformation/template.ts';
import type { TemplateNode } from '../../src/loaders/template-node.ts';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** SAM's marks on what it makes, and other properties that no policy can ask for: what is compared goes without them. */
const ignoredTags: ReadonlySet<Plain | undefined> = new Set([
  'lambda:createdBy',
  'httpapi:createdBy',
  'stateMachine:createdBy',
]);
const ignoredKeys: ReadonlySet<string> = new Set(['httpapi:createdBy', 'websocketapi:createdBy', 'Connectors']);
const ignoredProperties: ReadonlySet<string> = new Set([
  // The hash of the definition.
  'AWS::ApiGateway::Deployment.Description',
  // Made of text here, of lines there.
  'AWS::StepFunctions::StateMachine.DefinitionString',
  'AWS::StepFunctions::StateMachine.DefinitionSubstitutions',
  // Of what SAM writes into a definition, only the ways of requests are made.
  'AWS::ApiGateway::RestApi.Body',
  'AWS::ApiGatewayV2::Api.Body',
  // Written into the definition there.
  'AWS::ApiGateway::RestApi.DisableExecuteApiEndpoint',
  'AWS::ApiGatewayV2::Api.DisableExecuteApiEndpoint',
  'AWS::ApiGatewayV2::Api.Tags',
  // With what events say of their routes.
  'AWS::ApiGatewayV2::Stage.RouteSettings',
  // Nothing reads what a role may do.
  'AWS::IAM::Role.ManagedPolicyArns',
  'AWS::IAM::Role.Policies',
]);
/** What SAM makes of these is read by no policy, so that dr-lint leaves it out. */
const ignoredTypes: ReadonlySet<string> = new Set([
  'AWS::Lambda::Permission',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::ApiGatewayV2::Route',
]);

/** Stands for a value that dr-lint doesn't claim to know. */
const notKnown = 'not known';

/** Names of the pairs in a folder with `input` and `output`, without those that SAM refuses. */
export function translatorPairs(folder: string): readonly string[] {
  const outputs = new Set(readdirSync(join(folder, 'output')).filter((name) => name.endsWith('.json')));
  return readdirSync(join(folder, 'input'))
    .map((name) => name.replace(/\.ya?ml$/u, ''))
    .filter((name) => outputs.has(`${name}.json`) && !name.startsWith('error_'))
    .sort();
}

/** What differs between our resources and SAM's, one line each. */
export function differences(folder: string, name: string): readonly string[] {
  const ours = resourcesOf(serverless(readFileSync(join(folder, 'input', `${name}.yaml`), 'utf8')), `${name}.yaml`);
  const theirs = resourcesOf(readFileSync(join(folder, 'output', `${name}.json`), 'utf8'), `${name}.json`);
  const found: string[] = [];
  for (const id of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
    const [own, their] = [ours.get(id), theirs.get(id)];
    if (ignoredTypes.has(typeOf(own ?? their)) || id === 'CodeDeployServiceRole') continue;
    if (own === undefined) found.push(`- ${id} (${typeOf(their)})`);
    else if (their === undefined) found.push(`+ ${id} (${typeOf(own)})`);
    else compare(withoutIgnored(own), withoutIgnored(their), `${id} (${typeOf(their)})`, found);
  }
  return found;
}

/** The translator's own input goes without the line that calls it. */
function serverless(text: string): string {
  if (/^Transform:/mu.test(text)) return text.replace('2016-10-31-test', '2016-10-31');
  return text.replace(/^Resources:/mu, 'Transform: AWS::Serverless-2016-10-31\nResources:');
}

function withoutIgnored(resource: Plain): Plain {
  if (!isMapping(resource)) return resource;
  const attributes = Object.entries(resource).filter(
    ([key, value]) =>
      key !== 'UpdatePolicy' && key !== 'DependsOn' && valueOfPlain(value, 'aws:sam:connectors') === undefined,
  );
  const properties = resource['Properties'];
  const kept = isMapping(properties)
    ? Object.entries(properties).filter(([key]) => !ignoredProperties.has(`${typeOf(resource)}.${key}`))
    : [];
  return { ...Object.fromEntries(attributes), Properties: Object.fromEntries(kept) };
}

function typeOf(resource: Plain | undefined): string {
  const type = valueOfPlain(resource, 'Type');
  return typeof type === 'string' ? type : '';
}

function resourcesOf(text: string, path: string): ReadonlyMap<string, Plain> {
  const template = loadTemplateFile(new SourceFile(path, text)).value;
  const scope = openStack({
    deployment: { id: 'stack', language: 'cloudformation', path, inputFiles: [], region: undefined, role: undefined },
    template,
    parameters: new Map(),
    place: { prefix: '', calls: [], paths: [path], exists: 'yes', existsBecause: undefined },
    nested: nestedStacks(() => outcome(undefined)),
    tags: undefined,
    createdAt: undefined,
  });
  const names = new Map<string, Plain>(
    [...scope.generatedNames].map(([name, id]) => [name, { Ref: withoutHash(id) }] as const),
  );
  const defaults = [...scope.parameters].map(([name, value]) => [name, knownText(value)] as const);
  for (const [name, text] of defaults) if (text !== undefined) names.set(name, text);
  const resources = [...scope.resources].map(([id, { node }]) => [withoutHash(id), plain(node, names)] as const);
  return new Map(resources.filter(([, resource]) => valueOfPlain(resource, 'Type') !== undefined));
}

/** SAM ends some logical ids in a hash of what they are made of. */
function withoutHash(text: string): string {
  return text.replace(/(?<=^[A-Za-z][A-Za-z0-9]{2,})[0-9a-f]{10}(?=$|\.)/u, '');
}

function plain(node: TemplateNode, names: ReadonlyMap<string, Plain>, isOrdered = false): Plain {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string'
        ? withoutHash(node.value).replaceAll('${AWS::Partition}', 'aws')
        : node.value;
    case 'sequence':
      return plainItems(node.items, names, isOrdered);
    case 'mapping':
      return plainMapping(node, names);
  }
}

/** The order of the lists that SAM makes says nothing, but for the arguments of functions; SAM's outputs turn those of `Fn::GetAtt` round here and there. */
function plainItems(items: readonly TemplateNode[], names: ReadonlyMap<string, Plain>, isOrdered: boolean): Plain {
  const kept = items.map((item) => plain(item, names)).filter((item) => !ignoredTags.has(valueOfPlain(item, 'Key')));
  return isOrdered ? kept : kept.toSorted(byText);
}

function byText(one: Plain, other: Plain): number {
  return written(one) < written(other) ? -1 : 1;
}

function plainMapping(node: TemplateNode, names: ReadonlyMap<string, Plain>): Plain {
  if (node.kind !== 'mapping') return null;
  const [only] = node.entries;
  if (only?.key === 'Rain::Serverless') return notKnown;
  if (only?.key === 'Ref' && only.value.kind === 'scalar') {
    const name = only.value.source;
    return names.has(name) ? (names.get(name) ?? '') : { Ref: withoutHash(name) };
  }
  if (only?.key === 'Fn::Sub' && only.value.kind === 'scalar') {
    const text = plain(only.value, names);
    if (typeof text === 'string' && !text.includes('${')) return text;
  }
  if (only?.key === 'Fn::GetAtt' && only.value.kind === 'scalar') {
    return { 'Fn::GetAtt': only.value.source.split('.').toSorted() };
  }
  return Object.fromEntries(
    node.entries
      .filter(({ key }) => !ignoredKeys.has(key))
      .map(({ key, value }) => [key, plain(value, names, key.startsWith('Fn::') && key !== 'Fn::GetAtt')] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function valueOfPlain(value: Plain | undefined, key: string): Plain | undefined {
  return isMapping(value) ? value[key] : undefined;
}

function isMapping(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(own: Plain | undefined, their: Plain | undefined, at: string, found: string[]): void {
  if (own === notKnown || (isEmpty(own) && isEmpty(their))) return;
  if (Array.isArray(own) && Array.isArray(their) && own.length === their.length) {
    own.forEach((item: Plain, index) => compare(item, their[index], `${at}.${index}`, found));
  } else if (isMapping(own) && isMapping(their)) {
    for (const key of new Set([...Object.keys(own), ...Object.keys(their)])) {
      compare(own[key], their[key], `${at}.${key}`, found);
    }
  } else if (written(own) !== written(their)) {
    found.push(`~ ${at}: ${JSON.stringify(own)?.slice(0, 150)} is ${JSON.stringify(their)?.slice(0, 150)}`);
  }
}

/** SAM's own output has numbers as text here and there. */
function written(value: Plain | undefined): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isEmpty(value: Plain | undefined): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
