/** The same template in other texts: JSON, YAML, short forms, quotes, flow and block style, comments, line endings. */
import { respelled, type TemplateProject } from '../template-project.ts';
import { asJson, asShortYaml, asYaml, type TreeMap } from '../tree.ts';
import type { TemplateTransformation } from './index.ts';

export const inJson: TemplateTransformation = {
  what: 'in JSON',
  rewrite: (project) => respelled(project, (template) => asJson(template)),
};

export const onOneLine: TemplateTransformation = {
  what: 'in JSON on one line',
  rewrite: (project) => respelled(project, (template) => asJson(template, 0)),
};

export const inLongYaml: TemplateTransformation = {
  what: 'in YAML with the long form of every function',
  rewrite: (project) => inYaml(project, (template) => asYaml(template)),
};

export const inShortYaml: TemplateTransformation = {
  what: 'in YAML with the short form of every function',
  rewrite: (project) => inYaml(project, asShortYaml),
};

export const inFlowStyle: TemplateTransformation = {
  what: 'in YAML in flow style',
  rewrite: (project) => inYaml(project, (template) => `---\n${asYaml(template, { collectionStyle: 'flow' })}`),
};

export const quoted: TemplateTransformation = {
  what: 'in YAML with every text in quotes',
  rewrite: (project) =>
    inYaml(project, (template) =>
      asYaml(template, { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'QUOTE_DOUBLE', indent: 4 }),
    ),
};

export const withComments: TemplateTransformation = {
  what: 'in YAML with comments and the line endings of Windows',
  rewrite: (project) =>
    inYaml(project, (template) =>
      `\uFEFF${asYaml(template, { defaultStringType: 'QUOTE_DOUBLE', blockQuote: false })}`
        .replaceAll(/\n(?=[^\n])/gu, ' # said here\n\n# and said above\n')
        .replaceAll('\n', '\r\n'),
    ),
};

/** A name that promises JSON keeps it. */
function inYaml(project: TemplateProject, print: (template: TreeMap) => string) {
  return respelled(project, (template, path) => (path.endsWith('.json') ? undefined : print(template)));
}
