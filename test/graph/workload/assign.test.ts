import { describe, expect, test } from 'vitest';
import type { Config, WorkloadConfig } from '../../../src/config/config.ts';
import type { Report } from '../../../src/findings/report.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';

/** A table with a tag where one is given, as both languages write it; the names differ so that both may lie in one estate. */
function terraformTable(name: string, tags = ''): string {
  return `resource "aws_dynamodb_table" "${name}" {\n  name = "${name}"\n  hash_key = "id"\n  ${tags === '' ? '' : `tags = { ${tags} }`}\n}\n`;
}

function templateOf(tables: Readonly<Record<string, string>>): string {
  const resources = Object.entries(tables).map(
    ([name, more]) => `  ${name}:\n    Type: AWS::DynamoDB::Table\n${more}    Properties:\n      TableName: ${name}\n`,
  );
  return `Resources:\n${resources.join('')}`;
}

function workload(name: string, tier: string, selector: Partial<WorkloadConfig>): WorkloadConfig {
  const nothing = { include: [], tags: {}, resources: [], objectives: undefined, needs: {}, statedAt: undefined };
  return { ...nothing, name, tier, ...selector };
}

function tierOf(report: Report, address: string): string {
  const { workload: name, tier } = nodeAt(report, address);
  return `${name}: ${tier}`;
}

const files = {
  'services/orders/main.tf':
    terraformTable('orders', 'team = "shop"') + 'module "history" {\n  source = "../history"\n}\n',
  'services/history/main.tf': terraformTable('events'),
  'services/batch/main.tf': terraformTable('runs'),
  'stacks/carts.yaml': templateOf({ Carts: '' }),
  'stacks/reports.yaml': templateOf({ Reports: '' }).replace(
    'TableName: Reports',
    'TableName: Reports\n      Tags: [{ Key: team, Value: insight }]',
  ),
};

describe('a workload takes', () => {
  const addresses = [
    'aws_dynamodb_table.orders',
    'module.history.aws_dynamodb_table.events',
    'aws_dynamodb_table.runs',
    'Carts',
    'Reports',
  ] as const;

  test.each([
    [
      'what lies in a path',
      { include: ['services/orders/**'] },
      ['aws_dynamodb_table.orders', 'module.history.aws_dynamodb_table.events'],
    ],
    ['a template', { include: ['stacks/carts.yaml'] }, ['Carts']],
    [
      'what lies in a path, but not in another',
      { include: ['services/**', 'stacks/**'], exclude: ['services/batch/**', 'stacks/reports.yaml'] },
      ['aws_dynamodb_table.orders', 'module.history.aws_dynamodb_table.events', 'Carts'],
    ],
    ['all but a path', { exclude: ['services/**'] }, ['Carts', 'Reports']],
    ['what has a tag, in Terraform', { tags: { team: 'shop' } }, ['aws_dynamodb_table.orders']],
    ['what has a tag, in CloudFormation', { tags: { team: 'insight' } }, ['Reports']],
    ['what a module call declares', { modules: ['module.history'] }, ['module.history.aws_dynamodb_table.events']],
    [
      'what an address names',
      { resources: ['Re*', 'aws_dynamodb_table.runs'] },
      ['aws_dynamodb_table.runs', 'Reports'],
    ],
    ['what meets all that it states', { include: ['services/**'], tags: { team: 'insight' } }, []],
    ['nothing without a criterion', {}, []],
  ] satisfies [string, Partial<WorkloadConfig>, string[]][])('%s', async (_, selector, expected) => {
    const report = await lintText(files, {
      config: { tier: 'backup-restore', workloads: [workload('shop', 'active-active', selector)] },
    });
    const taken = addresses.filter((address) => tierOf(report, address) === 'shop: active-active');
    expect(taken).toEqual(expected);
    const others = addresses.filter((address) => !taken.includes(address));
    for (const address of others) expect(tierOf(report, address)).toBe('default: backup-restore');
  });

  test('a module with instances: all of them by its address, one by its key', async () => {
    const main = 'module "shop" {\n  source = "./shop"\n  for_each = toset(["eu", "us"])\n}\n';
    const inputs = { 'main.tf': main, 'shop/main.tf': terraformTable('orders') };
    const tiers = async (module: string): Promise<readonly (string | undefined)[]> => {
      const workloads = [workload('shop', 'active-active', { modules: [module] })];
      const report = await lintText(inputs, { config: { workloads } });
      return ['eu', 'us'].map((key) => nodeAt(report, `module.shop["${key}"].aws_dynamodb_table.orders`).tier);
    };
    expect(await tiers('module.shop')).toEqual(['active-active', 'active-active']);
    expect(await tiers('module.shop["eu"]')).toEqual(['active-active', 'warm-standby']);
  });

  test('what no earlier one takes', async () => {
    const workloads = [
      workload('orders', 'active-active', { resources: ['*.orders'] }),
      workload('rest', 'pilot-light', { include: ['**'] }),
    ];
    const report = await lintText(files, { config: { workloads } });
    expect(tierOf(report, 'aws_dynamodb_table.orders')).toBe('orders: active-active');
    expect(tierOf(report, 'Carts')).toBe('rest: pilot-light');
    expect(report.workloads.map(({ name }) => name)).toEqual(['orders', 'rest']);
  });
});

