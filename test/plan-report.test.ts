/** What people are told about a plan: where, once, and never a secret. */
import { describe, expect, test } from 'vitest';
import { locationOf } from '../src/core/source.ts';
import { memoryFileSystem } from '../src/core/file-system-memory.ts';
import type { Report } from '../src/findings/report.ts';
import { graphJson } from '../src/reporters/graph-json.ts';
import { isReporterName, loadReporter, reporterNames } from '../src/reporters/index.ts';
import { lintText } from './helpers/lint-text.ts';
import { planOfRoot } from './helpers/plan/plan-of-root.ts';

const secret = 'hunter2-hunter2';

const files = {
  'infra/main.tf': `provider "aws" {
  region = "eu-west-1"
}

variable "password" {
  default   = "${secret}"
  sensitive = true
}

module "database" {
  for_each = toset(["orders"])
  source   = "./database"
  name     = each.key
  password = var.password
}
`,
  'infra/database/main.tf': `variable "name" {}

variable "password" {}

resource "aws_db_instance" "this" {
  identifier          = var.name
  password            = var.password
  multi_az            = false
  deletion_protection = true
}

# dr-lint-ignore s3/versioning: rebuilt every night
resource "aws_s3_bucket" "invoices" {
  bucket = "\${var.name}-invoices"
}
`,
};

function planOf(): string {
  const made = planOfRoot(memoryFileSystem(files), 'infra');
  if (!('plan' in made)) throw new Error(made.because);
  return made.plan;
}

const plan = planOf();
const withPlan = { ...files, 'infra/plan.json': plan };

/** `rds/multi-az open infra/main.tf:1:1`, sorted. */
function told({ findings }: Report): readonly string[] {
  return findings
    .map(({ policy, state, place }) => {
      const at = place === undefined ? undefined : locationOf(place);
      return `${policy} ${state} ${at?.file}:${at?.line}:${at?.column}`;
    })
    .toSorted();
}

describe('a plan beside its source', () => {
  test('is told of at the lines of the source, as the source alone is, suppressions included', async () => {
    const ofSource = told(await lintText(files));
    expect(told(await lintText(withPlan))).toEqual(ofSource);
    expect(told(await lintText(withPlan, { paths: ['infra/plan.json'] }))).toEqual(ofSource);
    expect(ofSource).toContain('rds/multi-az open infra/database/main.tf:8:25');
    expect(ofSource.find((line) => line.startsWith('s3/versioning'))).toContain('suppressed');
  });

  test('names the value in the plan where only the plan knows it', async () => {
    const open = {
      ...withPlan,
      'infra/database/main.tf': files['infra/database/main.tf'].replace('false', 'data.x.y.ha'),
    };
    const report = await lintText(open);
    const finding = report.findings.find(({ policy }) => policy === 'rds/multi-az');
    const related = (finding?.related ?? []).map(({ range }) => locationOf(range).file);
    expect(related).toContain('infra/plan.json');
  });
});

describe('a plan without its source', () => {
  test('is told of at the value: in one long line the column says where', async () => {
    const report = await lintText({ 'plan.json': plan });
    const column = plan.indexOf('false', plan.indexOf('"multi_az"')) + 1;
    expect(told(report)).toContain(`rds/multi-az open plan.json:1:${column}`);
  });

  test('in lines is told of at the line', async () => {
    const lines = JSON.stringify(JSON.parse(plan), undefined, 2);
    const line = lines.slice(0, lines.indexOf('"multi_az"')).split('\n').length;
    expect(told(await lintText({ 'plan.json': lines })).find((each) => each.startsWith('rds/multi-az'))).toContain(
      `plan.json:${line}:`,
    );
  });
});

test.each([
  { what: 'beside its source', all: withPlan },
  { what: 'alone', all: { 'plan.json': plan } },
])('no format prints a secret, nor the lines of a plan $what', async ({ all }) => {
  expect(plan).toContain(secret);
  const report = await lintText(all);
  expect(report.findings.length).toBeGreaterThan(0);
  const printed = new Map([['graph', graphJson(report.graph)]]);
  for (const name of reporterNames.filter(isReporterName)) {
    const print = await loadReporter(name);
    printed.set(name, print(report, { color: false, width: 120 }));
  }
  for (const [name, text] of printed) {
    expect([name, text.includes(secret)]).toEqual([name, false]);
    expect([name, text.includes('planned_values')]).toEqual([name, false]);
  }
});
