/**
 * Scores dr-lint against hand-made ground truth: `npm run accuracy -- FOLDER [TRUTH]`. FOLDER holds one checkout per
 * repository, named `owner+name`; TRUTH is a JSON list of repositories with their facts (default: `FOLDER/truth.json`).
 */
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { nodeFileSystem } from '../src/core/file-system-node.ts';
import { defaultConfig } from '../src/config/default-config.ts';
import type { Report } from '../src/findings/report.ts';
import { lint } from '../src/lint.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import type { Verdict } from '../src/policy/verdict.ts';

interface Fact {
  readonly policy: string;
  readonly resource: string;
  readonly subject?: string;
  readonly file: string;
  readonly line: number;
  readonly headerFile?: string;
  readonly headerLine?: number;
  readonly root?: string;
  readonly expect: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  readonly debatable?: boolean;
  readonly modelled?: boolean;
  readonly strictParse?: string;
  readonly why: string;
  readonly note?: string;
}

interface Truth {
  readonly repo: string;
  readonly commit: string;
  readonly roots: readonly string[];
  readonly claimedTier: string;
  readonly achievedTier: string;
  readonly facts: readonly Fact[];
}

type Score = 'agrees' | 'caught' | 'missed' | 'undecided' | 'false alarm' | 'guess' | 'wrong line' | 'no policy';

const [folder, truthFile] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: npm run accuracy -- FOLDER [TRUTH]');
const truths: readonly Truth[] = JSON.parse(readFileSync(truthFile ?? join(folder, 'truth.json'), 'utf8'));
const totals = new Map<string, number>();
for (const truth of truths) await scoreRepository(truth, join(folder, truth.repo.replace('/', '+')));
console.log('\ntotal:', [...totals].map(([score, count]) => `${score} ${count}`).join(' · '));

async function scoreRepository(truth: Truth, checkout: string): Promise<void> {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: checkout, encoding: 'utf8' }).trim();
  console.log(`\n# ${truth.repo}${commit === truth.commit ? '' : ` (at ${commit}, the truth is of ${truth.commit})`}`);
  const started = performance.now();
  const report = await lint({
    fileSystem: nodeFileSystem(checkout),
    paths: truth.roots,
    config: { ...defaultConfig, tier: truth.claimedTier },
    varFiles: [],
    parameters: [],
    region: undefined,
    policies: builtInPolicies(),
    verdicts: 'all',
    today: new Date().toISOString().slice(0, 10),
  });
  const workload = report.workloads[0];
  const possible = workload?.possibleTier === undefined ? '' : `, possibly ${workload.possibleTier}`;
  const agrees = workload?.achievedTier === truth.achievedTier ? 'agrees' : 'differs';
  count(`tier ${agrees}`);
  console.log(`  tier: ${workload?.achievedTier ?? '-'}${possible}; truth: ${truth.achievedTier} (${agrees})`);
  for (const fact of truth.facts) {
    const [score, detail] = scoreFact(report, fact);
    const label = fact.debatable === true || fact.strictParse !== undefined ? `${score} (debatable)` : score;
    count(label);
    if (score === 'agrees' || score === 'caught' || score === 'no policy') continue;
    console.log(
      `  ${label}: ${fact.policy} ${fact.subject ?? fact.resource} expected ${fact.expect}, ${detail} — ${fact.why}`,
    );
  }
  console.log(`  ${report.summary.resources} resources, ${Math.round(performance.now() - started)} ms`);
}

function count(score: string): void {
  totals.set(score, (totals.get(score) ?? 0) + 1);
}

function scoreFact(report: Report, fact: Fact): readonly [Score, string] {
  if (!report.policies.some((policy) => policy.id === fact.policy)) return ['no policy', ''];
  const verdict = report.verdicts.find((each) => each.policy === fact.policy && isAbout(report, each, fact));
  const got = verdict?.verdict ?? 'none';
  const detail = `got ${got}${verdict === undefined ? '' : `: ${verdict.message}`}`;
  if (fact.expect === 'fail') {
    if (got === 'fail')
      return verdict !== undefined && isOnLine(report, verdict, fact) ? ['caught', ''] : ['wrong line', detail];
    return [got === 'unknown' ? 'undecided' : 'missed', detail];
  }
  if (fact.expect === 'unknown') {
    const guessed = got === 'fail' || got === 'pass';
    return guessed && fact.modelled !== true ? ['guess', detail] : ['agrees', ''];
  }
  if (got === 'fail') return ['false alarm', detail];
  return [got === 'unknown' && fact.expect === 'pass' ? 'undecided' : 'agrees', detail];
}

function isAbout(report: Report, verdict: Verdict, fact: Fact): boolean {
  const node = report.graph.node(verdict.node);
  if (node === undefined) return false;
  const wanted = fact.subject ?? fact.resource;
  if (wanted === 'workload') return node.kind === 'workload';
  const address = `${node.address}${node.part === undefined ? '' : `/${node.part}`}`;
  const hash = wanted.indexOf('#');
  if (hash !== -1) return `${node.deployment}#${address}` === wanted;
  return address === wanted && (fact.root === undefined || node.deployment === fact.root);
}

function isOnLine(report: Report, verdict: Verdict, fact: Fact): boolean {
  const header = report.graph.node(verdict.node)?.header;
  if (header === undefined) return true;
  const line = header.file.positionAt(header.start).line;
  return header.file.path === (fact.headerFile ?? fact.file) && line === (fact.headerLine ?? fact.line);
}
