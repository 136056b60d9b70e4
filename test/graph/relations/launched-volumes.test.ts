/** Volumes that instances and launch templates make bear other tags than what makes them. */
import { expect, test } from 'vitest';
import { endsOf, lintText } from '../../helpers/lint-text.ts';

const policy = `resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::111122223333:role/snapshots"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Snapshot = "daily" }
    schedule {
      name = "daily"
      create_rule { interval = 24 }
      retain_rule { count = 7 }
    }
  }
}
`;
const tags = '{ Snapshot = "daily" }';
const instance = (more: string): string => `resource "aws_instance" "web" {\n  ${more}\n}\n`;
const template = (kind: string): string => `resource "aws_launch_template" "web" {
  tag_specifications {
    resource_type = "${kind}"
    tags          = ${tags}
  }
}
`;
const daily = 'aws_dlm_lifecycle_policy.daily';
const [ofInstance, ofTemplate] = ['aws_instance.web', 'aws_launch_template.web'];

test.each<{ what: string; text: string; at: string; policies: readonly string[] }>([
  { what: 'tags for the volumes', text: instance(`volume_tags = ${tags}`), at: ofInstance, policies: [daily] },
  { what: 'tags of the instance only', text: instance(`tags = ${tags}`), at: ofInstance, policies: [] },
  {
    what: 'a root volume with tags of its own',
    text: instance(`root_block_device {\n    tags = ${tags}\n  }`),
    at: ofInstance,
    policies: [`${daily}?`],
  },
  { what: 'a template that tags volumes', text: template('volume'), at: ofTemplate, policies: [daily] },
  { what: 'a template that tags instances', text: template('instance'), at: ofTemplate, policies: [] },
])('$what', async ({ text, at, policies }) => {
  const report = await lintText({ 'main.tf': policy + text });
  const ends = endsOf(report, at, 'protectedBy').filter((end) => !end.includes('/'));
  expect(ends).toEqual(policies);
});
