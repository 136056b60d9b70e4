/** What a provider gives its resources, written at each of them: the Region (since version 6), and tags. */
import { readFileSync } from 'node:fs';
import { SourceFile, textOf } from '../../../src/core/source.ts';
import type { Block } from '../../../src/loaders/hcl/ast.ts';
import { parseHcl } from '../../../src/loaders/hcl/parse-hcl.ts';
import {
  attributeNamed,
  type ProviderBlock,
  type ResourceBlock,
  type TerraformModule,
} from '../../../src/loaders/terraform/terraform-module.ts';
import { added, edited, replaced, type Files, type SourceEdit } from '../../helpers/source-edits.ts';
import { isLiteral } from '../../helpers/walk-hcl.ts';
import { pathIn, type TerraformProject } from '../terraform-project.ts';
import { isOfSpelling, type Rewritten, type Transformation } from '../transformation.ts';

/** Type → argument → its type, of the resources that dr-lint maps. */
const { terraform: argumentsOf } = JSON.parse(
  readFileSync(new URL('../../../fixtures/schema-facts.json', import.meta.url), 'utf8'),
) as { readonly terraform: Readonly<Record<string, Readonly<Record<string, string>>>> };

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
export const regionArguments: Transformation = {
  what: 'region arguments for provider aliases',
  isExcepted: isOfSpelling,
  rewrite: ({ files, roots }) => {
    const edits = roots.flatMap((root) => regionsIn(root));
    return edits.length === 0 ? undefined : { files: edited(files, edits) };
  },
};

function regionsIn(root: TerraformModule): readonly SourceEdit[] {
  const main = root.providers.find(({ name, alias }) => name === 'aws' && alias === undefined);
  if (main === undefined || !hasOnlyRegion(main)) return [];
  return [...root.resources.values()].flatMap(({ kind, type, block }) => {
    const provider = attributeNamed(block.body, 'provider');
    const used = root.providers.find(({ alias }) => `aws.${alias}` === (provider && textOf(provider.value.range)));
    const region = used && hasOnlyRegion(used) && attributeNamed(used.block.body, 'region')?.value.range;
    const takesRegion = kind === 'resource' && argumentsOf[type]?.['region'] === 'string';
    return provider !== undefined && region !== undefined && region !== false && takesRegion
      ? [replaced(provider.range, `region = ${textOf(region)}`)]
      : [];
  });
}

function hasOnlyRegion({ block: { body } }: ProviderBlock): boolean {
  return body.blocks.length === 0 && body.attributes.every(({ name }) => name === 'alias' || name === 'region');
}

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging
export const defaultTags: Transformation = {
  what: 'default_tags of the provider for tags on every resource',
  rewrite: (project) => withTags(project),
};

function withTags(project: TerraformProject): Rewritten | undefined {
  const [root, ...others] = project.roots;
  if (root === undefined || others.length > 0 || root.calls.size > 0) return undefined;
  const { files, providers } = configuredProviders(project.files, root);
  if (providers.some(({ body }) => body.blocks.length > 0)) return undefined;
  const taggable = [...root.resources.values()].filter((each) => isTaggable(each));
  const tags = tagsOf(taggable);
  if (tags === undefined) return undefined;
  const ofResources = taggable.flatMap((resource) => tagged(resource, tags));
  const ofProviders = providers.flatMap((block) => added(block, ['default_tags {', `tags = ${tags}`, '}']));
  return { like: edited(files, ofResources), files: edited(files, ofProviders) };
}

interface ConfiguredProviders {
  readonly files: Files;
  readonly providers: readonly Block[];
}

/** The providers for AWS; one is added where there is none. */
function configuredProviders(files: Files, root: TerraformModule): ConfiguredProviders {
  const own = root.providers.filter(({ name }) => name === 'aws').map(({ block }) => block);
  if (own.length > 0) return { files, providers: own };
  const source = new SourceFile(pathIn(root, 'provider.tf'), 'provider "aws" {\n}\n');
  return { files: { ...files, [source.path]: source.text }, providers: parseHcl(source).value.body.blocks };
}

function isTaggable({ kind, type }: ResourceBlock): boolean {
  return kind === 'resource' && argumentsOf[type]?.['tags'] === 'map(string)';
}

/** All tags of all resources as one object, the last of each name; undefined where some are not literal. */
function tagsOf(resources: readonly ResourceBlock[]): string | undefined {
  // Another tier than most fixtures promise, so that verdicts rest on the tags that arrive.
  const entries = new Map([['"dr:tier"', '"pilot-light"']]);
  for (const { block } of resources) {
    const tags = attributeNamed(block.body, 'tags')?.value;
    if (tags === undefined) continue;
    if (tags.kind !== 'object' || !isLiteral(tags)) return undefined;
    for (const { key, value } of tags.items) entries.set(textOf(key.range), textOf(value.range));
  }
  return `{ ${[...entries].map(([key, value]) => `${key} = ${value}`).join(', ')} }`;
}

function tagged({ block }: ResourceBlock, tags: string): readonly SourceEdit[] {
  const own = attributeNamed(block.body, 'tags')?.value;
  return own === undefined
    ? added(block, [`tags = ${tags}`])
    : [replaced(own.range, `merge(${tags}, ${textOf(own.range)})`)];
}
