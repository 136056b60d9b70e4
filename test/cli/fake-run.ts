/** Runs the command line on memory, with a linter that returns what a test gives it and remembers what it was asked. */
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { policyId } from '../../src/core/ids.ts';
import { outcome } from '../../src/core/outcome.ts';
import type { Environment } from '../../src/cli/environment.ts';
import { dependencies as realDependencies } from '../../src/cli/dependencies.ts';
import { run } from '../../src/cli/run.ts';
import type { RunDependencies } from '../../src/cli/run-dependencies.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { InputStatus, Report } from '../../src/findings/report.ts';
import { ResourceGraph } from '../../src/graph/resource-graph.ts';
import type { LintOptions } from '../../src/lint.ts';
import type { Policy } from '../../src/policy/policy.ts';

export interface FakeRun {
  readonly files?: Readonly<Record<string, string>>;
  readonly report?: Partial<Report>;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** Of the terminal; 120 unless given. */
  readonly columns?: number;
  readonly git?: Environment['git'];
  /** A fixed moment unless given. */
  readonly now?: () => Date;
  readonly dependencies?: Partial<RunDependencies>;
}

export interface RanFake {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: Readonly<Record<string, string>>;
  readonly requests: readonly LintOptions[];
}

export async function runFake(argv: readonly string[], fake: FakeRun = {}): Promise<RanFake> {
  const { files = { 'main.tf': '' }, env = {}, isTerminal = false, columns = 120 } = fake;
  const written: Record<string, string> = {};
  const requests: LintOptions[] = [];
  const stdout: string[] = [];
  const stderr: string[] = [];
  const environment: Environment = {
    stdout: { write: (text) => void stdout.push(text), isTerminal, columns: isTerminal ? columns : undefined },
    stderr: { write: (text) => void stderr.push(text), isTerminal, columns: undefined },
    cwd: '/home/ada/estate',
    env,
    openFileSystem: () => memoryFileSystem(files),
    writeFile: (path, text) => {
      if (path.startsWith('readonly/')) return 'permission denied';
      written[path] = text;
      return undefined;
    },
    git: fake.git ?? (async () => ({ code: 128, stdout: '', stderr: 'fatal: not a git repository' })),
    createFile: (path, text) => {
      if (Object.hasOwn(files, path)) return 'file already exists';
      written[path] = text;
      return undefined;
    },
    replaceFile: (path, _, bytes) => {
      written[path] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      return undefined;
    },
    now: fake.now ?? (() => new Date('2027-01-02T03:04:05Z')),
  };
  const dependencies: RunDependencies = {
    version: '1.2.3',
    homepage: 'https://example.org/dr-lint',
    lint: async (request) => {
      requests.push(request);
      return reportOf({ inputs: inputsIn(files), ...fake.report });
    },
    loadEdits: () => realDependencies.loadEdits(),
    tierNames: async () => ['backup-restore', 'pilot-light', 'warm-standby', 'active-active'],
    loadPolicies: async (folders) =>
      outcome([
        policy('rds/multi-az'),
        policy('s3/versioning'),
        ...folders.map((folder) => policy(`${folder}/tagged`)),
      ]),
    testPolicies: async (folders) => ({ policies: folders.length, examples: 0, troubles: [] }),
    reporterNames: async () => ['text', 'json', 'sarif'],
    loadReporter:
      async (name) =>
      (report, { color, width }) =>
        `${name} of ${report.findings.length} findings, ${color ? 'colour' : 'plain'}, ${width} columns\n`,
    printGraph: async () => '{"nodes":[]}\n',
    printAssessment: async ({ findings }, format) => `${format} of ${findings.length} findings\n`,
    printPolicies: async ({ policies }, format) => `${format}: ${policies.map(({ id }) => id).join(', ')}\n`,
    printPolicy: async ({ policy: { id } }, format, { color }) => `${format}: ${id}${color ? ' in colour' : ''}\n`,
    ...fake.dependencies,
  };
  const code = await run(argv, environment, dependencies);
  return { code, stdout: stdout.join(''), stderr: stderr.join(''), written, requests };
}

export function finding(level: Finding['level'], state: Finding['state'] = 'open'): Finding {
  return {
    fingerprint: 'f',
    policy: 'rds/multi-az',
    level,
    state,
    message: 'aws_db_instance.orders has no standby.',
    place: undefined,
    path: 'main.tf',
    related: [],
    resources: [],
    passing: [],
    why: '',
    fix: '',
    verdicts: [],
  };
}

export const noVerdicts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0 };

export function reportOf(parts: Partial<Report>): Report {
  return {
    tool: { name: 'dr-lint', version: '1.2.3', homepage: 'https://example.org/dr-lint' },
    inputs: [],
    graph: new ResourceGraph([], []),
    estimates: new Map(),
    workloads: [],
    tiers: [],
    policies: [],
    verdicts: [],
    findings: [],
    diagnostics: [],
    summary: {
      resources: 1,
      findings: { error: 0, warning: 0, note: 0 },
      verdicts: noVerdicts,
      undecided: [],
      leftOut: [],
      suppressed: 0,
    },
    ...parts,
  };
}

function inputsIn(files: Readonly<Record<string, string>>): readonly InputStatus[] {
  const folders = Object.keys(files)
    .filter((path) => path.endsWith('.tf'))
    .map((path) => path.split('/').slice(0, -1).join('/') || '.');
  return [...new Set(folders)].map((path) => ({ path, kind: 'terraform-root', status: 'read' }));
}

function policy(id: string): Policy {
  return {
    id: policyId(id),
    title: 'A production database has a standby',
    subjects: ['AWS::RDS::DBInstance'],
    where: undefined,
    guards: ['zone'],
    params: {},
    level: { 'warm-standby': 'error' },
    raise: [],
    checks: [],
    why: '',
    fix: { terraform: '', cloudformation: '', edits: [] },
    references: [],
    standards: {},
    builtIn: true,
    aliases: id === 'rds/multi-az' ? ['rds/standby'] : [],
    source: undefined,
  };
}
