/** What a template says besides its resources: what its outputs name, and what its conditions ask about the stack's place. */
import { type NodeId, parseRegion } from '../../core/ids.ts';
import { type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import type { PlaceQuestion, TemplateSettings } from '../declared-resource.ts';
import type { Scope } from './scope.ts';

const regionName = 'AWS::Region';

export function templateSettings(root: TemplateNode | undefined, scope: Scope): TemplateSettings {
  return {
    outputs: outputsOf(valueOf(root, 'Outputs'), scope),
    questions: questionsOf(scope),
    filesByRegion: [...(scope.deployment.parametersByRegion?.values() ?? [])],
  };
}

function outputsOf(section: TemplateNode | undefined, scope: Scope): ReadonlyMap<string, readonly NodeId[]> {
  const outputs = new Map<string, readonly NodeId[]>();
  if (section?.kind !== 'mapping') return outputs;
  for (const { key, value } of section.entries) {
    const named = namesIn(valueOf(value, 'Value')).filter((name) => scope.resources.has(name));
    if (named.length > 0)
      outputs.set(
        key,
        named.map((name) => scope.idOf(name)),
      );
  }
  return outputs;
}

/** The names that the intrinsic functions in a value refer to. */
function namesIn(node: TemplateNode | undefined): readonly string[] {
  if (node?.kind === 'sequence') return node.items.flatMap(namesIn);
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => {
    const texts = textsOf(value);
    if (key === 'Ref') return texts;
    if (key === 'Fn::GetAtt') return texts.slice(0, 1).map((text) => text.split('.', 1).join());
    const inText = key === 'Fn::Sub' ? texts.flatMap((text) => [...text.matchAll(/\$\{([\w:]+)/gu)]) : [];
    return [...inText.map(([, name = '']) => name), ...namesIn(value)];
  });
}

function textsOf(node: TemplateNode): readonly string[] {
  if (node.kind === 'scalar') return [node.source];
  return node.kind === 'sequence' ? node.items.flatMap(textsOf) : [];
}

/** Of the conditions and mappings of this template, and in what it nests of those about the Region or about a parameter that nobody states. */
function questionsOf(scope: Scope): readonly PlaceQuestion[] {
  const own = [...scope.conditions].flatMap(([condition, node]) =>
    comparisonsIn(node).map((operands) => ({ condition, operands })),
  );
  const nested = [...scope.opened.values()].flatMap((stack) =>
    stack === undefined ? [] : openQuestionsOf(stack.scope),
  );
  return [...own, ...mappingsByRegion(scope.mappings), ...nested];
}

/** What a nested template is told, it is told as a part of its stack. */
function openQuestionsOf(scope: Scope): readonly PlaceQuestion[] {
  return questionsOf(scope).filter(({ operands }) =>
    operands.some((name) => name === regionName || scope.parameters.get(name)?.kind === 'unknown'),
  );
}

/** Mappings that are looked up by Region ask for it, too; lists of what AWS calls otherwise in each of them are long. */
const mostRegions = 6;

function mappingsByRegion(section: TemplateNode | undefined): readonly PlaceQuestion[] {
  if (section?.kind !== 'mapping') return [];
  return section.entries.flatMap(({ key, value }) => {
    const regions = value.kind === 'mapping' ? value.entries : [];
    const isByRegion = regions.length > 1 && regions.every((entry) => parseRegion(entry.key) !== undefined);
    if (!isByRegion || regions.length > mostRegions) return [];
    return [{ condition: key, operands: [regionName, ...regions.flatMap((entry) => leavesOf(entry.value))] }];
  });
}

function leavesOf(node: TemplateNode): readonly string[] {
  return node.kind === 'mapping' ? node.entries.flatMap(({ value }) => leavesOf(value)) : textsOf(node);
}

/** The names and texts that each `Fn::Equals` compares. */
function comparisonsIn(node: TemplateNode): readonly (readonly string[])[] {
  if (node.kind === 'sequence') return node.items.flatMap(comparisonsIn);
  if (node.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) =>
    key === 'Fn::Equals' && value.kind === 'sequence' ? [value.items.flatMap(operandsOf)] : comparisonsIn(value),
  );
}

function operandsOf(node: TemplateNode): readonly string[] {
  return node.kind === 'scalar' ? [node.source] : namesIn(node);
}
