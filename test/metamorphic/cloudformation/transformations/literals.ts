/** A literal in the properties of a resource, said in another way: through a parameter, a mapping, a condition, pieces of text. */
import { posix } from 'node:path';
import {
  changed,
  withLanguageExtensions,
  withResources,
  withSection,
  type TemplateProject,
} from '../template-project.ts';
import {
  asJson,
  call,
  calledBy,
  isList,
  isTreeMap,
  mayBeEmpty,
  readAsWritten,
  withEntries,
  type Literal,
  type Tree,
  type TreeMap,
} from '../tree.ts';
import { isOfSpelling } from '../../transformation.ts';
import type { TemplateTransformation } from './index.ts';

/** An image id among the choices that an input makes is seen where it is spelled out. */
function isOfLiterals(judgement: string): boolean {
  return isOfSpelling(judgement) || /^iac\/hardcoded-ami (?:unknown|not-applicable) /u.test(judgement);
}

export const inParameters: TemplateTransformation = {
  what: 'literals as defaults of parameters',
  isExcepted: isOfLiterals,
  rewrite: (project) =>
    elsewhere(project, 'Parameters', (literal) => withEntries(typed(literal), { Default: literal })),
};

const parameterFile = 'stated-literals.json';

export const inParameterFiles: TemplateTransformation = {
  what: 'literals in a file of parameters',
  // What only another file says is not in the code.
  isExcepted: (judgement) => judgement.startsWith('iac/'),
  rewrite: (project) => {
    if (project.templates.size > 1) return undefined;
    const stated: Tree[] = [];
    const rewritten = elsewhere(project, 'Parameters', (literal, name) => {
      stated.push(new Map(Object.entries({ ParameterKey: name, ParameterValue: String(literal) })));
      return typed(literal);
    });
    if (rewritten === undefined) return undefined;
    return { files: { ...rewritten.files, [parameterFile]: asJson(stated) }, parameters: [parameterFile] };
  },
};

export const fromMaps: TemplateTransformation = {
  what: 'literals in mappings',
  isExcepted: isOfLiterals,
  rewrite: (project) =>
    elsewhere(
      project,
      'Mappings',
      (literal) => new Map([['Any', new Map([['Value', literal]])]]),
      (name) => call('Fn::FindInMap', [name, 'Any', 'Value']),
    ),
};

export const fromMapsByDefault: TemplateTransformation = {
  what: 'literals as defaults of mappings that lack them',
  isExcepted: isOfLiterals,
  rewrite: (project) =>
    changed(project, (template) => {
      const mapping = new Map([['Any', new Map([['Value', 'other']])]]);
      const withMapping = withSection(
        withLanguageExtensions(template),
        'Mappings',
        new Map([['OtherValues', mapping]]),
      );
      return replacedIn(withMapping, (literal) =>
        call('Fn::FindInMap', ['OtherValues', 'Any', 'Missing', new Map([['DefaultValue', literal]])]),
      );
    }),
};

const conditions = new Map<string, Tree>([
  ['LiteralsAlways', call('Fn::Equals', ['1', 1])],
  ['LiteralsNever', call('Fn::Not', [call('Condition', 'LiteralsAlways')])],
]);

export const inConditions: TemplateTransformation = {
  what: 'literals under a condition that holds',
  isExcepted: isOfLiterals,
  rewrite: (project) => underConditions(project, (literal) => call('Fn::If', ['LiteralsAlways', literal, 'other'])),
};

export const chosen: TemplateTransformation = {
  what: 'literals as the other choice of a condition that does not hold',
  isExcepted: isOfLiterals,
  rewrite: (project) =>
    underConditions(project, (literal) => call('Fn::If', ['LiteralsNever', call('Ref', 'AWS::NoValue'), literal])),
};

function underConditions(project: TemplateProject, replace: (literal: Literal) => Tree) {
  return changed(project, (template) => replacedIn(withSection(template, 'Conditions', conditions), replace));
}

export const inPieces: TemplateTransformation = {
  what: 'literals joined of pieces',
  isExcepted: isOfLiterals,
  rewrite: (project) => changed(project, (template) => replacedIn(template, (literal) => joined(String(literal)))),
};

function joined(text: string): Tree {
  const middle = Math.ceil(text.length / 2);
  return call('Fn::Join', ['', [text.slice(0, middle), text.slice(middle)]]);
}

export const substituted: TemplateTransformation = {
  what: 'literals substituted into a text',
  isExcepted: isOfLiterals,
  rewrite: (project) =>
    changed(project, (template) =>
      replacedIn(template, (literal) => {
        const text = String(literal);
        const middle = Math.ceil(text.length / 2);
        const rest = text.slice(middle).replaceAll('${', '${!');
        return call('Fn::Sub', [`\${Beginning}${rest}`, new Map([['Beginning', text.slice(0, middle)]])]);
      }),
    ),
};

