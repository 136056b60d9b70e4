/** Levels that the configuration gives a policy by path, tag, module call and address. */
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { SourceFile } from '../../src/core/source.ts';
import { lintText } from '../helpers/lint-text.ts';

const database = (name: string, tags = ''): string => `resource "aws_db_instance" "${name}" {
  identifier = "${name}"
  engine     = "postgres"
  multi_az   = false
  ${tags}
}
`;

const files = {
  'shop/main.tf': `${database('orders')}
${database('reports', 'tags = { criticality = "low" }')}
${database('drafts', 'tags = { criticality = var.criticality }')}
variable "criticality" {}
module "archive" {
  source = "./archive"
}
`,
  'shop/archive/main.tf': database('old'),
  'batch/main.tf': database('jobs'),
  'batch/stack.yaml': 'Resources:\n  Nightly:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: postgres }\n',
};

const own = 'error';

test.each([
  {
    what: 'by path, for both languages',
    stated: '{ include: [batch/**], level: note }',
    levels: { jobs: 'note', Nightly: 'note', orders: own, old: own },
  },
  {
    what: 'by tag, where its value is known',
    stated: '{ tags: { criticality: low }, level: note }',
    levels: { reports: 'note', drafts: own, orders: own },
  },
  { what: 'by module call', stated: '{ modules: module.archive, level: note }', levels: { old: 'note', orders: own } },
  { what: 'by address', stated: '{ resources: "*.orders", level: note }', levels: { orders: 'note', reports: own } },
  {
    what: 'the first entry that selects a resource, and a level for the rest',
    stated: '[{ include: shop/**, exclude: shop/archive/**, level: note }, { level: warning }]',
    levels: { orders: 'note', jobs: 'warning' },
  },
  {
    what: 'off for some',
    stated: '[{ tags: { criticality: low }, level: "off" }]',
    levels: { reports: undefined, orders: own },
  },
])('$what', async ({ stated, levels }) => {
  const config = await loadConfig(
    new SourceFile('.dr-lint.yaml', `tier: warm-standby\npolicies:\n  rds/multi-az: ${stated}\n`),
    { tiers: ['warm-standby'], policies: async () => ['rds/multi-az'], realPath: (path) => path },
  );
  expect(config.diagnostics).toEqual([]);
  const { findings } = await lintText(files, { config: config.value ?? {} });
  const found = findings.filter(({ policy }) => policy === 'rds/multi-az');
  const levelOf = (name: string): string | undefined =>
    found.find(({ resources }) => resources.some((id) => id.endsWith(name)))?.level;
  expect(Object.fromEntries(Object.keys(levels).map((name) => [name, levelOf(name)]))).toEqual(levels);
});
