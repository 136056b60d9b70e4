/**
 * Scores dr-lint against hand-made ground truth: `npm run accuracy -- FOLDER [--table FILE]`. FOLDER holds `truth.json`, a list of
 * repositories with facts about them, and one checkout of each, named `owner+name`. With `--table` the scores are also written as the
 * table of docs/accuracy.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
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

interface ScoredFact {
  readonly fact: Fact;
  readonly score: Score;
  /** What was said instead; empty where the score says it all. */
  readonly detail: string;
}

interface ScoredRepository {
  readonly truth: Truth;
  readonly achievedTier: string;
  readonly resources: number;
  readonly facts: readonly ScoredFact[];
}

const { values, positionals } = parseArgs({ options: { table: { type: 'string' } }, allowPositionals: true });
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: npm run accuracy -- FOLDER [--table FILE]');
const truths: readonly Truth[] = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
const scored: ScoredRepository[] = [];
for (const truth of truths) {
  const repository = await scoreRepository(truth, join(folder, truth.repo.replace('/', '+')));
  print(repository);
  scored.push(repository);
}
printTotal();
if (values.table !== undefined) {
  writeFileSync(
    values.table,
    await format(accuracyPage(), { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' }),
  );
}

async function scoreRepository(truth: Truth, checkout: string): Promise<ScoredRepository> {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: checkout, encoding: 'utf8' }).trim();
  if (commit !== truth.commit) throw new Error(`${checkout} is at ${commit}; its truth is of ${truth.commit}`);
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
  const facts = truth.facts.map((fact) => {
    const [score, detail] = scoreFact(report, fact);
    return { fact, score, detail };
  });
  return {
    truth,
    achievedTier: report.workloads[0]?.achievedTier ?? 'none',
    resources: report.summary.resources,
    facts,
  };
}

/** Facts over which people may differ, and those of files that are no valid HCL, are counted apart. */
function isDebatable({ debatable, strictParse }: Fact): boolean {
  return debatable === true || strictParse !== undefined;
}

function print({ truth, achievedTier, resources, facts }: ScoredRepository): void {
  console.log(`\n# ${truth.repo}`);
  const agrees = achievedTier === truth.achievedTier ? 'agrees' : 'differs';
  console.log(`  tier: ${achievedTier}; truth: ${truth.achievedTier} (${agrees}); ${resources} resources`);
  for (const { fact, score, detail } of facts) {
    if (score === 'agrees' || score === 'caught' || score === 'no policy') continue;
    const label = isDebatable(fact) ? `${score} (debatable)` : score;
    const subject = fact.subject ?? fact.resource;
    console.log(`  ${label}: ${fact.policy} ${subject} expected ${fact.expect}, ${detail} — ${fact.why}`);
  }
}

function printTotal(): void {
  const totals = new Map<string, number>();
  for (const { fact, score } of scored.flatMap(({ facts }) => facts)) {
    const label = isDebatable(fact) ? `${score} (debatable)` : score;
    totals.set(label, (totals.get(label) ?? 0) + 1);
  }
  const tiers = scored.filter(({ truth, achievedTier }) => truth.achievedTier === achievedTier).length;
  const counts = [...totals].map(([score, count]) => `${score} ${count}`);
  console.log(`\ntotal: tiers ${tiers} of ${scored.length} · ${counts.join(' · ')}`);
}

function accuracyPage(): string {
  const rows = scored.map(({ truth, achievedTier, facts }) => {
    const settled = facts.filter(({ fact }) => !isDebatable(fact));
    const fails = settled.filter(({ fact, score }) => fact.expect === 'fail' && score !== 'no policy');
    const others = settled.filter(({ fact, score }) => fact.expect !== 'fail' && score !== 'no policy');
    const cells = [
      `${truth.repo} \`${truth.commit.slice(0, 7)}\``,
      truth.claimedTier,
      achievedTier === truth.achievedTier ? achievedTier : `${achievedTier}, truth ${truth.achievedTier}`,
      `${countOf(fails, 'caught')} of ${fails.length}`,
      `${countOf(others, 'agrees')} of ${others.length}`,
      String(countOf(settled, 'false alarm') + countOf(settled, 'guess')),
      `${countOf(facts, 'no policy')}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const differing = scored.flatMap(({ truth, facts }) =>
    facts
      .filter(({ score }) => score !== 'agrees' && score !== 'caught' && score !== 'no policy')
      .map(({ fact, score }) => {
        const debatable = isDebatable(fact) ? ' (debatable)' : '';
        return `- ${truth.repo}, ${fact.policy} on \`${fact.subject ?? fact.resource}\`: ${score}${debatable}. Truth: ${fact.expect}, "${fact.why}".`;
      }),
  );
  return [
    '# How often dr-lint is right',
    'Seven public repositories that claim a recovery pattern were read by hand: which tier each achieves, and for policies by resource and line what a careful reader would say. This is how dr-lint does on them. Made by `npm run accuracy -- FOLDER --table docs/accuracy.md`.',
    '| repository | claims | achieves | failures found, on the right line | other facts agreed | false alarms and guesses | without a policy |\n| --- | --- | --- | --- | --- | --- | --- |\n' +
      rows.join('\n'),
    'Facts over which people may differ are left out of the table, and listed where dr-lint says something else.',
    '## Where dr-lint says something else',
    differing.length === 0 ? 'Nowhere.' : differing.join('\n'),
  ].join('\n\n');
}

function countOf(facts: readonly ScoredFact[], wanted: Score): number {
  return facts.filter(({ score }) => score === wanted).length;
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
