import { describe, expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

interface Half {
  readonly role: string;
  readonly dns?: string;
  readonly zone?: string;
}

function record(name: string, { role, dns = 'www.example.com', zone = '"Z1"' }: Half): string {
  return `resource "aws_route53_record" "${name}" {
  zone_id        = ${zone}
  name           = "${dns}"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.1"]
  set_identifier = "${name}"
  failover_routing_policy { type = ${role} }
}
`;
}

const primary = record('one', { role: '"PRIMARY"' });
const inputs = 'variable "zone" {}\nvariable "role" {}\n';

describe('a PRIMARY fails over to', () => {
  test.each([
    ['the SECONDARY of its name', [{ role: '"SECONDARY"' }], ['two0']],
    ['whatever the case and final dot of the name', [{ role: '"SECONDARY"', dns: 'WWW.example.com.' }], ['two0']],
    ['no record of another name', [{ role: '"SECONDARY"', dns: 'api.example.com' }], []],
    ['no record of that name in another zone', [{ role: '"SECONDARY"', zone: '"Z2"' }], []],
    ['the only one, in a zone that an input names', [{ role: '"SECONDARY"', zone: 'var.zone' }], ['two0']],
    [
      'the one in its own zone where another zone is not known',
      [{ role: '"SECONDARY"', zone: 'var.zone' }, { role: '"SECONDARY"' }],
      ['two1'],
    ],
    ['perhaps a record whose role is an input', [{ role: 'var.role' }], ['two0?']],
  ])('%s', async (_, others, expected) => {
    const main = inputs + primary + others.map((other, index) => record(`two${index}`, other)).join('');
    const report = await lintText({ 'main.tf': main });
    expect(endsOf(report, 'aws_route53_record.one', 'failsOverTo')).toEqual(
      expected.map((name) => `aws_route53_record.${name}`),
    );
  });
});

function weighted(name: string, weight: string, check = ''): string {
  const failover = /failover_routing_policy.*/u;
  return record(name, { role: '' }).replace(failover, `weighted_routing_policy { weight = ${weight} }\n  ${check}`);
}

const checked = 'health_check_id = "check-1"';

describe('a record with weight fails over to one without', () => {
  test.each([
    ['where it is checked', weighted('one', '100', checked), ['two']],
    ['but not where nothing checks it', weighted('one', '100'), []],
    [
      'but not while another one that nothing checks has weight, too',
      weighted('one', '100', checked) + weighted('three', '1'),
      [],
    ],
    ['and perhaps where its weight is an input', weighted('one', 'var.zone', checked), ['two?']],
  ])('%s', async (_, answering, expected) => {
    const report = await lintText({ 'main.tf': inputs + answering + weighted('two', '0') });
    expect(endsOf(report, 'aws_route53_record.one', 'failsOverTo')).toEqual(
      expected.map((name) => `aws_route53_record.${name}`),
    );
  });

  test('but not one of another name', async () => {
    const other = weighted('two', '0').replace('www', 'api');
    const report = await lintText({ 'main.tf': weighted('one', '100', checked) + other });
    expect(endsOf(report, 'aws_route53_record.one', 'failsOverTo')).toEqual([]);
  });
});

test('a SECONDARY stands in for its PRIMARY', async () => {
  const report = await lintText({ 'main.tf': primary + record('two', { role: '"SECONDARY"' }) });
  expect(endsOf(report, 'aws_route53_record.two', 'standsInFor')).toEqual(['aws_route53_record.one']);
});

test('halves of two roots whose names are inputs may be one pair, each of them', async () => {
  const named = (role: string, inputs: readonly string[]): string =>
    inputs
      .map((input) => `variable "${input}" {}\n${record(input, { role: `"${role}"`, dns: `\${var.${input}}` })}`)
      .join('');
  const report = await lintText({
    'one/main.tf': named('PRIMARY', ['shop', 'api']),
    'two/main.tf': named('SECONDARY', ['www', 'rest']),
  });
  expect(endsOf(report, 'aws_route53_record.shop', 'failsOverTo')).toEqual([
    'aws_route53_record.rest?',
    'aws_route53_record.www?',
  ]);
  expect(endsOf(report, 'aws_route53_record.api', 'failsOverTo')).toEqual(['aws_route53_record.www?']);
  expect(endsOf(report, 'aws_route53_record.rest', 'standsInFor')).toEqual(['aws_route53_record.shop?']);
});
