import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/findings/report.ts';
import { accountOf, type Account } from '../../../src/reporters/assess/account.ts';
import { assessHtml } from '../../../src/reporters/assess/assess-html.ts';
import { assessJson } from '../../../src/reporters/assess/assess-json.ts';
import { assessMarkdown } from '../../../src/reporters/assess/assess-markdown.ts';
import { assessText } from '../../../src/reporters/assess/assess-text.ts';
import { hostileEstate, twoRegions } from '../../helpers/estate.ts';
import { lintText } from '../../helpers/lint-text.ts';

const printing = { color: false, width: 100 };

function onlyAccount(report: Report): Account {
  const [workload] = report.workloads;
  if (workload === undefined) throw new Error('no workload');
  return accountOf(workload, report);
}

/** The names of what a list of changes is about, by what is to be done. */
function changesTo({ changes }: Account, tier: string): Readonly<Record<string, readonly string[]>> {
  const list = changes.find((each) => each.tier === tier)?.changes ?? [];
  return Object.fromEntries(list.map(({ what, about }) => [what, about.map(({ name }) => name)]));
}

/** A database in one Region, with what further blocks add. */
function database(...blocks: readonly string[]): Readonly<Record<string, string>> {
  return {
    'main.tf': `
provider "aws" {
  region = "us-east-1"
}
provider "aws" {
  alias  = "recovery"
  region = "eu-west-1"
}
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  backup_retention_period = 7
}
${blocks.join('\n')}
`,
  };
}

const replica = `
resource "aws_db_instance" "replica" {
  provider            = aws.recovery
  replicate_source_db = aws_db_instance.orders.arn
}`;

const dailyCopies = `
resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.primary.name
    schedule          = "cron(0 5 * * ? *)"
    copy_action {
      destination_vault_arn = aws_backup_vault.recovery.arn
    }
  }
}
resource "aws_backup_vault" "primary" {
  name = "primary"
}
resource "aws_backup_vault" "recovery" {
  provider = aws.recovery
  name     = "recovery"
}
resource "aws_backup_selection" "all" {
  name         = "all"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = ["*"]
}`;

describe('the headline', () => {
  test.each([
    { what: 'a stated tier', config: { tier: 'pilot-light' }, sentence: 'You promised pilot-light.' },
    {
      what: 'a stated tier with objectives',
      config: { tier: 'warm-standby', objectives: { rto: 600, rpo: 60, perDisruption: {} } },
      sentence: 'You promised warm-standby (RTO 10 min, RPO 1 min).',
    },
    { what: 'nothing', config: { tier: undefined }, sentence: 'Nothing is promised, so backup-restore is assumed.' },
  ])('says what was promised: $what', async ({ config, sentence }) => {
    expect(onlyAccount(await lintText(database(), { config })).headline[0]).toBe(sentence);
  });

  test('names what does not come back', async () => {
    const { headline } = onlyAccount(await lintText(database(), { config: { tier: 'pilot-light' } }));
    expect(headline.join(' ')).toContain('If us-east-1 is lost, `aws_db_instance.orders` does not come back');
    expect(headline.join(' ')).toContain('No tier holds.');
  });

  test('gives the figures of what does, and the tier that holds', async () => {
    const { headline } = onlyAccount(await lintText(database(dailyCopies), { config: { tier: 'warm-standby' } }));
    expect(headline.join(' ')).toMatch(/If us-east-1 is lost, back in: .*, data gone: up to 24 h/u);
    expect(headline.join(' ')).toContain('The highest tier that holds is backup-restore.');
  });
});

describe('the way to a tier', () => {
  test('the next tier and the promised one, each with the least that it takes', async () => {
    const account = onlyAccount(await lintText(database(dailyCopies), { config: { tier: 'warm-standby' } }));
    expect(account.changes.map(({ tier, isPromised }) => [tier, isPromised])).toEqual([
      ['pilot-light', false],
      ['warm-standby', true],
    ]);
    expect(changesTo(account, 'pilot-light')).toEqual({
      'Keep a live copy of it in eu-west-1': ['aws_db_instance.orders'],
    });
  });

  test('what was done is asked for no more', async () => {
    const account = onlyAccount(await lintText(database(dailyCopies, replica), { config: { tier: 'pilot-light' } }));
    expect(changesTo(account, 'pilot-light')).toEqual({});
  });

  test('what may be so already is to be made known, not changed', async () => {
    const files = {
      'main.tf': `
variable "recovery_region" {}
provider "aws" {
  region = "us-east-1"
}
provider "aws" {
  alias  = "recovery"
  region = var.recovery_region
}
resource "aws_db_instance" "orders" {
  engine = "postgres"
}
${replica}
`,
    };
    const account = onlyAccount(await lintText(files, { config: { tier: 'pilot-light' } }));
    expect(changesTo(account, 'pilot-light')).toEqual({
      'Make known var.recovery_region: it may be so already': ['aws_db_instance.orders'],
    });
    expect(account.unknowns.map(({ subject }) => subject)).toEqual(['var.recovery_region']);
    expect(account.ladders[0]?.stands).toBe('1 of 1 not known to be replicated');
  });

  test('the policies that found the same are named, with the line', async () => {
    const { changes } = onlyAccount(await lintText(twoRegions, { config: { tier: 'pilot-light' } }));
    const change = changes.find(({ isPromised }) => isPromised)?.changes[0];
    expect(change?.policies).toContain('dynamodb/global-table');
    expect(change?.about.map(({ place }) => place?.file.path)).toContain('main.tf');
  });
});