describe('a resource states its own tier', () => {
  const metadata = '    Metadata: { dr:tier: backup-restore }\n';
  const rows: readonly {
    readonly what: string;
    readonly files: Readonly<Record<string, string>>;
    readonly config?: Partial<Config>;
    readonly address: string;
    readonly tier: string;
  }[] = [
    {
      what: 'by tag, in Terraform',
      files: { 'main.tf': terraformTable('orders', '"dr:tier" = "pilot-light"') },
      address: 'aws_dynamodb_table.orders',
      tier: 'pilot-light',
    },
    {
      what: 'by tag, in CloudFormation',
      files: {
        'stack.yaml': templateOf({ Orders: '' }).replace(
          'TableName: Orders',
          'TableName: Orders\n      Tags: [{ Key: dr:tier, Value: pilot-light }]',
        ),
      },
      address: 'Orders',
      tier: 'pilot-light',
    },
    {
      what: "by the provider's default tags",
      files: {
        'main.tf': `provider "aws" {\n  region = "us-east-1"\n  default_tags {\n    tags = { "dr:tier" = "pilot-light" }\n  }\n}\n${terraformTable('orders')}`,
      },
      address: 'aws_dynamodb_table.orders',
      tier: 'pilot-light',
    },
    {
      what: 'by Metadata',
      files: { 'stack.yaml': templateOf({ Orders: metadata }) },
      address: 'Orders',
      tier: 'backup-restore',
    },
    {
      what: 'by a tag of another name',
      files: { 'main.tf': terraformTable('orders', 'criticality = "active-active"') },
      config: { tierTag: 'criticality' },
      address: 'aws_dynamodb_table.orders',
      tier: 'active-active',
    },
    {
      what: 'by a tier of the configuration',
      files: { 'main.tf': terraformTable('orders', '"dr:tier" = "gold"') },
      config: { tiers: { gold: { extends: 'pilot-light' } } },
      address: 'aws_dynamodb_table.orders',
      tier: 'gold',
    },
    {
      what: 'over its workload',
      files: { 'main.tf': terraformTable('orders', '"dr:tier" = "pilot-light"') },
      config: { workloads: [workload('shop', 'active-active', { include: ['**'] })] },
      address: 'aws_dynamodb_table.orders',
      tier: 'pilot-light',
    },
  ];

  test.each(rows)('$what', async ({ files: inputs, config = {}, address, tier }) => {
    const report = await lintText(inputs, { config });
    expect(nodeAt(report, address).tier).toBe(tier);
    expect(report.diagnostics).toEqual([]);
  });

  test.each([
    [
      'Terraform',
      { 'main.tf': terraformTable('orders', '"dr:tier" = "warm-stanby"') },
      'main.tf:1 dr:tier of aws_dynamodb_table.orders',
    ],
    [
      'CloudFormation',
      { 'stack.yaml': templateOf({ Orders: metadata.replace('backup-restore', 'warm-stanby') }) },
      'stack.yaml:2 dr:tier of Orders',
    ],
  ])('one that does not exist is told, and changes nothing: %s', async (_, inputs, told) => {
    const report = await lintText(inputs, { config: { tier: 'pilot-light' } });
    const [finding] = report.findings.filter(({ policy }) => policy === 'input/tier');
    const line =
      finding?.place === undefined ? 0 : finding.place.file.text.slice(0, finding.place.start).split('\n').length;
    expect(`${finding?.place?.file.path}:${line} ${finding?.message}`).toContain(
      `${told} is "warm-stanby", which is no tier; it is judged by pilot-light. Did you mean "warm-standby"?`,
    );
  });
});

describe('objectives instead of a tier', () => {
  const objectives = (rto: number | undefined, rpo: number | undefined, perDisruption = {}): Config['objectives'] => ({
    rto,
    rpo,
    perDisruption,
  });

  test.each([
    ['for everything', objectives(600, 60), 'pilot-light', { rto: 600, rpo: 60 }],
    [
      'for the Region',
      objectives(undefined, undefined, { region: { rto: 300, rpo: undefined } }),
      'warm-standby',
      { rto: 300, rpo: undefined },
    ],
    [
      'looser for the Region than for the rest',
      objectives(60, 60, { region: { rto: 86_400, rpo: 3600 } }),
      'backup-restore',
      { rto: 86_400, rpo: 3600 },
    ],
    [
      'for a zone alone, which asks for no tier',
      objectives(undefined, undefined, { zone: { rto: 60, rpo: 0 } }),
      'backup-restore',
      {},
    ],
  ])('the cheapest sufficient one follows: %s', async (_, stated, tier, promised) => {
    const report = await lintText(
      { 'main.tf': terraformTable('orders') },
      { config: { tier: undefined, objectives: stated } },
    );
    expect(report.workloads[0]).toMatchObject({ tier, tierSource: 'objectives', objectives: promised });
  });

  test("a workload's own go before the tier of the configuration", async () => {
    const stated = {
      ...workload('shop', '', { include: ['**'] }),
      tier: undefined,
      objectives: objectives(1800, undefined),
    };
    const report = await lintText(
      { 'main.tf': terraformTable('orders') },
      { config: { tier: 'active-active', workloads: [stated] } },
    );
    expect(report.workloads[0]).toMatchObject({ name: 'shop', tier: 'pilot-light', tierSource: 'objectives' });
  });
});
