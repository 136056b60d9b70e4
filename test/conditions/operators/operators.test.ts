import { describe, expect, test } from 'vitest';
import { ReferenceLeaf, SensitiveLeaf, TemplateLeaf, type Document } from '../../../src/core/document.ts';
import { nodeId } from '../../../src/core/ids.ts';
import { noMarks, unknown as unknownValue, type ReferenceValue } from '../../../src/core/value.ts';
import { applyOperator, isPresence, type OperatorName } from '../../../src/conditions/operators/operators.ts';
import { documentFrom, seconds, unknown, type Plain } from '../../helpers/graph.ts';

const anywhere = { range: undefined, decidedAt: undefined, marks: noMarks };

function reference(attribute: string): ReferenceLeaf {
  return new ReferenceLeaf(referenceValue(attribute));
}

function referenceValue(attribute: string): ReferenceValue {
  const resource = nodeId('app', 'aws_s3_bucket.logs');
  return { kind: 'reference', resource, attribute, text: `aws_s3_bucket.logs.${attribute}`, ...anywhere };
}

/** Text with a gap for each `*`, the gap of a variable. */
function template(pattern: string): TemplateLeaf {
  const pieces = pattern.split('*');
  const parts = pieces.flatMap((piece, index) => {
    const gap = unknownValue(`var.part${index}`, { code: 'input', subject: `var.part${index}`, cure: '' });
    return index === 0 ? [piece] : [gap, piece];
  });
  return new TemplateLeaf({ kind: 'template', parts: parts.filter((part) => part !== ''), ...anywhere });
}

const absent = undefined;

type Row = readonly [
  what: string,
  left: Plain | undefined,
  operator: OperatorName,
  right: Plain | undefined,
  answer: string,
];

