/**
 * A first `.dr-lint.yaml` from what a run without one found. What follows from the code is written, what only people know
 * stands in comments ready to be filled in, so that the file changes no finding until somebody edits it.
 */
import { posix } from 'node:path';
import { isDocumentMap } from '../core/document.ts';
import { pathWithin } from '../core/paths.ts';
import { printText } from '../core/print.ts';
import type { Report } from '../findings/report.ts';
import { isDeclared, type GraphNode } from '../graph/node.ts';
import { plural } from './text-style.ts';
import { tierSentence } from './tier-sentence.ts';

export interface StarterOptions {
  /** Where the file will lie, relative to the working directory: its paths are relative to its folder. */
  readonly path: string;
  /** The tier that somebody stated; undefined: they are to state it in the file. */
  readonly tier: string | undefined;
}

/** Entries of one list in a comment; the rest is counted. */
const maximumEntries = 20;
const inputKinds: ReadonlyMap<string, string> = new Map([
  ['terraform-root', 'Terraform root'],
  ['terragrunt-unit', 'Terragrunt unit'],
  ['cloudformation-template', 'CloudFormation template'],
]);

export function starterConfig(report: Report, options: StarterOptions): string {
  const blocks = [
    headLines(report, options),
    tierLines(report, options),
    regionLines(report),
    deploymentLines(report, options),
    exemptLines(report),
    restLines(),
  ];
  return `${blocks.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n')}\n`;
}

function headLines({ inputs, summary, tool }: Report, options: StarterOptions): readonly string[] {
  const read = inputs.filter(({ status, kind }) => status === 'read' && inputKinds.has(kind));
  const found = read.map(({ path, kind }) => `# * ${printText(pathFrom(options, path))} (${inputKinds.get(kind)})`);
  return [
    '# What dr-lint holds this code against. Nothing in here is required, and paths are relative to this file.',
    ...(tool.homepage === undefined ? [] : [`# ${tool.homepage}`]),
    '#',
    `# It was written for ${plural(summary.resources, 'resource')} in:`,
    ...bounded(found, '# '),
  ];
}

function tierLines({ workloads, tiers }: Report, { tier }: StarterOptions): readonly string[] {
  const achieved = workloads.map((workload) => {
    const { text, causes } = tierSentence(workload);
    return [`# Achieved now: ${text}`, ...causes.map((cause) => `# * ${cause}`)];
  });
  return [
    `# The recovery tier that is promised: ${tiers.map(({ name }) => name).join(', ')}.`,
    ...achieved.flat(),
    tier === undefined ? `# tier: ${tiers[0]?.name ?? 'backup-restore'}` : `tier: ${scalar(tier)}`,
    '# Or state what must hold, from which the cheapest sufficient tier follows:',
    '# objectives: { rto: 4h, rpo: 1h }',
  ];
}

function regionLines({ workloads }: Report): readonly string[] {
  const [regions] = workloads.map((workload) => workload.regions);
  const primary = regions?.primary;
  if (regions === undefined || primary === undefined) {
    return [
      '# The Region that serves, and those that take over:',
      '# regions: { primary: us-east-1, recovery: [us-west-2] }',
    ];
  }
  const recovery = regions.recovery.map(scalar).join(', ');
  if (!regions.inferred) {
    return [
      '# The Region that serves, and those that take over.',
      `regions: { primary: ${scalar(primary)}, recovery: [${recovery}] }`,
    ];
  }
  const serving = ['# The Region that serves, as the code has it.', 'regions:', `  primary: ${scalar(primary)}`];
  if (recovery === '') return serving;
  return [
    ...serving,
    '# Those that take over, as the code has them. Who states them promises that all data outlives the loss of the first:',
    `#   recovery: [${recovery}]`,
  ];
}

/** Roots and templates that do not say where they are deployed, and roots with variable files that nothing names. */
function deploymentLines(report: Report, options: StarterOptions): readonly string[] {
  const open = new Map<string, GraphNode['language']>();
  for (const node of report.graph.nodes.values()) {
    const isOpen = hasUnknownRegion(node) || variableFilesBelow(node.deployment, report).length > 0;
    if (isDeclared(node) && !open.has(node.deployment) && isOpen) open.set(node.deployment, node.language);
  }
  if (open.size === 0) return [];
  const entries = [...open].flatMap(([path, language]) => {
    const files = language === 'terraform' ? variableFilesBelow(path, report) : [];
    const stated = [
      ...files.map((file) => entryWithFile(path, file, options)),
      ...entriesWithEnvironments(path, report, options),
    ];
    return stated.length > 0 ? stated : [entryWithRegion(path, language, report, options)];
  });
  return [
    '# The code does not say in which Regions these are deployed; state it, and the inputs where they decide something.',
    '# One path may be deployed more than once: give each entry a name then.',
    '# deployments:',
    ...bounded(entries, '# '),
  ];
}

