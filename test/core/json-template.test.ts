/** JSON text is read as far as it is known: what is not stays where it stands. */
import { describe, expect, test } from 'vitest';
import { jsonIn } from '../../src/core/json-template.ts';
import { toDocument } from '../../src/core/to-document.ts';
import { nodeId } from '../../src/core/ids.ts';
import type { Value } from '../../src/core/value.ts';
import { input, marked, reference, template } from '../helpers/declared.ts';
import { plainDocument } from '../helpers/plain-document.ts';

function dataIn(value: Value): unknown {
  const data = jsonIn(value);
  return data === undefined ? undefined : plainDocument(toDocument(data));
}

const arn = reference(nodeId('infra', 'aws_sqs_queue.dead'), 'arn');

describe('JSON text', () => {
  const cases: readonly { what: string; value: Value; expected: unknown }[] = [
    { what: 'that is known', value: marked('{"a":[1,true,null]}', {}), expected: { a: [1, true, null] } },
    {
      what: 'with a reference as a whole text',
      value: template('{"deadLetterTargetArn":"', arn, '","maxReceiveCount":5}'),
      expected: { deadLetterTargetArn: { $ref: 'aws_sqs_queue.dead.arn' }, maxReceiveCount: 5 },
    },
    {
      what: 'with a reference in a text',
      value: template('{"Resource":["', arn, '/*"]}'),
      expected: { Resource: [{ $template: '?/*' }] },
    },
    {
      what: 'with an unknown outside of quotes',
      value: template('{ "maxReceiveCount": ', input('count'), ' }'),
      expected: { maxReceiveCount: { $unknown: 'count' } },
    },
    {
      what: 'with escaped quotes before a hole',
      value: template(String.raw`{"say":"\"`, arn, String.raw`\\"}`),
      expected: { say: { $template: '"?\\' } },
    },
    {
      what: 'with a key that is not known',
      value: template('{"Condition":{"', input('issuer'), ':sub":"x"},"Effect":"Allow"}'),
      expected: { Condition: { $unknown: 'a key in issuer' }, Effect: 'Allow' },
    },
    { what: 'that is none', value: template('arn:', arn), expected: undefined },
    { what: 'that is broken', value: template('{"a": ', arn), expected: undefined },
    { what: 'of a plain text', value: template('"', arn, '"'), expected: undefined },
    {
      what: 'that holds what stands for holes',
      value: template('{"a":"\uE0000\uE001', arn, '"}'),
      expected: undefined,
    },
  ];
  test.each(cases)('$what', ({ value, expected }) => {
    expect(dataIn(value)).toEqual(expected);
  });
});
