/** Which Regions a dashboard shows. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

test.each<{ what: string; body: string; regions: unknown }>([
  {
    what: 'the Region of each widget, once',
    body: 'jsonencode({ widgets = [{ properties = { region = "us-east-1" } }, { properties = { region = "us-east-1" } }] })',
    regions: ['us-east-1'],
  },
  {
    what: 'the Region of a metric of its own, and of an alarm',
    body: `jsonencode({ widgets = [
      { properties = { metrics = [["AWS/RDS", "ReplicaLag", { region = "us-west-2" }]] } },
      { properties = { alarms = ["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:lag"] } },
    ] })`,
    regions: ['us-west-2', 'eu-west-1'],
  },
  {
    what: 'a Region that is not known',
    body: 'jsonencode({ widgets = [{ properties = { region = var.region } }] })',
    regions: ['? var.region'],
  },
  { what: 'a body that is not known', body: 'var.body', regions: ['? var.body'] },
  { what: 'text alone', body: 'jsonencode({ widgets = [{ properties = { markdown = "# Orders" } }] })', regions: [] },
])('$what', async ({ body, regions }) => {
  const variables = 'variable "region" {}\nvariable "body" {}\n';
  const dashboard = `resource "aws_cloudwatch_dashboard" "orders" {\n  dashboard_body = ${body}\n}\n`;
  const report = await lintText({ 'main.tf': `${variables}${dashboard}` });
  expect(shown(factOf(report, 'aws_cloudwatch_dashboard.orders', 'regionsShown'))).toEqual(regions);
});
