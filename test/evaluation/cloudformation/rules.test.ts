import { describe, expect, test } from 'vitest';
import { evaluated } from '../../helpers/cloudformation.ts';
import { lintText } from '../../helpers/lint-text.ts';

const template = (assertion: string, condition = ''): string => `
Parameters:
  Stage: { Type: String, Default: dev }
  Class: { Type: String, Default: db.t3.micro }
  Zones: { Type: CommaDelimitedList, Default: "a,b" }
  Subnet: { Type: AWS::EC2::Subnet::Id, Default: subnet-1 }
  Other: { Type: AWS::EC2::Subnet::Id, Default: subnet-2 }
Rules:
  Sized:
    ${condition === '' ? '' : `RuleCondition: ${condition}`}
    Assertions:
      - Assert: ${assertion}
        AssertDescription: production needs a larger class
Resources:
  Orders: { Type: AWS::DynamoDB::Table }
`;
const isProduction = '!Equals [!Ref Stage, prod]';

describe('a rule', () => {
  test.each([
    ['Fn::Contains', '!Contains [[db.r6g.large], !Ref Class]', 'no'],
    ['Fn::Contains that holds', '!Contains [[db.t3.micro, db.r6g.large], !Ref Class]', 'yes'],
    ['Fn::EachMemberIn', '!EachMemberIn [!Ref Zones, [a]]', 'no'],
    ['Fn::EachMemberIn that holds', '!EachMemberIn [!Ref Zones, [a, b, c]]', 'yes'],
    ['Fn::EachMemberEquals', '!EachMemberEquals [!Ref Zones, a]', 'no'],
    ['Fn::EachMemberEquals that holds', '!EachMemberEquals [[a, a], a]', 'yes'],
    ['Fn::RefAll', '!EachMemberIn [!RefAll "AWS::EC2::Subnet::Id", [subnet-1]]', 'no'],
    ['Fn::RefAll that holds', '!EachMemberIn [!RefAll "AWS::EC2::Subnet::Id", [subnet-1, subnet-2]]', 'yes'],
    ['Fn::ValueOf, which only AWS knows', '!Equals [!ValueOf [Subnet, VpcId], vpc-1]', 'unknown'],
    ['Fn::ValueOfAll likewise', '!EachMemberEquals [!ValueOfAll ["AWS::EC2::Subnet::Id", VpcId], vpc-1]', 'unknown'],
    ['a combination', '!And [!Not [!Equals [!Ref Class, db.t3.micro]], !Contains [[prod], !Ref Stage]]', 'no'],
    ['what is no function of rules', '!Matches [a, b]', 'unknown'],
  ])('%s', (_, assertion, holds) => {
    const { messages } = evaluated(template(assertion), { parameters: '{ "Stage": "prod" }' });
    expect(messages.length).toBe(holds === 'no' ? 1 : 0);
  });

  test('is told with its own words, at the stated value that it asks for', () => {
    const assertion = '!Contains [[db.r6g.large], !Ref Class]';
    const { messages } = evaluated(template(assertion, isProduction), {
      parameters: '{\n  "Stage": "prod",\n  "Class": "db.t3.small"\n}',
    });
    expect(messages).toEqual([
      '3:12 input/variable CloudFormation deploys nothing with these parameters, for they break the rule "Sized": production needs a larger class',
    ]);
  });

  test.each([
    ['its condition does not hold', isProduction, '{ "Stage": "test" }'],
    ['its condition is not known', '!Equals [!ValueOf [Subnet, VpcId], vpc-1]', '{ "Stage": "prod" }'],
    ['nothing is stated, for then it asks for something', '', '{}'],
  ])('says nothing where %s', (_, condition, parameters) => {
    expect(evaluated(template('!Contains [[db.r6g.large], !Ref Class]', condition), { parameters }).messages).toEqual(
      [],
    );
  });
});

test('a value that a rule forbids is no case that a verdict depends on', async () => {
  const text = (rules: string) => `
Parameters:
  Stage: { Type: String, Default: prod, AllowedValues: [dev, test, prod] }
Conditions:
  IsProduction: !Equals [!Ref Stage, prod]
${rules}
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.m6g.large
      MultiAZ: !If [IsProduction, false, true]
`;
  const messageWith = async (rules: string) => {
    const { verdicts } = await lintText({ 'stack.yaml': text(rules) });
    return verdicts.find(({ policy }) => policy === 'rds/multi-az')?.message;
  };
  expect(await messageWith('')).toMatch(/not when Stage=dev or Stage=test\.$/u);
  const rules = 'Rules: { Live: { Assertions: [{ Assert: !Not [!Equals [!Ref Stage, dev]] }] } }';
  expect(await messageWith(rules)).toMatch(/not when Stage=test\.$/u);
});