function entryWithRegion(
  path: string,
  language: GraphNode['language'],
  { workloads }: Report,
  options: StarterOptions,
): string {
  const region = scalar(workloads[0]?.regions.primary ?? 'us-east-1');
  const input = language === 'terraform' ? ', varFiles: [live.tfvars]' : '';
  return `#   - { path: ${scalar(pathFrom(options, path))}${input}, region: ${region} }`;
}

/** One deployment for each file: `envs/dr.tfvars` may be what the recovery Region is given. */
function entryWithFile(path: string, file: string, options: StarterOptions): string {
  const stem = posix.basename(file).replace(/\.tfvars(?:\.json)?$/u, '');
  const name = stem === 'terraform' ? posix.basename(posix.dirname(file)) : stem;
  const [root, given] = [path, file].map((each) => scalar(pathFrom(options, each)));
  return `#   - { path: ${root}, name: ${scalar(name)}, varFiles: [${given}] }`;
}

/** One deployment for each environment of a `samconfig.toml`, which states its Region. */
function entriesWithEnvironments(template: string, { inputs }: Report, options: StarterOptions): readonly string[] {
  return inputs.flatMap(({ path, environments }) => {
    if (environments?.template !== template) return [];
    return environments.names.map((name) => {
      const [stack, given] = [template, `${path}#${name}`].map((each) => scalar(pathFrom(options, each)));
      return `#   - { path: ${stack}, name: ${scalar(name)}, parameters: [${given}] }`;
    });
  });
}

/** Files that Terraform does not load by itself. */
function variableFilesBelow(root: string, { inputs }: Report): readonly string[] {
  return inputs
    .filter(({ kind, status }) => kind === 'variable-file' && status === 'skipped')
    .filter(({ path }) => pathWithin(root, path) !== undefined)
    .map(({ path }) => path);
}

/** Absent: it lies in no Region, as a record does. */
function hasUnknownRegion({ document }: GraphNode): boolean {
  const region = isDocumentMap(document) ? document['region'] : undefined;
  return region !== undefined && typeof region !== 'string';
}

/** Stores that only serve others are no members of a ladder; whoever wants them out of every judgement exempts them. */
function exemptLines({ workloads, graph }: Report): readonly string[] {
  const entries = workloads.flatMap(({ leftOut }) =>
    leftOut.flatMap(({ node: id, because }) => {
      const node = graph.node(id);
      const isAuxiliary = isDocumentMap(node?.document) && isAuxiliaryIn(node.document);
      if (node === undefined || !isAuxiliary) return [];
      return [`#   - { resources: ${scalar(node.anchor)} } # ${printText(because)}`];
    }),
  );
  if (entries.length === 0) return [];
  return [
    '# No recovery policy judges these, for they only serve others. To take them out of every judgement:',
    '# exempt:',
    ...bounded([...new Set(entries)], '# '),
  ];
}

function isAuxiliaryIn(document: Readonly<Record<string, unknown>>): boolean {
  const facts = document['facts'];
  return typeof facts === 'object' && facts !== null && 'auxiliary' in facts && facts.auxiliary === true;
}

function restLines(): readonly string[] {
  return [
    '# Sets of resources that promise something else; the first that matches a resource takes it:',
    '# workloads:',
    '#   - { name: reporting, include: ["reporting/**"], tier: backup-restore }',
    '',
    '# Levels of single policies (dr-lint policies lists them): off, note, warning or error.',
    '# policies:',
    '#   rds/multi-az: error',
    '',
    '# Findings that are accepted, each with its reason:',
    '# suppress:',
    '#   - { policy: s3/versioning, resource: aws_s3_bucket.scratch, reason: rebuilt nightly, expires: 2030-01-31 }',
  ];
}

function bounded(entries: readonly string[], head: string): readonly string[] {
  const rest = entries.length - maximumEntries;
  return rest > 0 ? [...entries.slice(0, maximumEntries), `${head}And ${rest} more.`] : entries;
}

function pathFrom({ path }: StarterOptions, target: string): string {
  return posix.relative(posix.dirname(path), target) || '.';
}

/** As YAML reads it back: plain where nothing in it could mean something else, and without characters that hide text. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z_][\w./@-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);
  return isPlain ? text : JSON.stringify(text).replaceAll(/[^\u0020-\u007E\p{L}\p{N}]/gu, escapeForYaml);
}

function escapeForYaml(character: string): string {
  return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
}
