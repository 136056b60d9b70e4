/** The whole pipeline on one screen: every room called once, in order. Start reading here. */
import { assess } from './assessment/assess.ts';
import type { Assessment } from './assessment/assessment.ts';
import type { Config } from './config/config.ts';
import type { Diagnostic } from './core/diagnostic.ts';
import type { FileSystem } from './core/file-system.ts';
import type { Region } from './core/ids.ts';
import type { RunWatcher, Stage } from './core/run-watcher.ts';
import type { SourceFile } from './core/source.ts';
import { homepage, version } from './core/version.ts';
import type { Deployment } from './discovery/deployment.ts';
import { discover } from './discovery/discover.ts';
import type { DiscoveredInput } from './discovery/discovered-input.ts';
import type { DeclaredResource } from './evaluation/declared-resource.ts';
import { evaluateAll } from './evaluation/evaluate-all.ts';
import type { ChangedLines } from './findings/changed-lines.ts';
import { causedBy } from './findings/diff-filter.ts';
import type { Finding } from './findings/finding.ts';
import { findingsOf } from './findings/findings-of.ts';
import { inFiles } from './findings/report-only.ts';
import type { Report } from './findings/report.ts';
import { reported } from './findings/reported.ts';
import { summaryOf } from './findings/summary.ts';
import { buildGraph } from './graph/build-graph.ts';
import type { ResourceGraph } from './graph/resource-graph.ts';
import { baseOf } from './graph/workload/assign.ts';
import { arbitrate } from './loaders/hcl/arbiter.ts';
import { normalize, type Normalized } from './normalization/normalize.ts';
import { builtInGroups, tiersWith } from './policy/built-in.ts';
import { judge } from './policy/judge.ts';
import { judgedBy } from './policy/judged-by.ts';
import { withParameterCases } from './policy/parameter-cases.ts';
import type { Policy } from './policy/policy.ts';
import { PolicyIndex } from './policy/groups.ts';
import { Subjects, type SubjectsInput } from './policy/subjects.ts';
import type { Tiers } from './policy/tiers.ts';
import { type Verdict, verdictKey } from './policy/verdict.ts';

export interface LintOptions {
  readonly fileSystem: FileSystem;
  /** Files and folders, relative to the working directory. */
  readonly paths: readonly string[];
  /** With what the flags state over it. */
  readonly config: Config;
  readonly varFiles: readonly string[];
  readonly parameters: readonly string[];
  /** Stated for everything that doesn't say its own. */
  readonly region: Region | undefined;
  /** Of the Terraform roots that state none of their own. */
  readonly workspace?: string | undefined;
  /** Built-in ones and the user's. */
  readonly policies: readonly Policy[];
  /** `all`: also verdicts that passed, don't apply, or belong to policies that are off at the tier. */
  readonly verdicts: 'findings' | 'all';
  /** `YYYY-MM-DD`, against which suppressions expire. */
  readonly today: string;
  /** Only what these changes caused is reported. */
  readonly changes?: ChangedLines | undefined;
  /** Whether to say of findings how their text would be edited. */
  readonly withProposals?: boolean;
  /** Told how far the run is. */
  readonly watcher?: RunWatcher;
}

export async function lint(options: LintOptions): Promise<Report> {
  const { config, policies } = options;
  const begin = (stage: Stage): void => options.watcher?.begin(stage);
  begin('discover');
  const discovered = discover(options);
  begin('evaluate');
  const declared = await evaluateAll(discovered.value.deployments, options);
  const { deployments } = declared;
  const tiers = tiersWith(config.tiers);
  const rules = new PolicyIndex(policies, builtInGroups());
  const judging: Judging = { deployments, config, rules, tiers, normalized: new Map() };
  const judged = judgeAll(declared.value, { ...judging, begin });
  const { graph, assessment } = judged;
  begin('report');
  const verdicts = withParameterCases({
    ...judged,
    deployments,
    declared: declared.byDeployment,
    whatIf: (deployment) => declared.whatIf(deployment),
    judgeAgain: (resources, asked) => judgeAll(resources, { ...judging, asked: new Set(asked.map(verdictKey)) }),
  });
  const diagnostics = await settled([...discovered.diagnostics, ...declared.diagnostics, ...judged.diagnostics]);
  const { suppressions } = declared;
  const findings = findingsOf({ graph, verdicts, policies, diagnostics, config, suppressions, today: options.today });
  const filters = [
    ...(discovered.value.reportOnly === undefined ? [] : [inFiles(discovered.value.reportOnly)]),
    ...(options.changes === undefined ? [] : [causedBy(options.changes, { config, fixes: fixesOf(policies) })]),
  ];
  const found = reported({ findings, verdicts }, graph, filters);
  const shared = {
    graph,
    findings: found.findings,
    inputs: discovered.value.inputs.map((input) => asJudged(input, declared.runByUnits)),
    workloads: assessment.workloads,
  };
  const told = found.verdicts.filter(
    (each) => each.level !== 'off' && (each.verdict === 'fail' || each.verdict === 'unknown'),
  );
  return {
    tool: { name: 'dr-lint', version, homepage },
    policies,
    tiers: tiers.all,
    estimates: assessment.resources,
    diagnostics,
    ...shared,
    ...(options.withProposals === true && { proposals: await proposals(options, judged, found.findings, verdicts) }),
    verdicts: options.verdicts === 'all' ? found.verdicts : told,
    summary: summaryOf({ ...shared, ...found }),
  };
}

