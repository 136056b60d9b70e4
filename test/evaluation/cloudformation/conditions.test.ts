import { describe, expect, test } from 'vitest';
import { conditionFunctions } from '../../../src/evaluation/cloudformation/intrinsics/condition-functions.ts';
import { evaluated } from '../../helpers/cloudformation.ts';

const template = (condition: string): string => `
Parameters:
  Stage: {Type: String}
  Engine: {Type: String, Default: mysql}
  Zones: {Type: CommaDelimitedList, Default: "a,b"}
  Subnets: {Type: CommaDelimitedList}
Conditions:
  Yes: !Equals [a, a]
  No: !Equals [a, b]
  Maybe: !Equals [!Ref Stage, production]
  Subject:
    ${condition}
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Condition: Subject
`;

const rows: readonly (readonly [what: string, condition: string, exists: 'yes' | 'no' | 'unknown'])[] = [
  ['a boolean is its text', '!Equals [true, "true"]', 'yes'],
  ['a number is its text', '!Equals [7, "7"]', 'yes'],
  ['a parameter', '!Equals [!Ref Engine, mysql]', 'yes'],
  ['another value', '!Equals [!Ref Engine, postgres]', 'no'],
  ['upper case is another text', '!Equals [!Ref Engine, MySQL]', 'no'],
  ['a known list', '!Equals [!Join ["", !Ref Zones], ab]', 'yes'],
  ['an unknown and a literal', '!Equals [!Ref Stage, production]', 'unknown'],
  ['an unknown and itself', '!Equals [!Ref Stage, !Ref Stage]', 'yes'],
  ['text with an unknown and itself', '!Equals [!Sub "${Stage}-a", !Join ["-", [!Ref Stage, a]]]', 'yes'],
  ['two unknowns', '!Equals [!Ref Stage, !Ref AWS::Region]', 'unknown'],
  ['an unknown list', '!Equals [!Join ["", !Ref Subnets], ""]', 'unknown'],
  ['not', '!Not [!Equals [a, b]]', 'yes'],
  ['not of an unknown', '!Not [Condition: Maybe]', 'unknown'],
  ['and', '!And [Condition: Yes, Condition: Yes]', 'yes'],
  ['and with a no', '!And [Condition: Maybe, Condition: No]', 'no'],
  ['and with an unknown', '!And [Condition: Maybe, Condition: Yes]', 'unknown'],
  ['or with a yes', '!Or [Condition: Maybe, Condition: Yes]', 'yes'],
  ['or with an unknown', '!Or [Condition: Maybe, Condition: No]', 'unknown'],
  ['or', '!Or [Condition: No, Condition: No]', 'no'],
  ['by name', '!Condition Yes', 'yes'],
  ['or a condition and its contrary is not seen through', '!Or [Condition: Maybe, !Not [Condition: Maybe]]', 'unknown'],
];

describe('a resource exists as its condition says', () => {
  test.each(rows)('%s', (_, condition, expected) => {
    const { resources, messages } = evaluated(template(condition));
    const orders = resources.find(({ address }) => address === 'Orders');
    expect(orders?.exists ?? 'no').toBe(expected);
    expect(messages).toEqual([]);
  });

  test('every function has a row', () => {
    const used = rows.map(([, condition]) => condition).join('\n');
    expect([...conditionFunctions.keys()].filter((name) => !used.includes(`!${name.replace('Fn::', '')} `))).toEqual(
      [],
    );
  });

  test('an unknown one names its cause, and is the same for all that ask', () => {
    const text = `${template('Condition: Maybe')}  Billing: {Type: AWS::SQS::Queue, Condition: Subject}\n`;
    const [, ...queues] = evaluated(text).resources;
    const expected = { key: 'stack#condition Subject', reason: { subject: 'parameter Stage' } };
    expect(queues.map(({ existsBecause }) => existsBecause)).toMatchObject([expected, expected]);
  });
});

describe('faults', () => {
  test('a cycle', () => {
    const text = template('!Not [Condition: Other]').replace(
      'Conditions:',
      'Conditions:\n  Other: !Not [Condition: Subject]',
    );
    const { resources, messages } = evaluated(text);
    expect(messages).toEqual(['8:27 input/cycle The condition "Subject" depends on itself.']);
    expect(resources.map(({ exists }) => exists)).toEqual(['yes', 'unknown']);
  });

  test.each([
    ['a name that is nowhere', 'Condition: IsProd', '12:16 input/syntax There is no condition "IsProd".'],
    ['a literal', '"true"', '12:5 input/syntax This is not a condition.'],
    ['a function for values', '!Join ["", [a]]', '12:5 input/syntax This is not a condition.'],
    ['a wrong number of arguments', '!Equals [a]', '12:5 input/syntax Fn::Equals takes a list of 2 arguments.'],
  ])('%s', (_, condition, message) => {
    const { resources, messages } = evaluated(template(condition));
    expect(messages).toEqual([message]);
    expect(resources.map(({ exists }) => exists)).toEqual(['yes', 'unknown']);
  });

  test('a condition that nobody asks for is not evaluated', () => {
    expect(evaluated(template('Condition: Yes').replace('  No:', '  Broken: !Equals [a]\n  No:')).messages).toEqual([]);
  });
});
