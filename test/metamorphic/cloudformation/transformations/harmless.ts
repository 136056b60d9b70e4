/** What may be added to a template without changing what it means: dependencies, conditions that hold, and `AWS::NoValue`. */
import { changed, withResources, withSection } from '../template-project.ts';
import {
  call,
  calledBy,
  isList,
  isTreeMap,
  mayBeEmpty,
  readAsWritten,
  sectionOf,
  withEntries,
  type Tree,
  type TreeMap,
} from '../tree.ts';
import { isOfSpelling } from '../../transformation.ts';
import type { TemplateTransformation } from './index.ts';

export const withDependencies: TemplateTransformation = {
  what: 'with a dependency of every resource',
  isExcepted: (judgement) => /[ /]WaitedFor$/u.test(judgement),
  rewrite: (project) =>
    changed(project, (template) => {
      if (nestsPerhapsNothing(template)) return undefined;
      const after = withResources(template, (resource) => {
        const stated = resource.get('DependsOn') ?? [];
        return withEntries(resource, { DependsOn: [...(isList(stated) ? stated : [stated]), 'WaitedFor'] });
      });
      return withSection(after, 'Resources', new Map([['WaitedFor', waitedForIn(template)]]));
    }),
};

/** Nothing could be added that exists as surely as what such a stack holds. */
function nestsPerhapsNothing(template: TreeMap): boolean {
  const resources = [...sectionOf(template, 'Resources').values()].filter(isTreeMap);
  return mayBeEmpty(template) && !resources.every((resource) => resource.has('Condition'));
}

/** It exists as surely as what waits for it, so that a stack of which nothing is created stays empty. */
function waitedForIn(template: TreeMap): TreeMap {
  const resources = [...sectionOf(template, 'Resources').values()].filter(isTreeMap);
  const [condition, ...others] = new Set(resources.map((resource) => resource.get('Condition')));
  return new Map<string, Tree>([
    ['Type', 'AWS::CloudFormation::WaitConditionHandle'],
    ...(condition === undefined || others.length > 0 ? [] : [['Condition', condition] as const]),
  ]);
}

const holds = new Map<string, Tree>([
  ['Same', call('Fn::Equals', [call('Ref', 'AWS::StackName'), call('Ref', 'AWS::StackName')])],
  ['Different', call('Fn::Not', [call('Condition', 'Same')])],
  [
    'Holds',
    call('Fn::Or', [
      call('Condition', 'Different'),
      call('Fn::And', [call('Condition', 'Same'), call('Condition', 'Same')]),
    ]),
  ],
]);

export const withConditions: TemplateTransformation = {
  what: 'every resource under a condition that holds',
  rewrite: (project) =>
    changed(project, (template) =>
      withResources(withSection(template, 'Conditions', holds), (resource) =>
        resource.has('Condition') ? resource : withEntries(resource, { Condition: 'Holds' }),
      ),
    ),
};

export const wholeUnderConditions: TemplateTransformation = {
  what: 'every property under a condition that holds',
  isExcepted: isOfSpelling,
  rewrite: (project) =>
    changed(project, (template) =>
      withResources(withSection(template, 'Conditions', holds), (resource) =>
        inProperties(
          resource,
          (properties) =>
            new Map(
              [...properties].map(([name, value]) => [
                name,
                readAsWritten.has(name) ? value : call('Fn::If', ['Holds', value, call('Ref', 'AWS::NoValue')]),
              ]),
            ),
        ),
      ),
    ),
};

export const withNothing: TemplateTransformation = {
  what: 'with AWS::NoValue in every mapping and list',
  rewrite: (project) =>
    changed(project, (template) => withResources(template, (resource) => inProperties(resource, emptied))),
};

function emptied(tree: TreeMap): TreeMap {
  return new Map([
    ...[...tree].map(([key, value]) => [key, emptiedValue(value)] as const),
    ['NeverSet', call('Ref', 'AWS::NoValue')],
  ]);
}

function emptiedValue(tree: Tree): Tree {
  if (isList(tree)) return [call('Ref', 'AWS::NoValue'), ...tree.map(emptiedValue)];
  if (!isTreeMap(tree)) return tree;
  return isPlain(tree) ? emptied(tree) : tree;
}

function inProperties(resource: TreeMap, change: (properties: TreeMap) => TreeMap): TreeMap {
  const properties = resource.get('Properties');
  return isTreeMap(properties) && isPlain(properties)
    ? withEntries(resource, { Properties: change(properties) })
    : resource;
}

/** Neither a call nor with loops and macros among its keys. */
function isPlain(tree: TreeMap): boolean {
  return calledBy(tree) === undefined && ![...tree.keys()].some((key) => key.startsWith('Fn::'));
}
