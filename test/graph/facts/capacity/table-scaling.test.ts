import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const table =
  'resource "aws_dynamodb_table" "orders" {\n  name = "orders"\n  read_capacity = 5\n  write_capacity = 5\n';
const index = 'global_secondary_index {\n  name = "by-day"\n  read_capacity = 5\n  write_capacity = 5\n}\n';
const variables = 'provider "aws" {}\nvariable "table" {}\nvariable "dimension" {}\nvariable "index" {}\n';

function scaled(name: string, resource: string, dimension: string): string {
  return `resource "aws_appautoscaling_target" "${name}" {\n  service_namespace = "dynamodb"\n  resource_id = "${resource}"\n  scalable_dimension = "${dimension}"\n}\n`;
}

function both(part: 'table' | 'index', resource: string): string {
  return ['Read', 'Write']
    .map((kind) => scaled(part + kind, resource, `dynamodb:${part}:${kind}CapacityUnits`))
    .join('');
}

const own = 'table/${aws_dynamodb_table.orders.name}';

test.each([
  ['nothing', `${table}}`, false],
  ['reads and writes', `${table}}\n${both('table', own)}`, true],
  ['reads and writes by its name', `${table}}\n${both('table', 'table/orders')}`, true],
  ['another table', `${table}}\n${both('table', 'table/carts')}`, false],
  ['reads alone', `${table}}\n${scaled('read', own, 'dynamodb:table:ReadCapacityUnits')}`, false],
  ['all but its index', `${table}${index}}\n${both('table', own)}`, false],
  ['its index, too', `${table}${index}}\n${both('table', own)}${both('index', `${own}/index/by-day`)}`, true],
  [
    'an index that is not known',
    `${table}${index}}\n${both('table', own)}${both('index', `${own}/index/\${var.index}`)}`,
    '? what aws_appautoscaling_target.indexRead scales',
  ],
  [
    'a table that is not known',
    `${table}}\n${both('table', 'table/${var.table}')}`,
    '? what aws_appautoscaling_target.tableRead scales',
  ],
  [
    'a dimension that is not known',
    `${table}}\n${scaled('any', own, '${var.dimension}')}`,
    '? what aws_appautoscaling_target.any scales',
  ],
  [
    'what may be on demand, and is scaled in any case',
    `${table}  billing_mode = var.table\n}\n${both('table', own)}`,
    true,
  ],
  ['what may be on demand', `${table}  billing_mode = var.table\n}`, '? var.table'],
  ['a table on demand', `${table}  billing_mode = "PAY_PER_REQUEST"\n}`, undefined],
])('scaling of a table: %s', async (_, main, expected) => {
  const report = await lintText({ 'main.tf': variables + main });
  expect(shown(factOf(report, 'aws_dynamodb_table.orders', 'scaled'))).toBe(expected);
});
