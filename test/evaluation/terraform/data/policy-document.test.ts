/** `data.aws_iam_policy_document` gives the text that the provider would print, with the unknown in its place. */
import { describe, expect, test } from 'vitest';
import { jsonIn } from '../../../../src/core/json-template.ts';
import { toDocument } from '../../../../src/core/to-document.ts';
import { plainDocument } from '../../../helpers/plain-document.ts';
import { evaluateFiles } from '../../../helpers/terraform.ts';

/** The text of the last policy, named `all`, as an argument sees it. */
function printed(source: string, attribute = 'json'): unknown {
  const main = `provider "aws" {}\n${source}\nresource "aws_iam_policy" "it" {\n  policy = data.aws_iam_policy_document.all.${attribute}\n}`;
  return evaluateFiles({ 'infra/main.tf': main }).plain('aws_iam_policy.it', 'policy');
}

/** The data in that text. */
function policy(source: string): unknown {
  const main = `provider "aws" {}\n${source}\nresource "aws_iam_policy" "it" {\n  policy = data.aws_iam_policy_document.all.json\n}`;
  const value = evaluateFiles({ 'infra/main.tf': main }).value('aws_iam_policy.it', 'policy');
  const data = value === undefined ? undefined : jsonIn(value);
  return data === undefined ? value?.kind : plainDocument(toDocument(data));
}

const read = 'statement {\n  actions = ["s3:GetObject"]\n  resources = ["*"]\n}';

