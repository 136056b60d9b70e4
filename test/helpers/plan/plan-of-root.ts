/**
 * What `terraform show -json` would print of a plan that creates everything that a root declares. It is made from our own
 * evaluation, for Terraform is not at hand where the tests run; what it can't say (a number of instances that is not known, a
 * module that is not on disk, a variable without a value) has no plan.
 */
import { readFileSync } from 'node:fs';
import type { FileSystem } from '../../../src/core/file-system.ts';
import type { MapValue } from '../../../src/core/value.ts';
import type { DeclaredResource } from '../../../src/evaluation/declared-resource.ts';
import { evaluateRoot } from '../../../src/evaluation/terraform/evaluate.ts';
import { createModuleLoader } from '../../../src/loaders/terraform/configuration.ts';
import { attributeNamed } from '../../../src/loaders/terraform/terraform-module.ts';
import { loadVariableFiles } from '../../../src/loaders/terraform/variable-files.ts';
import { configurationJson, constantJson, type Json } from './configuration-json.ts';
import { plannedAttributes, type Schema, type Unset } from './planned-json.ts';

const facts: { readonly terraform: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync(new URL('../../../fixtures/schema-facts.json', import.meta.url), 'utf8'),
);

/** @returns the text of the plan, or why there can be none */
export function planOfRoot(
  fileSystem: FileSystem,
  root: string,
  unset: Unset = 'null',
): { readonly plan: string } | { readonly because: string } {
  const loader = createModuleLoader(fileSystem);
  const variables = loadVariableFiles(root, [], fileSystem).value;
  const deployment = {
    id: root,
    language: 'terraform',
    path: root,
    inputFiles: [],
    region: undefined,
    role: undefined,
  } as const;
  const { value: declared, diagnostics } = evaluateRoot({ deployment, modules: loader, variables });
  const refused = diagnostics.find(({ level }) => level === 'error');
  if (refused !== undefined) return { because: refused.message };
  const odd = declared.find(
    ({ kind, exists, modelOf }) => kind === 'unresolved' || exists !== 'yes' || modelOf !== undefined,
  );
  if (odd !== undefined) return { because: `it is not known what ${odd.address} is` };
  const module = loader.load(root).value;
  const values: Record<string, Json> = {};
  for (const [name, block] of module.variables) {
    const written = variables.get(name)?.value ?? attributeNamed(block.body, 'default')?.value;
    if (written === undefined) return { because: `var.${name} has no value` };
    values[name] = { value: constantJson(written) ?? null };
  }
  const resources = declared.filter(({ kind }) => kind === 'resource' || kind === 'data');
  if (resources.length === 0) return { because: 'it declares nothing' };
  const planned = resources.map((resource) => ({ resource, ...attributesOf(resource, unset) }));
  return {
    plan: JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.9.8',
      ...(module.variables.size > 0 && { variables: values }),
      planned_values: { root_module: moduleJson('', planned) },
      resource_changes: planned.map(({ resource, values: after, unknown, sensitive }) => ({
        ...headOf(resource),
        change: {
          actions: [resource.kind === 'data' ? 'read' : 'create'],
          before: null,
          after,
          after_unknown: unknown,
          before_sensitive: false,
          after_sensitive: sensitive,
        },
      })),
      configuration: configurationJson(root, loader),
      timestamp: '2026-11-23T03:00:00Z',
      applyable: true,
      complete: true,
      errored: false,
    }),
  };
}

interface PlannedResource {
  readonly resource: DeclaredResource;
  readonly values: Json;
  readonly unknown: Json;
  readonly sensitive: Json;
}

function attributesOf(resource: DeclaredResource, unset: Unset): Omit<PlannedResource, 'resource'> {
  const written = writtenSchema(resource.attributes);
  const schema = facts.terraform[resource.sourceType];
  if (schema === undefined) return plannedAttributes(resource, written, 'null');
  // What an older version of the provider has is planned as it is written.
  return plannedAttributes(resource, { ...written, ...schema }, resource.kind === 'data' ? 'null' : unset);
}

/** What is written, of a type or argument that the facts leave out. */
function writtenSchema(body: MapValue, path = ''): Schema {
  const found: Record<string, string> = {};
  for (const [name, value] of body.entries) {
    const at = path === '' ? name : `${path}.${name}`;
    const blocks = value.kind === 'list' ? value.items.filter((item) => item.kind === 'map') : [];
    found[at] = blocks.length > 0 ? 'block:list' : 'any';
    for (const block of blocks) Object.assign(found, writtenSchema(block, at));
  }
  return found;
}

function moduleJson(address: string, planned: readonly PlannedResource[]): Json {
  const own = planned.filter(({ resource }) => moduleOf(resource) === address);
  const inner = new Set(
    planned.flatMap(({ resource }) => {
      const child = childOf(address, moduleOf(resource));
      return child === undefined ? [] : [child];
    }),
  );
  return {
    ...(address !== '' && { address }),
    ...(own.length > 0 && {
      resources: own.map(({ resource, values, sensitive }) => ({
        ...headOf(resource),
        schema_version: 0,
        values,
        sensitive_values: sensitive,
      })),
    }),
    ...(inner.size > 0 && { child_modules: [...inner].map((child) => moduleJson(child, planned)) }),
  };
}

const callPattern = /module\.[^.[]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?/gu;

function moduleOf({ address }: DeclaredResource): string {
  return (address.match(callPattern) ?? []).join('.');
}

/** The call in a module that leads to another one, however deep it lies. */
function childOf(address: string, module: string): string | undefined {
  const prefix = address === '' ? '' : `${address}.`;
  if (module === address || !module.startsWith(prefix)) return undefined;
  return `${prefix}${module.slice(prefix.length).match(callPattern)?.[0] ?? ''}`;
}

function headOf(resource: DeclaredResource): Record<string, Json> {
  const { address, sourceType, kind } = resource;
  const module = moduleOf(resource);
  const own = module === '' ? address : address.slice(module.length + 1);
  const key = /\[(?<key>\d+|"(?:[^"\\]|\\.)*")\]$/u.exec(own)?.groups?.['key'];
  const name = own.replace(/\[.*$/u, '').split('.').at(-1) ?? '';
  return {
    address,
    ...(module !== '' && { module_address: module }),
    mode: kind === 'data' ? 'data' : 'managed',
    type: sourceType,
    name,
    ...(key !== undefined && { index: JSON.parse(key) as Json }),
    provider_name: `registry.terraform.io/hashicorp/${sourceType.split('_', 1)[0] ?? ''}`,
  };
}
