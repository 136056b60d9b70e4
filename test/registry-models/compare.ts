/** The same call twice: with the module on disk, as `terraform init` leaves it, and with nothing but the model. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Report } from '../../src/findings/report.ts';
import { isDeclared, type GraphNode } from '../../src/graph/node.ts';
import { tables } from '../../src/normalization/tables.ts';
import { lintText } from '../helpers/lint-text.ts';
import { plainDocument } from '../helpers/plain-document.ts';

export interface Comparison {
  /** What the model says otherwise than the module does, one line each. */
  readonly differences: readonly string[];
  /** What the model leaves unknown where the module decides it. */
  readonly open: readonly string[];
  readonly resources: number;
  readonly verdicts: number;
}

/** A module of a registry at a release: `folder` holds clones named `owner+terraform-provider-name`. */
export interface Release {
  readonly folder: string;
  /** `terraform-aws-modules/rds/aws` */
  readonly module: string;
  readonly tag: string;
  /** Other modules that it calls, by their keys below `it`. */
  readonly inner?: readonly InnerModule[];
}

export interface InnerModule {
  readonly key: string;
  readonly module: string;
  readonly tag: string;
}

/** @param call the arguments of the call, and whatever else stands in the root behind a line `}` */
export async function compareCall(release: Release, call: string): Promise<Comparison> {
  const version = release.tag.replace(/^v/u, '');
  const root = {
    'infra/main.tf': `provider "aws" { region = "eu-west-1" }
module "it" {
  source  = "${release.module}"
  version = "${version}"
${call}
}`,
  };
  const model = await lintText(root);
  const real = await lintText({ ...root, ...installed(release) });
  return compareReports(model, real);
}

/** What `terraform init` would leave in the root. */
function installed({ folder, module, tag, inner = [] }: Release): Readonly<Record<string, string>> {
  const modules = [{ key: 'it', module, tag }, ...inner];
  const entries = modules.map(({ key, module: source }) => ({
    Key: key,
    Source: `registry.terraform.io/${source}`,
    Dir: `.terraform/modules/${key}`,
  }));
  const files: Record<string, string> = {
    'infra/.terraform/modules/modules.json': JSON.stringify({
      Modules: [{ Key: '', Source: '', Dir: '.' }, ...entries],
    }),
  };
  for (const { key, module: source, tag: release } of modules) {
    const [owner = '', name = '', provider = ''] = source.split('/');
    const cwd = join(folder, `${owner}+terraform-${provider}-${name}`);
    for (const [path, text] of moduleFiles(cwd, release)) files[`infra/.terraform/modules/${key}/${path}`] = text;
  }
  return files;
}

function* moduleFiles(cwd: string, tag: string): Generator<readonly [string, string]> {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  for (const path of git('ls-tree', '-r', '--name-only', tag).split('\n')) {
    if (/^(?:[^/]+|modules\/[^/]+\/[^/]+)\.tf$/u.test(path)) yield [path, git('show', `${tag}:${path}`)];
  }
}

function compareReports(model: Report, real: Report): Comparison {
  const differences: string[] = [];
  const open: string[] = [];
  const modelled = judgedNodes(model);
  const declared = judgedNodes(real);
  if ([...declared.values()].some(({ kind }) => kind === 'modelled')) differences.push('the module is not on disk');
  for (const key of declared.keys()) if (!modelled.has(key)) differences.push(`${key} is missing`);
  for (const [key, node] of modelled) {
    const other = declared.get(key);
    if (other === undefined) differences.push(`${key} is too much`);
    else compareData(`${key} `, factsOf(node), factsOf(other), { differences, open });
  }
  const verdicts = verdictsOf(model);
  for (const [key, verdict] of verdictsOf(real)) {
    const own = verdicts.get(key) ?? 'none';
    if (own !== verdict) (own === 'unknown' ? open : differences).push(`${key}: ${own} instead of ${verdict}`);
  }
  return { differences, open, resources: modelled.size, verdicts: verdicts.size };
}

/** Roles are mapped to be found by name; nothing is judged of them. */
const mapped = new Set(tables.map(({ type }) => type).filter((type) => type !== 'AWS::IAM::Role'));

/** By address and part. */
function judgedNodes(report: Report): ReadonlyMap<string, GraphNode> {
  const nodes = new Map<string, GraphNode>();
  for (const node of report.graph.nodes.values()) {
    if (node.kind === 'part') nodes.set(`${node.address}/${node.part}`, node);
    else if (isDeclared(node) && mapped.has(node.type)) nodes.set(node.address, node);
  }
  return nodes;
}

function factsOf({ document, exists }: GraphNode): unknown {
  const { properties, region } = Object(plainDocument(document));
  return { properties, region, exists };
}

function verdictsOf(report: Report): ReadonlyMap<string, string> {
  const judged = judgedNodes(report);
  const verdicts = new Map<string, string>();
  for (const { policy, node, verdict } of report.verdicts) {
    const { address = '', part } = report.graph.node(node) ?? {};
    const key = part === undefined ? address : `${address}/${part}`;
    if (judged.has(key)) verdicts.set(`${policy} of ${key}`, verdict);
  }
  return verdicts;
}

interface Found {
  readonly differences: string[];
  readonly open: string[];
}

function compareData(path: string, model: unknown, real: unknown, found: Found): void {
  if (isPlain(model) && isPlain(real)) {
    for (const name of new Set([...Object.keys(model), ...Object.keys(real)])) {
      compareData(`${path}/${name}`, model[name], real[name], found);
    }
    return;
  }
  if (Array.isArray(model) && Array.isArray(real) && model.length === real.length) {
    for (const [index, item] of model.entries()) compareData(`${path}/${index}`, item, real[index], found);
    return;
  }
  if (JSON.stringify(model) === JSON.stringify(real) || (isUnknown(model) && isUnknown(real))) return;
  (isUnknown(model) ? found.open : found.differences).push(
    `${path}: ${JSON.stringify(model)} instead of ${JSON.stringify(real)}`,
  );
}

function isPlain(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !isUnknown(data);
}

function isUnknown(data: unknown): boolean {
  return typeof data === 'object' && data !== null && '$unknown' in data;
}
