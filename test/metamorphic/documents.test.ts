/** Whatever way a JSON document is written in Terraform, it is the same document. */
import { expect, test } from 'vitest';
import { lintText, nodeAt } from '../helpers/lint-text.ts';

const deadLetters = `resource "aws_sqs_queue" "failed" {
  name = "orders-failed"
}
`;

const written = `jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 5 })`;

const spellings: readonly (readonly [what: string, argument: string, beside?: string])[] = [
  ['jsonencode', written],
  [
    'jsonencode with quoted keys',
    'jsonencode({ "deadLetterTargetArn" : aws_sqs_queue.failed.arn, "maxReceiveCount" : 5 })',
  ],
  [
    'a quoted text',
    String.raw`"{\"deadLetterTargetArn\": \"${'${aws_sqs_queue.failed.arn}'}\", \"maxReceiveCount\": 5}"`,
  ],
  ['a heredoc', '<<EOT\n{\n  "deadLetterTargetArn": "${aws_sqs_queue.failed.arn}",\n  "maxReceiveCount": 5\n}\nEOT'],
  [
    'an indented heredoc',
    '<<-EOT\n    {\n      "maxReceiveCount": ${2 + 3},\n      "deadLetterTargetArn": "${aws_sqs_queue.failed.arn}"\n    }\n    EOT',
  ],
  ['a local', 'local.redrive', `locals {\n  redrive = ${written}\n}`],
  [
    'an object in a local',
    'jsonencode(local.redrive)',
    'locals {\n  redrive = { deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = local.attempts }\n  attempts = 5\n}',
  ],
  [
    'jsonencode of merged objects',
    'jsonencode(merge({ maxReceiveCount = 5 }, { deadLetterTargetArn = aws_sqs_queue.failed.arn }))',
  ],
  ['a conditional', `true ? ${written} : null`],
  ['tried', `try(jsonencode(aws_sqs_queue.failed[3]), ${written})`],
];

test.each(spellings)('%s', async (_, argument, beside = '') => {
  const queue = `resource "aws_sqs_queue" "orders" {\n  name           = "orders"\n  redrive_policy = ${argument}\n}`;
  const report = await lintText({ 'main.tf': [deadLetters, beside, queue].join('\n') });
  expect(report.diagnostics.filter(({ level }) => level !== 'note')).toEqual([]);
  const node = nodeAt(report, 'aws_sqs_queue.orders');
  const links = node.links('/properties/RedrivePolicy/deadLetterTargetArn');
  expect(node.document).toMatchObject({ properties: { RedrivePolicy: { maxReceiveCount: 5 } } });
  expect(links.map(({ to }) => to)).toEqual(['.#aws_sqs_queue.failed']);
});