test('the text is indented, in the order of the provider', () => {
  const source = `data "aws_iam_policy_document" "all" {
    statement {
      sid       = "Read"
      actions   = ["s3:GetObject", "s3:ListBucket", "s3:GetObject"]
      resources = ["arn:aws:s3:::orders/&{aws:username}/<*>"]
      principals {
        type        = "AWS"
        identifiers = ["111122223333"]
      }
    }
  }`;
  expect(printed(source)).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:ListBucket",
        "s3:GetObject"
      ],
      "Resource": "arn:aws:s3:::orders/\${aws:username}/\\u003c*\\u003e",
      "Principal": {
        "AWS": "111122223333"
      }
    }
  ]
}`);
});

test('or without spaces', () => {
  expect(printed(`data "aws_iam_policy_document" "all" {\n${read}\n}`, 'minified_json')).toBe(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
  );
});

describe('a statement', () => {
  const cases: readonly { what: string; block: string; expected: Record<string, unknown> }[] = [
    {
      what: 'for everyone',
      block: 'effect = "Deny"\nnot_actions = ["s3:*"]\nprincipals {\n  type = "*"\n  identifiers = ["*"]\n}',
      expected: { Effect: 'Deny', NotAction: 's3:*', Principal: '*' },
    },
    {
      what: 'for all accounts',
      block: 'principals {\n  type = "AWS"\n  identifiers = ["*"]\n}',
      expected: { Effect: 'Allow', Principal: { AWS: '*' } },
    },
    {
      what: 'for principals of several types',
      block:
        'principals {\n  type = "Service"\n  identifiers = ["b.amazonaws.com", "c.amazonaws.com"]\n}\nprincipals {\n  type = "AWS"\n  identifiers = ["111122223333"]\n}',
      expected: {
        Effect: 'Allow',
        Principal: { AWS: '111122223333', Service: ['c.amazonaws.com', 'b.amazonaws.com'] },
      },
    },
    {
      what: 'under conditions, whose values keep their order',
      block: `condition {\n  test = "StringLike"\n  variable = "s3:prefix"\n  values = ["", "home/"]\n}
        condition {\n  test = "Bool"\n  variable = "aws:SecureTransport"\n  values = ["false"]\n}`,
      expected: {
        Effect: 'Allow',
        Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringLike: { 's3:prefix': ['', 'home/'] } },
      },
    },
    {
      what: 'of which an action is not known',
      block: 'actions = ["s3:GetObject", var.action]',
      expected: { Effect: 'Allow', Action: ['s3:GetObject', { $unknown: 'var.action' }] },
    },
    {
      what: 'of which the actions are not known',
      block: 'actions = var.actions',
      expected: { Effect: 'Allow', Action: { $unknown: 'var.actions' } },
    },
    {
      what: 'about another resource',
      block: 'resources = ["${aws_s3_bucket.orders.arn}/*"]',
      expected: { Effect: 'Allow', Resource: { $template: '?/*' } },
    },
    {
      what: 'whose principals are of an unknown type',
      block: 'principals {\n  type = var.action\n  identifiers = ["*"]\n}',
      expected: { Effect: 'Allow', Principal: { $unknown: 'var.action' } },
    },
  ];
  test.each(cases)('$what', ({ block, expected }) => {
    const source = `variable "action" {}\nvariable "actions" {}\nresource "aws_s3_bucket" "orders" {}
      data "aws_iam_policy_document" "all" {\nstatement {\n${block}\n}\n}`;
    expect(policy(source)).toEqual({ Version: '2012-10-17', Statement: [expected] });
  });
});

describe('other policies', () => {
  const base = `data "aws_iam_policy_document" "base" {
    version   = "2008-10-17"
    policy_id = "base"
    statement {
      sid     = "Write"
      actions = ["s3:PutObject"]
    }
    ${read}
  }`;
  const write = 'statement {\n  sid = "Write"\n  effect = "Deny"\n  actions = ["s3:DeleteObject"]\n}';
  const own = { Sid: 'Write', Effect: 'Deny', Action: 's3:DeleteObject' };
  const others = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

  test('a source comes first, and its statements give way to those of the same Sid', () => {
    const source = `${base}\ndata "aws_iam_policy_document" "all" {
      source_policy_documents = [data.aws_iam_policy_document.base.json]
      ${write}
    }`;
    expect(policy(source)).toEqual({ Version: '2012-10-17', Id: 'base', Statement: [own, others] });
  });

  test('an override replaces what has the same Sid', () => {
    const source = `${base}\ndata "aws_iam_policy_document" "all" {
      override_policy_documents = [data.aws_iam_policy_document.base.json]
      ${write}
    }`;
    expect(policy(source)).toEqual({
      Version: '2012-10-17',
      Id: 'base',
      Statement: [{ Sid: 'Write', Effect: 'Allow', Action: 's3:PutObject' }, others],
    });
  });

  test('a source that is not known adds statements that are not known', () => {
    const source = `variable "more" {}\ndata "aws_iam_policy_document" "all" {
      source_policy_documents = [var.more]
      ${write}
    }`;
    expect(policy(source)).toEqual({ Version: '2012-10-17', Statement: [{ $unknown: 'var.more' }, own] });
  });

  test('an override that is not known leaves nothing known', () => {
    const source = `variable "more" {}\ndata "aws_iam_policy_document" "all" {
      override_policy_documents = [var.more]
      ${write}
    }`;
    expect(policy(source)).toBe('unknown');
  });

  test('what is written by hand is read as well, references and all', () => {
    const source = `resource "aws_s3_bucket" "orders" {}
      data "aws_iam_policy_document" "all" {
        source_policy_documents = [jsonencode({ Statement = { Effect = "Allow", Resource = aws_s3_bucket.orders.arn } })]
      }`;
    expect(policy(source)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Resource: { $ref: 'aws_s3_bucket.orders.arn' } }],
    });
  });

  test('documents that double each other end', () => {
    const doubled = Array.from(
      { length: 30 },
      (_, index) => `data "aws_iam_policy_document" "${index === 29 ? 'all' : `d${index}`}" {
        source_policy_documents = [for each in [1, 2] : data.aws_iam_policy_document.${index === 0 ? 'base' : `d${index - 1}`}.json]
      }`,
    );
    expect(policy([base, ...doubled].join('\n'))).toBe('unknown');
  });
});