export const fromLists: TemplateTransformation = {
  what: 'literals selected from a list',
  isExcepted: isOfLiterals,
  rewrite: (project) =>
    changed(project, (template) =>
      replacedIn(template, (literal) => call('Fn::Select', ['1', ['other', literal, call('Ref', 'AWS::NoValue')]])),
    ),
};

export const fromSplitTexts: TemplateTransformation = {
  what: 'literals selected from a text that is split',
  isExcepted: isOfLiterals,
  rewrite: (project) =>
    changed(project, (template) =>
      replacedIn(template, (literal) => call('Fn::Select', [1, call('Fn::Split', ['~~', `other~~${literal}~~other`])])),
    ),
};

export const inOutputs: TemplateTransformation = {
  what: 'literals as outputs of a nested stack',
  rewrite: (project) => {
    const templates: Record<string, string> = {};
    const rewritten = changed(project, (template, path) => {
      if (mayBeEmpty(template)) return undefined;
      const outputs = new Map<string, Tree>();
      const after = replacedIn(template, (literal) => {
        const name = `Value${outputs.size}`;
        outputs.set(name, new Map([['Value', literal]]));
        return call('Fn::GetAtt', ['StackOfLiterals', `Outputs.${name}`]);
      });
      if (after === undefined) return undefined;
      const name = `literals-of-${posix.basename(path)}.json`;
      templates[posix.join(posix.dirname(path), name)] = asJson(templateOf(outputs));
      const properties = new Map([['TemplateURL', `./${name}`]]);
      const stack = new Map<string, Tree>([
        ['Type', 'AWS::CloudFormation::Stack'],
        ['Properties', properties],
      ]);
      return withSection(after, 'Resources', new Map([['StackOfLiterals', stack]]));
    });
    return rewritten === undefined ? undefined : { files: { ...rewritten.files, ...templates } };
  },
  isExcepted: (judgement) => isOfLiterals(judgement) || /[ /]StackOfLiterals/u.test(judgement),
};

function templateOf(outputs: TreeMap): Tree {
  const handle = new Map([['Type', 'AWS::CloudFormation::WaitConditionHandle']]);
  return new Map<string, Tree>([
    ['Resources', new Map([['Nothing', handle]])],
    ['Outputs', outputs],
  ]);
}

/** Each literal declared in a section by a name of its own, and read from there. */
function elsewhere(
  project: TemplateProject,
  section: 'Parameters' | 'Mappings',
  declare: (literal: Literal, name: string) => Tree,
  use: (name: string) => Tree = (name) => call('Ref', name),
) {
  return changed(project, (template) => {
    const declared = new Map<string, Tree>();
    const after = replacedIn(template, (literal) => {
      const name = `Literal${declared.size}`;
      declared.set(name, declare(literal, name));
      return use(name);
    });
    return after === undefined ? undefined : withSection(after, section, declared);
  });
}

function typed(literal: Literal): TreeMap {
  return new Map([['Type', typeof literal === 'number' ? 'Number' : 'String']]);
}

/** The template with every literal in the properties of its resources replaced; undefined where there is none. */
function replacedIn(template: TreeMap, replace: (literal: Literal) => Tree): TreeMap | undefined {
  let count = 0;
  const counted = (literal: Literal): Tree => {
    count += 1;
    return replace(literal);
  };
  const after = withResources(template, (resource) => {
    const properties = resource.get('Properties');
    return properties === undefined ? resource : withEntries(resource, { Properties: inValue(properties, counted) });
  });
  return count === 0 ? undefined : after;
}

/** Arguments of functions stay, but for the values that `Fn::If` chooses from: names of conditions and resources stand there. */
function inValue(tree: Tree, replace: (literal: Literal) => Tree): Tree {
  if (tree === null) return tree;
  if (isList(tree)) return tree.map((item) => inValue(item, replace));
  if (!isTreeMap(tree)) return replace(tree);
  const [name, argument] = calledBy(tree) ?? [];
  if (name === 'Fn::If' && isList(argument)) {
    const [condition = '', ...choices] = argument;
    return call(name, [condition, ...choices.map((choice) => inValue(choice, replace))]);
  }
  if (name !== undefined || [...tree.keys()].some((key) => key.startsWith('Fn::'))) return tree;
  return new Map([...tree].map(([key, value]) => [key, readAsWritten.has(key) ? value : inValue(value, replace)]));
}
