/** An image id belongs to one Region; a parameter or a lookup finds that of each. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const id = 'ami-0abcdef1234567890';
const lookup = 'data "aws_ami" "linux" {\n  owners = ["amazon"]\n}\n';

test.each<{ what: string; image: string; more?: string; literal: boolean; parameter: boolean }>([
  { what: 'an id', image: `"${id}"`, literal: true, parameter: false },
  { what: 'an id that was looked up', image: 'data.aws_ami.linux.id', more: lookup, literal: false, parameter: false },
  {
    what: 'a parameter that is resolved at launch',
    image: '"resolve:ssm:/images/web"',
    literal: false,
    parameter: true,
  },
  {
    what: 'an input without a value',
    image: 'var.image',
    more: 'variable "image" { type = string }\n',
    literal: false,
    parameter: true,
  },
])('$what', async ({ image, more = '', literal, parameter }) => {
  const text = `${more}resource "aws_launch_template" "web" {\n  image_id = ${image}\n}\n`;
  const report = await lintText({ 'main.tf': text });
  const at = 'aws_launch_template.web';
  expect(shown(factOf(report, at, 'image.literal'))).toBe(literal);
  expect(factOf(report, at, 'image.parameter') !== undefined).toBe(parameter);
});

test.each([
  ['an id', id, ['us-west-2']],
  ['a parameter', 'resolve:ssm:/images/web', []],
  ['an input that is left empty', '', []],
])('%s of two templates is used in another Region: %j', async (_, image, expected) => {
  const template = (name: string, provider: string): string =>
    `resource "aws_launch_template" "${name}" {\n  provider = ${provider}\n  image_id = "${image}"\n}\n`;
  const providers = ['us-east-1', 'us-west-2'].map(
    (region) => `provider "aws" {\n  alias  = "${region}"\n  region = "${region}"\n}\n`,
  );
  const report = await lintText({
    'main.tf': [...providers, template('web', 'aws.us-east-1'), template('web_dr', 'aws.us-west-2')].join(''),
  });
  const regions = factOf(report, 'aws_launch_template.web', 'image.regions');
  expect(regions).toEqual(expected.length === 0 ? [] : ['us-east-1', ...expected]);
});