const rows: readonly Row[] = [
  ['a text', 'a', 'equals', 'a', 'yes'],
  ['another text', 'a', 'equals', 'b', 'no'],
  ['a number as text', '35', 'equals', 35, 'yes'],
  ['a number with leading zeros is a text', '007', 'equals', 7, 'no'],
  ['account ids keep their zeros', '012345678901', 'equals', '12345678901', 'no'],
  ['a truth value as text', 'false', 'equals', false, 'yes'],
  ['a truth value in capitals', 'True', 'equals', true, 'yes'],
  ['one is not true', 1, 'equals', true, 'no'],
  ['null is null', null, 'equals', null, 'yes'],
  ['null is not the word', null, 'equals', 'null', 'no'],
  ['lists item by item', ['a', 'b'], 'equals', ['a', 'b'], 'yes'],
  ['lists of other length', ['a', unknown('var.b')], 'equals', ['a'], 'no'],
  ['a list with an unknown item', ['a', unknown('var.b')], 'equals', ['a', 'b'], 'unknown'],
  ['a list that differs beside the unknown', ['x', unknown('var.b')], 'equals', ['a', 'b'], 'no'],
  ['mappings', { a: 1, b: 2 }, 'equals', { b: 2, a: 1 }, 'yes'],
  ['an unknown and a literal', unknown('var.a'), 'equals', 'a', 'unknown'],
  ['an unknown and itself', unknown('var.a'), 'equals', unknown('var.a'), 'yes'],
  ['two unknowns', unknown('var.a'), 'equals', unknown('var.b'), 'unknown'],
  ['a reference and itself', reference('arn'), 'equals', reference('arn'), 'yes'],
  ['a reference and another attribute', reference('arn'), 'equals', reference('id'), 'unknown'],
  ['a reference and a literal', reference('arn'), 'equals', 'arn:aws:s3:::logs', 'unknown'],
  ['a template that may be it', template('www.*'), 'equals', 'www.example.com', 'unknown'],
  ['a template with another beginning', template('www.*'), 'equals', 'api.example.com', 'no'],
  ['a template with another end', template('*.example.com'), 'equals', 'www.example.org', 'no'],
  ['a template and itself', template('www.*'), 'equals', template('www.*'), 'yes'],
  ['templates that contradict', template('www.*'), 'equals', template('api.*'), 'no'],
  ['templates that may agree', template('www.*'), 'equals', template('*.com'), 'unknown'],
  ['a duration and its text', seconds(86_400), 'equals', '24h', 'yes'],
  ['a bounded duration outside', seconds({ low: 10, high: 20 }), 'equals', '30s', 'no'],
  ['a bounded duration around', seconds({ low: 10, high: 40 }), 'equals', '30s', 'unknown'],
  ['a sensitive value is compared', new SensitiveLeaf('a'), 'equals', 'a', 'yes'],
  ['absent equals nothing', absent, 'equals', 'a', 'no'],
  ['nothing equals absent', 'a', 'equals', absent, 'no'],

  ['another', 'us-east-1', 'otherThan', 'us-west-2', 'yes'],
  ['the same', 'us-east-1', 'otherThan', 'us-east-1', 'no'],
  ['the same, whichever it is', unknown('AWS::Region'), 'otherThan', unknown('AWS::Region'), 'no'],
  ['perhaps the same', unknown('AWS::Region'), 'otherThan', 'us-east-1', 'unknown'],
  ['what is in no Region is in no other', absent, 'otherThan', 'us-east-1', 'no'],
  ['nothing is in another Region than what has none', 'us-east-1', 'otherThan', absent, 'no'],

  ['one of several', 'a', 'in', ['a', 'b'], 'yes'],
  ['none of several', 'c', 'in', ['a', 'b'], 'no'],
  ['perhaps one of them', unknown('var.a'), 'in', ['a', 'b'], 'unknown'],
  ['certain beside an unknown', 'a', 'in', [unknown('var.b'), 'a'], 'yes'],
  ['in an unknown list', 'a', 'in', unknown('var.list'), 'unknown'],
  ['in an empty list', unknown('var.a'), 'in', [], 'no'],

  ['a number as text at least', '35', 'atLeast', 30, 'yes'],
  ['below', 7, 'atLeast', 30, 'no'],
  ['at the bound', 30, 'atLeast', 30, 'yes'],
  ['a duration against its text', seconds(90), 'atMost', '2m', 'yes'],
  ['an interval that fits', seconds({ low: 0, high: 60 }), 'atMost', '60s', 'yes'],
  ['an interval that may fit', seconds({ low: 0, high: 61 }), 'atMost', '60s', 'unknown'],
  ['an interval that does not fit', seconds({ low: 61, high: Infinity }), 'atMost', '60s', 'no'],
  ['anything is at most forever', seconds({ low: 0, high: Infinity }), 'atMost', 'forever', 'yes'],
  ['what is lost is at most forever', seconds(Infinity), 'atMost', 'forever', 'yes'],
  ['what is lost fits nothing else', seconds(Infinity), 'atMost', '24h', 'no'],
  ['an unknown', unknown('var.days'), 'atLeast', 30, 'unknown'],
  ['an unknown against itself', unknown('var.days'), 'atLeast', unknown('var.days'), 'yes'],
  ['a text that is no figure', 'many', 'atLeast', 30, 'no'],
  ['absent', absent, 'atMost', 30, 'no'],

  ['an item of a list', ['a', 'b'], 'contains', 'b', 'yes'],
  ['no item of a list', ['a', 'b'], 'contains', 'c', 'no'],
  ['perhaps an item', ['a', unknown('var.b')], 'contains', 'c', 'unknown'],
  ['a piece of a text', 'arn:aws:s3:::logs', 'contains', 's3', 'yes'],
  ['a piece of the known part', template('arn:aws:s3:::*'), 'contains', 's3', 'yes'],
  ['perhaps in the unknown part', template('arn:aws:s3:::*'), 'contains', 'logs', 'unknown'],

  ['a glob', 'arn:aws:s3:::logs', 'like', 'arn:*:s3:::*', 'yes'],
  ['another glob', 'arn:aws:s3:::logs', 'like', 'arn:*:ec2:*', 'no'],
  ['a template that surely fits', template('arn:aws:s3:::*'), 'like', 'arn:aws:s3:*', 'yes'],
  ['a template that can not fit', template('arn:aws:s3:::*'), 'like', 'arn:aws:ec2:*', 'no'],
  ['a template that may fit', template('arn:*:logs'), 'like', 'arn:aws:*', 'unknown'],
  ['a number is a text, too', 111122223333, 'like', '1111*', 'yes'],
  ['a list is no text', ['a'], 'like', '*', 'no'],
  ['an unknown text', unknown('var.a'), 'like', '*', 'unknown'],
];

test.each(rows)('%s: %s %s', (_, left, operator, right, answer) => {
  const [one, other] = [left, right].map((plain) => (plain === undefined ? undefined : documentFrom(plain)));
  expect(applyOperator(operator, one, other)).toBe(answer);
});

describe('is', () => {
  const documents: readonly (readonly [what: string, document: Document | undefined, answers: string])[] = [
    ['absent', undefined, 'no yes no'],
    ['a text', 'a', 'yes no no'],
    ['an empty text', '', 'yes no yes'],
    ['an empty list', documentFrom([]), 'yes no yes'],
    ['a list with an unknown item', documentFrom([unknown('var.a')]), 'yes no no'],
    ['false', false, 'yes no no'],
    ['a reference', reference('arn'), 'yes no unknown'],
    ['a template', template('www.*'), 'yes no no'],
    ['a template without known text', template('*'), 'yes no unknown'],
    ['an unknown', unknown('var.a'), 'unknown unknown unknown'],
    ['a sensitive empty text', new SensitiveLeaf(''), 'yes no yes'],
  ];
  test.each(documents)('%s', (_, document, answers) => {
    const found = (['present', 'absent', 'empty'] as const).map((presence) => isPresence(document, presence));
    expect(found.join(' ')).toBe(answers);
  });
});
