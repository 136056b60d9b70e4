import { expect, test } from 'vitest';
import { factOf, shown } from '../../helpers/facts.ts';
import { endsOf, lintText } from '../../helpers/lint-text.ts';

const group = (version: string): string => `
variable "release" {}
resource "aws_launch_template" "web" {}
resource "aws_autoscaling_group" "web" {
  min_size = 1
  max_size = 2
  launch_template {
    id = aws_launch_template.web.id
    ${version}
  }
}
`;

test.each([
  ['as it is written', 'version = "7"', '7'],
  ['that of a number', 'version = 7', '7'],
  ['the latest, by its attribute', 'version = aws_launch_template.web.latest_version', '$Latest'],
  ['the default, by its attribute', 'version = aws_launch_template.web.default_version', '$Default'],
  ['the default, where none is written', '', '$Default'],
])('the version of a template that a group starts from: %s', async (_, version, expected) => {
  const report = await lintText({ 'main.tf': group(version) });
  expect(shown(factOf(report, 'aws_autoscaling_group.web', 'templateVersion'))).toBe(expected);
});

test('a template starts from the image that it refers to, declared or looked up, and not from an id', async () => {
  const report = await lintText({
    'main.tf': `
      data "aws_ami" "web" { owners = ["self"] }
      resource "aws_ami_from_instance" "jobs" {
        name               = "jobs"
        source_instance_id = "i-0a1b2c3d"
      }
      resource "aws_launch_template" "web" { image_id = data.aws_ami.web.id }
      resource "aws_instance" "jobs" { ami = aws_ami_from_instance.jobs.id }
      resource "aws_instance" "legacy" { ami = "ami-0a1b2c3d4e5f67890" }
    `,
  });
  expect(endsOf(report, 'aws_launch_template.web', 'dependsOn')).toEqual(['data.aws_ami.web']);
  expect(endsOf(report, 'aws_instance.jobs', 'dependsOn')).toEqual(['aws_ami_from_instance.jobs']);
  expect(endsOf(report, 'aws_instance.legacy', 'dependsOn')).toEqual([]);
});

test('an instance depends on the volumes that are attached to it', async () => {
  const report = await lintText({
    'main.tf': `
      resource "aws_instance" "legacy" { ami = "ami-0a1b2c3d4e5f67890" }
      resource "aws_ebs_volume" "data" { availability_zone = "us-east-1a" }
      resource "aws_volume_attachment" "data" {
        instance_id = aws_instance.legacy.id
        volume_id   = aws_ebs_volume.data.id
      }
    `,
  });
  expect(endsOf(report, 'aws_instance.legacy', 'dependsOn')).toEqual(['aws_ebs_volume.data']);
});
