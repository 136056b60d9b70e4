import { expect, test } from 'vitest';
import { lintText } from '../helpers/lint-text.ts';

test('what has the same address in another root is told with its root', async () => {
  const root = (region: string): string =>
    `provider "aws" { region = "${region}" }\nmodule "network" { source = "../modules/network" }\n`;
  const report = await lintText({
    'primary/main.tf': root('us-east-1'),
    'recovery/main.tf': root('us-west-2'),
    'modules/network/main.tf': 'resource "aws_vpc" "shop" { cidr_block = "10.0.0.0/16" }\n',
  });
  const overlaps = report.findings.filter(({ policy }) => policy === 'vpc/cidr-overlap');
  expect(overlaps.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /module\.network\.aws_vpc\.shop\b.* module\.network\.aws_vpc\.shop \((?:primary|recovery)\)/u,
    ),
  ]);
});