interface Judging {
  readonly deployments: readonly Deployment[];
  readonly config: Config;
  readonly rules: PolicyIndex;
  readonly tiers: Tiers;
  /** Grows with what is normalized. */
  readonly normalized: Normalized;
  /** The keys of the verdicts that are asked for; undefined: all of them. */
  readonly asked?: ReadonlySet<string>;
  /** Told which stage begins. */
  readonly begin?: (stage: Stage) => void;
}

interface Judged {
  readonly graph: ResourceGraph;
  readonly assessment: Assessment;
  readonly tiers: Tiers;
  readonly verdicts: readonly Verdict[];
  readonly diagnostics: readonly Diagnostic[];
  /** What policies are judged by. */
  readonly judgedBy: SubjectsInput;
}

/** What is declared, judged: normalize → relate → assess → judge. */
function judgeAll(declared: readonly DeclaredResource[], judging: Judging): Judged {
  const { deployments, config, rules, tiers, normalized, asked, begin } = judging;
  begin?.('normalize');
  const normal = normalize(declared, normalized);
  begin?.('relate');
  const { graph, workloads, unread, diagnostics } = buildGraph({ resources: normal.value, deployments, config, tiers });
  begin?.('assess');
  const assessment = assess({ graph, workloads, unread, tiers: tiers.all, config });
  begin?.('judge');
  const stated = { overrides: config.policies.overrides, configFolder: baseOf(config) };
  const subjects = { graph, tiers, ...stated, ...judgedBy({ graph, workloads, assessment, tiers }) };
  const verdicts = judge({ ...subjects, rules, asked });
  const all = [...normal.diagnostics, ...diagnostics];
  return { graph, assessment, tiers, verdicts, judgedBy: subjects, diagnostics: all };
}

/** Loaded only for who asks. */
async function proposals(
  { fileSystem, policies }: LintOptions,
  { graph, judgedBy: input }: Judged,
  findings: readonly Finding[],
  verdicts: readonly Verdict[],
): Promise<NonNullable<Report['proposals']>> {
  const { proposeEdits } = await import('./edits/propose-edits.ts');
  return proposeEdits({ graph, findings, verdicts, policies, fileSystem, subjects: new Subjects(input) });
}

function fixesOf(policies: readonly Policy[]): readonly string[] {
  return policies.flatMap(({ fix }) => [fix.terraform, fix.cloudformation]);
}

/** The folder of a unit's module is no root by itself. */
function asJudged(input: DiscoveredInput, runByUnits: ReadonlySet<string>): DiscoveredInput {
  const isModule = input.kind === 'terraform-root' && runByUnits.has(input.path);
  return isModule ? { ...input, kind: 'terraform-module' } : input;
}

/** Each once, for roots share modules; what our parser rejects of Terraform is put before HashiCorp's. */
async function settled(diagnostics: readonly Diagnostic[]): Promise<readonly Diagnostic[]> {
  const distinct = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    distinct.set(`${each.code} ${each.path}:${each.range?.start ?? ''} ${each.message}`, each);
  }
  const rejected = new Map<SourceFile, Diagnostic[]>();
  const others: Diagnostic[] = [];
  for (const each of distinct.values()) {
    const file = each.range?.file;
    if (file === undefined || !/\.(?:tf|tofu|tfvars)$/u.test(file.path)) others.push(each);
    else rejected.set(file, [...(rejected.get(file) ?? []), each]);
  }
  for (const [file, ofFile] of rejected) others.push(...(await arbitrate(file, ofFile)));
  return others;
}
