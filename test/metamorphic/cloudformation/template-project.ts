/** A CloudFormation fixture with the trees of its templates: what transformations work on. */
import { SourceFile } from '../../../src/core/source.ts';
import { isCloudFormationTemplate, loadTemplateFile } from '../../../src/loaders/cloudformation/template.ts';
import type { Files } from '../../helpers/source-edits.ts';
import { asJson, isTreeMap, sectionOf, treeOf, withEntries, type Tree, type TreeMap } from './tree.ts';

export interface TemplateProject {
  readonly files: Files;
  /** By path; broken ones are left as they are. */
  readonly templates: ReadonlyMap<string, TreeMap>;
}

export function readTemplates(files: Files): TemplateProject {
  const templates = new Map<string, TreeMap>();
  for (const [path, text] of Object.entries(files)) {
    if (!/\.(?:ya?ml|json|template)$/u.test(path)) continue;
    const { value, diagnostics } = loadTemplateFile(new SourceFile(path, text));
    if (diagnostics.length > 0 || value.root === undefined || !isCloudFormationTemplate(value.root)) continue;
    const tree = treeOf(value.root);
    if (isTreeMap(tree)) templates.set(path, tree);
  }
  return { files, templates };
}

/** The files with each template changed, printed as JSON; undefined where none changes. */
export function changed(
  { files, templates }: TemplateProject,
  change: (template: TreeMap, path: string) => Tree | undefined,
): { readonly files: Files } | undefined {
  return respelled({ files, templates }, (template, path) => {
    const after = change(template, path);
    return after === undefined ? undefined : asJson(after);
  });
}

/** The files with each template in another text; undefined where none changes. */
export function respelled(
  { files, templates }: TemplateProject,
  print: (template: TreeMap, path: string) => string | undefined,
): { readonly files: Files } | undefined {
  const texts: Record<string, string> = {};
  for (const [path, template] of templates) {
    const text = print(template, path);
    if (text !== undefined) texts[path] = text;
  }
  return Object.keys(texts).length === 0 ? undefined : { files: { ...files, ...texts } };
}

/** The template with every resource changed. */
export function withResources(template: TreeMap, change: (resource: TreeMap, logicalId: string) => TreeMap): TreeMap {
  const resources = [...sectionOf(template, 'Resources')].map(
    ([logicalId, resource]) =>
      [logicalId, isTreeMap(resource) && resource.has('Type') ? change(resource, logicalId) : resource] as const,
  );
  return withEntries(template, { Resources: new Map(resources) });
}

/** The template with more entries in a section. */
export function withSection(template: TreeMap, name: string, entries: TreeMap): TreeMap {
  return withEntries(template, { [name]: new Map([...sectionOf(template, name), ...entries]) });
}

/** With AWS::LanguageExtensions before the transforms it has. */
export function withLanguageExtensions(template: TreeMap): TreeMap {
  const stated = template.get('Transform');
  const names = stated === undefined ? [] : Array.isArray(stated) ? stated : [stated];
  const others = names.filter((name) => name !== 'AWS::LanguageExtensions');
  return withEntries(template, { Transform: ['AWS::LanguageExtensions', ...others] });
}