test('more than was promised is told, but not against an assumed promise', async () => {
  const files = database(replica);
  const stated = onlyAccount(await lintText(files, { config: { tier: 'backup-restore' } }));
  expect(stated.surplus.map(({ name, text }) => [name, text])).toEqual([
    [
      'aws_db_instance.orders',
      'replicated (promoted from its replica in eu-west-1); backup-restore asks for restorable',
    ],
  ]);
  const assumed = onlyAccount(await lintText(files, { config: { tier: undefined } }));
  expect(assumed.surplus).toEqual([]);
});

describe('the loss of the Region', () => {
  test('the time is a sum of terms that are all shown', async () => {
    const report = await lintText(twoRegions, {
      config: { tier: 'warm-standby', objectives: { rto: 600, rpo: 60, perDisruption: {} } },
    });
    const region = onlyAccount(report).disruptions[0];
    expect(region?.name).toBe('lost Region');
    expect(region?.terms.map(({ name }) => name)).toEqual(expect.arrayContaining(['data', 'switching users']));
    const text = assessText(report, printing);
    const sum = text.slice(text.indexOf('promised'), text.indexOf('= back in'));
    for (const term of region?.terms ?? []) expect(sum).toContain(`${term.name} `);
  });

  test('what breaks the promise is named with its line', async () => {
    const { disruptions } = onlyAccount(await lintText(twoRegions, { config: { tier: 'pilot-light' } }));
    const carts = disruptions[0]?.breaking.find(({ name }) => name === 'aws_dynamodb_table.carts');
    expect(carts?.text).toMatch(/^back in: never, data gone: all of it/u);
    expect(carts?.place?.file.positionAt(carts.place.start).line).toBe(20);
  });
});

describe.each([
  { format: 'text', print: (report: Report) => assessText(report, printing) },
  { format: 'Markdown', print: assessMarkdown },
  { format: 'HTML', print: assessHtml },
])('$format', ({ print }) => {
  test('has the promise, every disruption, what breaks it with its line, and what it takes', async () => {
    const text = print(await lintText(twoRegions, { config: { tier: 'pilot-light' } }));
    const words = [
      'You promised pilot-light.',
      'lost',
      'corrupted data',
      'deletion',
      'failed instance',
      'failed zone',
      'seized account',
      'aws_dynamodb_table.carts',
      'main.tf:20',
      'To reach pilot-light, as promised',
      'Keep a live copy of it in eu-west-1',
    ];
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });

  test('the same input gives the same bytes', async () => {
    expect(print(await lintText(twoRegions))).toBe(print(await lintText(twoRegions)));
  });
});

test('nothing in the text is wider than the terminal, but for a word that is', async () => {
  const lines = assessText(await lintText(twoRegions), { color: false, width: 72 }).split('\n');
  expect(lines.filter((line) => line.length > 72 && line.trim().includes(' '))).toEqual([]);
});

test('JSON: the workloads as lint has them, with the estimates of each resource', async () => {
  const report = await lintText(twoRegions, { config: { tier: 'pilot-light' } });
  const { schemaVersion, workloads } = JSON.parse(assessJson(report));
  expect(schemaVersion).toBe(1);
  const [workload] = workloads;
  expect(workload).toMatchObject({ name: 'default', tier: 'pilot-light', achievedTier: 'none' });
  expect(workload.estimates.region.rto).toEqual({ status: 'lost' });
  const carts = workload.resources.find(({ address }: { address: string }) => address === 'aws_dynamodb_table.carts');
  expect(carts).toMatchObject({
    type: 'AWS::DynamoDB::Table',
    region: 'us-east-1',
    location: { file: 'main.tf', line: 20 },
  });
  expect(carts.estimates.region).toMatchObject({ rpo: { status: 'lost' }, promise: { holds: 'no' } });
  expect(workload.changes[0].changes[0].about[0]).toMatchObject({ resource: 'aws_dynamodb_table.carts' });
});

test('what was written in the code stays text in the page', async () => {
  const page = assessHtml(await lintText(hostileEstate()));
  expect(page).toContain('&lt;script&gt;alert(1)');
  expect(page).not.toMatch(/<script|<img/u);
  expect(page).toContain("script-src 'none'");
});
