/** The parts of a template whose content isn't in it: nested stacks, stack sets, applications, macros. Each could declare anything. */
import { nodeId } from '../../core/ids.ts';
import type { SourceRange } from '../../core/source.ts';
import { map, type MapValue, type Value } from '../../core/value.ts';
import type { TemplateNode } from '../../loaders/template-node.ts';
import { type DeclaredResource, noLifecycle } from '../declared-resource.ts';
import type { Scope } from './scope.ts';
import { stackSetType } from './stack-sets.ts';
import { knownText } from './text.ts';
import { type Transform, transformsOf } from './transforms.ts';
import { endOfUrl } from './uploaded-template.ts';

/** The types that deploy another template, and the property that says where it is. */
const nestingTypes = new Map([
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
  [stackSetType, 'TemplateURL'],
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
  ['AWS::Serverless::Application', 'Location'],
]);

export function unresolvedParts(
  root: TemplateNode | undefined,
  declared: readonly DeclaredResource[],
  scope: Scope,
): readonly DeclaredResource[] {
  const parts: DeclaredResource[] = [];
  for (const resource of declared) {
    if (resource.kind === 'unresolved') reportUnread(resource.address, resource.sourceType, resource.header, scope);
    const property = nestingTypes.get(resource.sourceType);
    if (property !== undefined && !isOpened(resource, scope)) parts.push(nestedTemplate(resource, property, scope));
  }
  for (const transform of transformsOf(root)) if (transform.addsAnything) parts.push(macro(transform, scope));
  return parts;
}

/** Its template was read, so what it declares is known. */
function isOpened({ address }: DeclaredResource, scope: Scope): boolean {
  const logicalId = address.slice(scope.place.prefix.length);
  return scope.opened.get(logicalId) !== undefined || scope.openedSets.has(logicalId);
}

/** Logical ids are letters and digits, so brackets hold the Region of a stack set's instance. */
export function withoutInstances(address: string): string {
  return address.replaceAll(/\["[\w-]+"\]/gu, '');
}

/** `Network` the stack, `Network/*` what it declares. */
function nestedTemplate(resource: DeclaredResource, property: string, scope: Scope): DeclaredResource {
  const location = resource.attributes.entries.get(property);
  const source = sourceOf(location);
  const end = endOfUrl(location).join('/');
  // Why a stack is not opened has been told.
  if (resource.sourceType === stackSetType) reportUnread(resource.address, source, resource.header, scope);
  const address = `${resource.address}/*`;
  const attributes = inputsOf(resource.attributes);
  return {
    ...resource,
    kind: 'unresolved',
    id: nodeId(resource.deployment, address),
    address,
    anchor: withoutInstances(address),
    sourceType: source ?? (end === '' ? resource.sourceType : end),
    attributes,
  };
}

/** @param source what the resource at the address deploys, as it is written; undefined where that is not known */
export function reportUnread(address: string, source: string | undefined, range: SourceRange, scope: Scope): void {
  const what =
    source === undefined
      ? 'a template that is not read as a part of this one'
      : `${source}, which is not read as a part of this template`;
  const message = `"${address}" deploys ${what}; what it declares is unknown here.`;
  scope.report({ code: 'input/unresolved-module', level: 'note', message, help: '', range });
}

function sourceOf(value: Value | undefined): string | undefined {
  return value?.kind === 'map' ? knownText(value.entries.get('ApplicationId')) : knownText(value);
}

function inputsOf(attributes: MapValue): MapValue {
  const inputs = attributes.entries.get('Parameters');
  return inputs?.kind === 'map' ? inputs : map(new Map(), attributes.range);
}

function macro({ name, range }: Transform, scope: Scope): DeclaredResource {
  const { deployment } = scope;
  const message = `The macro ${name} may add or change resources when the template is deployed; what it does is unknown.`;
  scope.report({ code: 'input/unresolved-include', level: 'note', message, help: '', range });
  const address = `${scope.place.prefix}Transform/${name}`;
  return {
    kind: 'unresolved',
    id: nodeId(deployment.id, address),
    deployment: deployment.id,
    language: 'cloudformation',
    address,
    anchor: withoutInstances(address),
    sourceType: name,
    exists: 'yes',
    existsBecause: undefined,
    attributes: map(new Map(), range),
    lifecycle: noLifecycle,
    region: scope.pseudoParameters.get('AWS::Region'),
    account: scope.pseudoParameters.get('AWS::AccountId'),
    scope: scope.surroundings,
    defaultTags: undefined,
    header: range,
    block: range,
    calls: [],
    dependsOn: [],
  };
}
