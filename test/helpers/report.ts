/** Small graphs, verdicts and reports made by hand, for the tests of findings and reporters. */
import type { WorkloadAssessment } from '../../src/assessment/assessment.ts';
import type { Config, SuppressionConfig } from '../../src/config/config.ts';
import { documentMap, type Document } from '../../src/core/document.ts';
import { nodeId, policyId } from '../../src/core/ids.ts';
import { SourceFile, type SourceRange } from '../../src/core/source.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { findingsOf, type FindingsInput } from '../../src/findings/findings-of.ts';
import type { Report } from '../../src/findings/report.ts';
import { summaryOf } from '../../src/findings/summary.ts';
import type { GraphNode } from '../../src/graph/node.ts';
import type { Relation } from '../../src/graph/relation.ts';
import { ResourceGraph } from '../../src/graph/resource-graph.ts';
import { tiersWith } from '../../src/policy/built-in.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Verdict } from '../../src/policy/verdict.ts';

/** The range of the first occurrence of `text` in a file. */
export function rangeOf(file: SourceFile, text: string): SourceRange {
  const start = file.text.indexOf(text);
  if (start === -1) throw new Error(`${file.path} does not hold ${text}`);
  return { file, start, end: start + text.length };
}

export interface NodeInput extends Partial<Omit<GraphNode, 'document'>> {
  readonly address: string;
  readonly region?: Document;
  readonly role?: Document;
  readonly properties?: Readonly<Record<string, Document>>;
  readonly facts?: Readonly<Record<string, Document>>;
}

/** A declared database instance of the deployment `infra`, unless said otherwise. */
export function node(input: NodeInput): GraphNode {
  const { region, role = 'primary', properties = {}, facts = {}, ...given } = input;
  const deployment = given.deployment ?? 'infra';
  const anchor = given.anchor ?? given.address.replaceAll(/\[[^\]]*\]/gu, '');
  const header = given.header;
  return {
    id: nodeId(deployment, given.address, given.part),
    kind: given.part === undefined ? 'declared' : 'part',
    deployment,
    anchor,
    part: undefined,
    owner: undefined,
    type: 'AWS::RDS::DBInstance',
    sourceType: 'aws_db_instance',
    language: 'terraform',
    exists: 'yes',
    existsBecause: undefined,
    header: undefined,
    place: header,
    calls: [],
    blocks: [],
    document: documentMap([
      ['address', given.address],
      ['region', region],
      ['role', role],
      ['properties', documentMap(Object.entries(properties))],
      ['facts', documentMap(Object.entries(facts))],
    ]),
    attributes: documentMap([]),
    origin: () => undefined,
    links: () => [],
    workload: 'default',
    serves: ['default'],
    tier: 'warm-standby',
    ...given,
  };
}

export function policy(input: Partial<Omit<Policy, 'id'>> & { readonly id: string }): Policy {
  return {
    title: 'A production database instance has a standby in a second Availability Zone',
    subjects: ['AWS::RDS::DBInstance'],
    where: undefined,
    guards: ['instance', 'zone'],
    params: {},
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    raise: [],
    checks: [],
    why: 'When its zone fails, a single-AZ instance is down until the zone returns or a backup is restored.',
    fix: { terraform: 'Set `multi_az = true`.', cloudformation: 'Set `MultiAZ: true`.', edits: [] },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html'],
    standards: { securityHub: ['RDS.5'] },
    builtIn: true,
    aliases: [],
    source: undefined,
    ...input,
    id: policyId(input.id),
  };
}

/** An error about a node at its header, unless said otherwise. */
export function verdict(
  about: GraphNode,
  input: Partial<Omit<Verdict, 'policy' | 'node'>> & { readonly policy: string },
): Verdict {
  return {
    verdict: 'fail',
    level: 'error',
    check: input.verdict === 'pass' ? undefined : 0,
    message: `${about.address} has no standby in a second Availability Zone.`,
    place: about.header,
    related: [],
    unknowns: [],
    ...input,
    node: about.id,
    policy: policyId(input.policy),
  };
}

export function config(input: Partial<Config> = {}): Config {
  return {
    path: '.dr-lint.yaml',
    tier: undefined,
    objectives: undefined,
    tierTag: 'dr:tier',
    regions: { primary: undefined, recovery: [] },
    workloads: [],
    exempt: [],
    deployments: [],
    policies: { extend: [], overrides: new Map() },
    suppress: [],
    tiers: {},
    responseTime: 0,
    traffic: undefined,
    ...input,
  };
}

export function suppression(input: Partial<SuppressionConfig> & { readonly policy: string }): SuppressionConfig {
  return {
    resource: undefined,
    path: undefined,
    reason: 'test data',
    expires: undefined,
    statedAt: undefined,
    ...input,
  };
}

export function workload(input: Partial<WorkloadAssessment> = {}): WorkloadAssessment {
  return {
    name: 'default',
    tier: 'warm-standby',
    tierSource: 'stated',
    objectives: { rto: undefined, rpo: undefined },
    achievedTier: 'none',
    possibleTier: undefined,
    possibleIf: [],
    heldBackBy: [],
    nextTier: 'backup-restore',
    ladders: [],
    estimates: new Map(),
    regions: { primary: 'eu-west-1', recovery: [], inferred: true },
    leftOut: [],
    ...input,
  };
}

export interface ScanInput extends Partial<Omit<FindingsInput, 'graph'>> {
  readonly nodes: readonly GraphNode[];
  readonly relations?: readonly Relation[];
}

/** The findings of a scan that has these nodes. */
export function findingsOfScan({ nodes, relations = [], ...input }: ScanInput): readonly Finding[] {
  return findingsOf(scanOf({ nodes, relations, ...input }));
}

function scanOf({ nodes, relations = [], ...input }: ScanInput): FindingsInput {
  return {
    graph: new ResourceGraph(nodes, relations),
    verdicts: [],
    policies: [],
    diagnostics: [],
    config: config(),
    today: '2026-11-23',
    ...input,
  };
}

/** A whole report over a scan, as lint makes it. */
export function reportOf(input: ScanInput & Pick<Partial<Report>, 'inputs' | 'workloads'>): Report {
  const { inputs = [], workloads = [], ...scan } = input;
  const { graph, verdicts, policies, diagnostics, ...rest } = scanOf(scan);
  const findings = findingsOf({ graph, verdicts, policies, diagnostics, ...rest });
  return {
    tool: { name: 'dr-lint', version: '0.1.0', homepage: 'https://www.npmjs.com/package/dr-lint' },
    inputs,
    graph,
    workloads,
    estimates: new Map(),
    tiers: tiersWith({}).all,
    policies,
    verdicts: verdicts.filter(
      (each) => each.level !== 'off' && (each.verdict === 'fail' || each.verdict === 'unknown'),
    ),
    findings,
    diagnostics,
    summary: summaryOf({ graph, verdicts, findings, inputs, workloads }),
  };
}

/** Two instances of one declaration whose argument decides, as most tests need them. */
export const ordersFile = new SourceFile(
  'infra/orders.tf',
  [
    'resource "aws_db_instance" "orders" {',
    '  count          = 5',
    '  engine         = "postgres"',
    '  multi_az       = var.multi_az',
    '}',
    '',
  ].join('\n'),
);
