/**
 * How the time of a run grows with what is linted: `npm run build && node scripts/run-script.mjs scripts/benchmark.ts [RUNS]`.
 * Every run is a process of its own of the built program; the table has medians in milliseconds, and what doubling the resources costs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { configurationOf } from './benchmark/configuration.ts';
import { type Size, templateOf } from './benchmark/template.ts';

interface Input {
  readonly what: string;
  readonly file: string;
  readonly textOf: (size: Size) => string;
}

const inputs: readonly Input[] = [
  { what: 'YAML', file: 'shop.yaml', textOf: (size) => stringify(templateOf(size)) },
  { what: 'JSON', file: 'shop.json', textOf: (size) => JSON.stringify(templateOf(size), undefined, 2) },
  { what: 'Terraform', file: 'main.tf', textOf: configurationOf },
];
const sizes = [250, 500, 1000];
const conditions = 40;

const program = join(process.cwd(), 'dist', 'cli', 'main.js');
const runs = Number(process.argv[2] ?? '5');
if (!Number.isInteger(runs) || runs < 1) throw new Error('usage: scripts/benchmark.ts [RUNS]');

/** Stage → milliseconds. */
type Times = ReadonlyMap<string, number>;

const folder = mkdtempSync(join(tmpdir(), 'dr-lint-benchmark-'));
try {
  const rows = inputs.flatMap((input) => rowsOf(input));
  console.log(`Medians of ${runs} runs in ms; ${conditions} parameters and conditions; Node ${process.version}`);
  print(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Row = Readonly<Record<string, string>>;

/** One for each size, with the ratio to half of it. */
function rowsOf({ what, file, textOf }: Input): readonly Row[] {
  const rows: Row[] = [];
  let ofHalf: number | undefined;
  for (const resources of sizes) {
    const path = join(folder, `${what}-${resources}`);
    mkdirSync(path);
    writeFileSync(join(path, file), textOf({ resources, conditions }));
    const all = Array.from({ length: runs }, () => timesOf(path));
    const stages = [...(all[0]?.keys() ?? [])];
    const medians = stages.map((stage) => [stage, median(all.map((times) => times.get(stage) ?? 0))] as const);
    const total = median(all.map((times) => [...times.values()].reduce((sum, time) => sum + time, 0)));
    const ratio = ofHalf === undefined ? '' : (total / ofHalf).toFixed(2);
    rows.push({
      input: what,
      resources: String(resources),
      total: String(total),
      'to half': ratio,
      ...Object.fromEntries(medians.map(([stage, time]) => [stage, String(time)])),
    });
    ofHalf = total;
  }
  return rows;
}

function timesOf(path: string): Times {
  const { stderr, status } = spawnSync(process.execPath, [program, '.', '--stats', '--fail-on', 'never'], {
    cwd: path,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const stages = /^Time: \d+ ms: (?<stages>.*)\.$/mu.exec(stderr)?.groups?.['stages'];
  if (status !== 0 || stages === undefined) throw new Error(`dr-lint ended with ${status}: ${stderr}`);
  return new Map(
    stages.split(', ').map((each) => {
      const [stage = '', time = ''] = each.split(' ');
      return [stage, Number(time)];
    }),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  console.log(line(columns));
  console.log(
    `| ${widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`,
  );
  for (const row of rows) console.log(line(columns.map((column) => row[column] ?? '')));
}
