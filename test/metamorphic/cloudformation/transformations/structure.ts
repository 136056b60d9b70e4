/** The same resources otherwise arranged: in another order, under other names, in loops, in a nested stack. */
import { posix } from 'node:path';
import { changed, withLanguageExtensions, withResources } from '../template-project.ts';
import {
  asJson,
  call,
  calledBy,
  isList,
  isTreeMap,
  mayBeEmpty,
  sectionOf,
  withEntries,
  type Tree,
  type TreeMap,
} from '../tree.ts';
import { isOfSpelling } from '../../transformation.ts';
import type { TemplateTransformation } from './index.ts';

export const reordered: TemplateTransformation = {
  what: 'sections and their entries in reverse',
  rewrite: (project) =>
    changed(
      project,
      (template) =>
        new Map(
          [...template]
            .toReversed()
            .map(([name, section]) => [name, isTreeMap(section) ? new Map([...section].toReversed()) : section]),
        ),
    ),
};

export const inLoops: TemplateTransformation = {
  what: 'each resource in a loop over one item',
  rewrite: (project) =>
    changed(project, (template) => {
      if (hasLoops(template)) return undefined;
      const loops = [...sectionOf(template, 'Resources')].map(([logicalId, resource]) => {
        if (logicalId.startsWith('Fn::')) return [logicalId, resource] as const;
        const body = new Map([['${LoopedName}', resource]]);
        return [`Fn::ForEach::Loop${logicalId}`, ['LoopedName', [logicalId], body]] as const;
      });
      return withEntries(withLanguageExtensions(template), { Resources: new Map<string, Tree>(loops) });
    }),
};

// Words in names are kept: by some of them dr-lint tells what a resource is for.
const prefix = 'Own';

export const renamed: TemplateTransformation = {
  what: 'logical ids renamed',
  rewrite: (project) => {
    const rewritten = changed(project, (template) => {
      // SAM makes resources whose ids follow from others.
      if (hasLoops(template) || asJson(template.get('Transform') ?? '').includes('Serverless')) return undefined;
      const names = new Set(sectionOf(template, 'Resources').keys());
      const after = renamedIn(template, names);
      if (!isTreeMap(after)) return undefined;
      const resources = [...sectionOf(after, 'Resources')].map(
        ([logicalId, resource]) =>
          [logicalId.startsWith('Fn::') ? logicalId : `${prefix}${logicalId}`, resource] as const,
      );
      return withEntries(after, { Resources: new Map(resources) });
    });
    const addressBefore = (address: string): string => address.replaceAll(/(?<=^|\/)Own/gu, '');
    return rewritten === undefined ? undefined : { ...rewritten, addressBefore };
  },
};

export const included: TemplateTransformation = {
  what: 'properties in included files',
  rewrite: (project) => {
    const snippets: Record<string, string> = {};
    const rewritten = changed(project, (template, path) =>
      withResources(template, (resource, logicalId) => {
        const properties = resource.get('Properties');
        // What is included in what is included stays unread.
        if (!isTreeMap(properties) || asJson(properties).includes('Fn::Transform')) return resource;
        const name = `${posix.basename(path)}-${logicalId.replaceAll(/\W/gu, '-')}.snippet`;
        snippets[posix.join(posix.dirname(path), name)] = asJson(properties);
        const include = new Map<string, Tree>([
          ['Name', 'AWS::Include'],
          ['Parameters', new Map([['Location', `./${name}`]])],
        ]);
        return withEntries(resource, { Properties: call('Fn::Transform', include) });
      }),
    );
    return rewritten === undefined ? undefined : { files: { ...rewritten.files, ...snippets } };
  },
};

function hasLoops(template: TreeMap): boolean {
  return asJson(template).includes('Fn::ForEach::');
}

/** Everywhere but in `Resources` itself, whose keys are the names. */
function renamedIn(tree: Tree, names: ReadonlySet<string>): Tree {
  if (isList(tree)) return tree.map((item) => renamedIn(item, names));
  if (!isTreeMap(tree)) return tree;
  const [name, argument = ''] = calledBy(tree) ?? [];
  if (name === 'Ref') return call(name, newName(argument, names));
  if (name === 'Fn::GetAtt') return call(name, renamedAttribute(argument, names));
  if (name === 'Fn::Sub') return call(name, renamedText(argument, names));
  return new Map(
    [...tree].map(([key, value]) => [
      key,
      key === 'DependsOn' ? renamedDependency(value, names) : renamedIn(value, names),
    ]),
  );
}

function newName(name: Tree, names: ReadonlySet<string>): Tree {
  return typeof name === 'string' && names.has(name) ? `${prefix}${name}` : name;
}

function renamedAttribute(argument: Tree, names: ReadonlySet<string>): Tree {
  if (isList(argument)) return argument.map((item, index) => (index === 0 ? newName(item, names) : item));
  if (typeof argument !== 'string') return argument;
  const [resource = '', ...attribute] = argument.split('.');
  return [newName(resource, names), attribute.join('.')];
}

function renamedText(argument: Tree, names: ReadonlySet<string>): Tree {
  if (isList(argument)) {
    const [text = '', variables = new Map()] = argument;
    return [renamedText(text, names), renamedIn(variables, names)];
  }
  if (typeof argument !== 'string') return argument;
  return argument.replaceAll(/\$\{(\w+)(?=[.}])/gu, (found, name: string) =>
    names.has(name) ? `\${${prefix}${name}` : found,
  );
}

function renamedDependency(value: Tree, names: ReadonlySet<string>): Tree {
  return isList(value) ? value.map((item) => newName(item, names)) : newName(value, names);
}

export const nested: TemplateTransformation = {
  what: 'in a nested stack',
  isExcepted: (judgement) => isOfSpelling(judgement) || judgement.includes(' TheWholeStack'),
  rewrite: (project) => {
    if (project.templates.size > 1 || Object.keys(project.files).some((path) => path.endsWith('manifest.json')))
      return undefined;
    const inner: Record<string, string> = {};
    const rewritten = changed(project, (template, path) => {
      const parameters = sectionOf(template, 'Parameters');
      // What Systems Manager holds would be looked up twice.
      if (asJson(parameters).includes('AWS::SSM::Parameter::') || mayBeEmpty(template)) return undefined;
      const name = `whole-${posix.basename(path)}.json`;
      inner[posix.join(posix.dirname(path), name)] = asJson(template);
      const passed = [...parameters].map(
        ([parameter, declared]) => [parameter, passedOn(parameter, declared)] as const,
      );
      const properties = new Map<string, Tree>([
        ['TemplateURL', `./${name}`],
        ['Parameters', new Map(passed)],
      ]);
      const stack = new Map<string, Tree>([
        ['Type', 'AWS::CloudFormation::Stack'],
        ['Properties', properties],
      ]);
      return new Map<string, Tree>([
        ['Parameters', parameters],
        ['Resources', new Map([['TheWholeStack', stack]])],
      ]);
    });
    const addressBefore = (address: string): string => address.replace(/^TheWholeStack\//u, '');
    return rewritten === undefined ? undefined : { files: { ...rewritten.files, ...inner }, addressBefore };
  },
};

function passedOn(name: string, declared: Tree): Tree {
  const type = isTreeMap(declared) ? declared.get('Type') : undefined;
  const isOfList = typeof type === 'string' && /^(?:CommaDelimitedList|List<)/u.test(type);
  return isOfList ? call('Fn::Join', [',', call('Ref', name)]) : call('Ref', name);
}
