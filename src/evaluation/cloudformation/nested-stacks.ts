/**
 * Stacks that a template nests: `AWS::CloudFormation::Stack` and `AWS::Serverless::Application` whose template lies in the
 * scanned tree. It is opened when something asks for an output of it, at the latest when its resources are declared.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
 */
import type { Outcome } from '../../core/outcome.ts';
import { type SourceRange, spanning } from '../../core/source.ts';
import { seenAt, unknown, type Value } from '../../core/value.ts';
import { readEmbeddedTemplate } from '../../loaders/cloudformation/embedded-template.ts';
import { isCloudFormationTemplate } from '../../loaders/cloudformation/template.ts';
import { type TemplateFile, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { existenceOf } from './existence.ts';
import { isInsideTree, localFile } from './local-files.ts';
import { expandLoops } from './loops.ts';
import { openStack, type StackInput } from './open-stack.ts';
import type { InstancePlace, NestedStack, NestedStacks, Scope, StackPlace, TemplateResource } from './scope.ts';
import { instancesOf, parametersIn, stackSetType } from './stack-sets.ts';
import { tagsOfStack } from './stack-tags.ts';
import { derivedUnknown } from './symbols.ts';
import { knownText } from './text.ts';
import { reportUnread } from './unresolved-parts.ts';
import { endOfUrl, pathsOfUpload, takesParameters } from './uploaded-template.ts';

/** Reads a template by its path; no value for what does not exist, or is none. */
export type ReadTemplate = (path: string) => Outcome<TemplateFile | undefined>;

/** A template may stand in itself by way of others; real ones nest a few levels. */
const deepest = 20;
/** Stacks of one deployment; CloudFormation allows an operation 2,500 resources in all. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostStacks = 500;

export function nestedStacks(readTemplate: ReadTemplate): NestedStacks {
  let left = mostStacks;
  const nested: NestedStacks = {
    open(resource, scope) {
      const { logicalId } = resource;
      if (scope.opened.has(logicalId)) return scope.opened.get(logicalId);
      // While it is opened it counts as unread, which ends circles of stacks that are given each other's outputs.
      scope.opened.set(logicalId, undefined);
      const path = locationOf(resource, scope, readTemplate);
      if (path === undefined) return undefined;
      left -= 1;
      const template =
        left < 0 || isTooDeep(path, resource, scope) ? undefined : read(path, resource, scope, readTemplate);
      if (template === undefined) return undefined;
      const place = placeIn(resource, template, scope);
      const parameters = passedTo(template, resource, scope);
      const stack = {
        template,
        scope: openInside(resource, scope, { template, place, parameters }),
        outputs: new Map(),
      };
      scope.opened.set(logicalId, stack);
      return stack;
    },
    openSet(resource, scope) {
      const instances = resource.type === stackSetType ? instancesOf(resource, scope) : undefined;
      if (instances === undefined) return undefined;
      if (instances.length > left) return tooMany(resource, scope);
      const template = templateOfSet(resource, scope, readTemplate);
      if (template === undefined) return undefined;
      left -= instances.length;
      scope.openedSets.add(resource.logicalId);
      return instances.map(({ region, account, parameters }) => {
        const prefix = `${scope.place.prefix}${resource.logicalId}["${region}"]/`;
        const place = placeIn(resource, template, scope, { prefix, region, account });
        const given = parameters ?? unknownParameters(template, place, scope);
        return {
          template,
          scope: openInside(resource, scope, { template, place, parameters: given }),
          outputs: new Map(),
        };
      });
    },
    output(resource, name, range, scope) {
      const stack = nested.open(resource, scope);
      return stack === undefined ? undefined : outputOf(stack, name, range, scope);
    },
  };
  return nested;
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html */
const locations: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** The template that a resource nests, where it lies in the scanned tree; what lies elsewhere is told. */
function locationOf(resource: TemplateResource, scope: Scope, readTemplate: ReadTemplate): string | undefined {
  const property = locations.get(resource.type);
  return property === undefined ? undefined : localTemplate(resource, { property, scope, readTemplate });
}

interface Search {
  /** The property that says where the template is. */
  readonly property: string;
  readonly scope: Scope;
  readonly readTemplate: ReadTemplate;
}

function localTemplate(resource: TemplateResource, search: Search): string | undefined {
  const { logicalId, node, header } = resource;
  const { property, scope } = search;
  const location = valueOf(valueOf(node, 'Properties'), property);
  const value = location === undefined ? undefined : scope.evaluate(location);
  const asset = assetOf(node, property);
  const assetPath = asset === undefined ? undefined : localFile(asset, pathOfScope(scope));
  if (assetPath !== undefined) return assetPath;
  const text = value?.kind === 'map' ? knownText(value.entries.get('ApplicationId')) : knownText(value);
  const path = text === undefined ? undefined : localFile(text, pathOfScope(scope));
  if (path !== undefined) return path;
  const uploaded = uploadedFrom(resource, value, search);
  if (uploaded === undefined) reportUnread(scope.place.prefix + logicalId, text, header, scope);
  return uploaded;
}

/** The file in the scanned tree that the template at a URL was uploaded from: it ends like the URL and takes what is passed to it. */
function uploadedFrom(
  resource: TemplateResource,
  location: Value | undefined,
  { scope, readTemplate }: Search,
): string | undefined {
  const end = endOfUrl(location);
  if (end.length === 0) return undefined;
  const { names, isComplete } = namesPassedBy(resource, scope);
  for (const path of pathsOfUpload(end, pathOfScope(scope))) {
    if (!isInsideTree(path) || scope.place.paths.includes(path)) continue;
    const template = readTemplate(path).value;
    if (template === undefined || !takesParameters(template, names, isComplete)) continue;
    const address = scope.place.prefix + resource.logicalId;
    const message = `"${address}" deploys a template from a URL that ends with ${end.join('/')}; ${path} is read in its place, which takes the same parameters.`;
    scope.report({ code: 'input/modelled-module', level: 'note', message, help: '', range: resource.header });
    return path;
  }
  return undefined;
}

function namesPassedBy(
  { type, node }: TemplateResource,
  scope: Scope,
): { readonly names: ReadonlySet<string>; readonly isComplete: boolean } {
  const section = valueOf(valueOf(node, 'Properties'), 'Parameters');
  const passed = section === undefined ? undefined : scope.evaluate(section);
  if (type === stackSetType) {
    const parameters = parametersIn(passed);
    return { names: new Set(parameters?.keys()), isComplete: false };
  }
  if (passed === undefined) return { names: new Set(), isComplete: true };
  if (passed.kind !== 'map') return { names: new Set(), isComplete: false };
  return { names: new Set(passed.entries.keys()), isComplete: passed.rest === undefined };
}

/**
 * CDK uploads a nested template under a name of its own, and says beside it which file that is.
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/README.md
 */
function assetOf(node: TemplateNode, property: string): string | undefined {
  const metadata = valueOf(node, 'Metadata');
  const path = valueOf(metadata, 'aws:asset:path');
  const uploaded = valueOf(metadata, 'aws:asset:property');
  if (path?.kind !== 'scalar' || uploaded?.kind !== 'scalar' || uploaded.source !== property) return undefined;
  return path.source;
}

function pathOfScope({ place }: Scope): string {
  return place.paths.at(-1) ?? '';
}

function isTooDeep(path: string, resource: TemplateResource, scope: Scope): boolean {
  if (!scope.place.paths.includes(path)) return isNestedTooDeep(resource, scope);
  const { logicalId, header } = resource;
  const message = `The stack "${logicalId}" nests ${path}, in which it stands itself.`;
  scope.report({ code: 'input/cycle', level: 'error', message, help: 'Break the circle.', range: header });
  return true;
}

function isNestedTooDeep({ logicalId, header }: TemplateResource, scope: Scope): boolean {
  if (scope.place.paths.length < deepest) return false;
  const message = `Stacks are nested more than ${deepest} deep; what "${logicalId}" declares is not read.`;
  scope.report({ code: 'input/limit', level: 'warning', message, help: 'Nest fewer stacks.', range: header });
  return true;
}

function read(
  path: string,
  { logicalId, header }: TemplateResource,
  scope: Scope,
  readTemplate: ReadTemplate,
): TemplateFile | undefined {
  const { value: template, diagnostics } = isInsideTree(path)
    ? readTemplate(path)
    : { value: undefined, diagnostics: [] };
  for (const each of diagnostics) scope.diagnostics.push(each);
  if (template !== undefined && !diagnostics.some(({ level }) => level === 'error')) return template;
  const message = `The template of the nested stack "${logicalId}", "${path}", can't be read, or lies outside the scanned tree.`;
  const help = 'Correct the path, or scan from a folder that holds it.';
  scope.report({ code: 'input/unresolved-module', level: 'warning', message, help, range: header });
  return undefined;
}

/** @param instance of the stack set that the resource is */
function placeIn(
  resource: TemplateResource,
  template: TemplateFile,
  scope: Scope,
  instance?: InstancePlace,
): StackPlace {
  const { place } = scope;
  const { header, node, logicalId } = resource;
  return {
    prefix: instance?.prefix ?? `${place.prefix}${logicalId}/`,
    calls: [...place.calls, { header, block: spanning(header, node.range), ours: true }],
    paths: [...place.paths, template.file.path],
    instance: instance ?? place.instance,
    ...existenceOf(resource, scope),
  };
}

/** What an instance of a stack set imports is of its own Region and account, of which the other stacks of the run may not be. */
function openInside(
  resource: TemplateResource,
  outer: Scope,
  inner: Pick<StackInput, 'template' | 'place' | 'parameters'>,
): Scope {
  const { deployment, nested, createdAt } = outer;
  const tags = tagsOfStack(resource, outer);
  const besides = inner.place.instance === undefined ? outer : { others: undefined, sharedValues: undefined };
  const { others, sharedValues } = besides;
  return openStack({ ...inner, deployment, nested, others, tags, createdAt, sharedValues });
}

/** The template of a stack set: as text in it, or in the scanned tree. */
function templateOfSet(resource: TemplateResource, scope: Scope, readTemplate: ReadTemplate): TemplateFile | undefined {
  const body = valueOf(valueOf(resource.node, 'Properties'), 'TemplateBody');
  if (body !== undefined) return isNestedTooDeep(resource, scope) ? undefined : templateIn(body, scope);
  const path = localTemplate(resource, { property: 'TemplateURL', scope, readTemplate });
  return path === undefined || isTooDeep(path, resource, scope) ? undefined : read(path, resource, scope, readTemplate);
}

function templateIn(body: TemplateNode, scope: Scope): TemplateFile | undefined {
  const embedded = body.kind === 'scalar' ? readEmbeddedTemplate(body) : undefined;
  if (embedded === undefined) return undefined;
  const { value: template, diagnostics } = embedded;
  for (const each of diagnostics) scope.diagnostics.push(each);
  const isBroken = diagnostics.some(({ level }) => level === 'error');
  return isBroken || !isCloudFormationTemplate(template.root) ? undefined : template;
}

function tooMany({ logicalId, header }: TemplateResource, scope: Scope): undefined {
  const message = `Stacks nest more than ${mostStacks} others; what "${logicalId}" declares is not read.`;
  scope.report({ code: 'input/limit', level: 'warning', message, help: 'Scan fewer of them at once.', range: header });
}

/** What the resource passes to the stack; where not even the names are known, every parameter is unknown. */
function passedTo(
  template: TemplateFile,
  { node, header }: TemplateResource,
  scope: Scope,
): ReadonlyMap<string, Value> {
  const section = valueOf(valueOf(node, 'Properties'), 'Parameters');
  const passed = section === undefined ? undefined : scope.evaluate(section);
  if (passed === undefined) return new Map();
  if (passed.kind === 'map' && passed.rest === undefined) return passed.entries;
  const names = entriesOf(valueOf(template.root, 'Parameters'));
  const known = passed.kind === 'map' ? passed.entries : new Map<string, Value>();
  return new Map(
    names.map((name) => [
      name,
      known.get(name) ?? derivedUnknown(`parameter ${name}`, [passed], section?.range ?? header),
    ]),
  );
}

/** Of a stack set that is passed a list in which not all names are known. */
function unknownParameters(
  template: TemplateFile,
  { prefix, calls }: StackPlace,
  { deployment }: Scope,
): ReadonlyMap<string, Value> {
  const names = entriesOf(valueOf(template.root, 'Parameters'));
  return new Map(
    names.map((name) => {
      const reason = { code: 'input', subject: `parameter ${name}`, cure: '' } as const;
      return [name, unknown(`${deployment.id}#${prefix}passed ${name}`, reason, calls.at(-1)?.header)];
    }),
  );
}

function outputOf(
  { scope: inner, template, outputs }: NestedStack,
  name: string,
  range: SourceRange,
  scope: Scope,
): Value | undefined {
  if (!outputs.has(name)) {
    // While it is evaluated it has no value, which ends circles.
    outputs.set(name, undefined);
    outputs.set(name, evaluateOutput(template, name, inner));
  }
  const value = outputs.get(name);
  if (value !== undefined) return seenAt(value, range);
  const names = [...outputsOf(template, inner).keys()];
  if (names.includes(name)) return undefined;
  const message = `The stack has no output "${name}": ${template.file.path} declares none of this name.`;
  return scope.fault(range, message, `Declare it there, or correct the name.${scope.suggestion(name, names)}`);
}

function evaluateOutput(template: TemplateFile, name: string, scope: Scope): Value | undefined {
  const value = valueOf(outputsOf(template, scope).get(name), 'Value');
  return value === undefined ? undefined : scope.evaluate(value);
}

/** The declared outputs by name, loops expanded. */
function outputsOf({ root }: TemplateFile, scope: Scope): ReadonlyMap<string, TemplateNode> {
  const section = valueOf(root, 'Outputs');
  if (section?.kind !== 'mapping') return new Map();
  return new Map(expandLoops(section.entries, scope).map(({ entry }) => [entry.key, entry.value]));
}

function entriesOf(section: TemplateNode | undefined): readonly string[] {
  return section?.kind === 'mapping' ? section.entries.map(({ key }) => key) : [];
}
