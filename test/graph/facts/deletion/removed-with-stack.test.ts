/** Stores that go with the nested stack that declares them. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const table = (more = ''): string => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
${more}    Properties: { TableName: orders }
`;
const outer = (more = ''): string => `Resources:
  Data:
    Type: AWS::CloudFormation::Stack
${more}    Properties: { TemplateURL: data.yaml }
`;
const kept = '    DeletionPolicy: Retain\n';

test.each<{ what: string; stack?: string; data: string; removes: unknown; first?: string }>([
  { what: 'a table that is not kept', data: table(), removes: true, first: 'Data/Orders' },
  { what: 'a table that is kept', data: table(kept), removes: false },
  { what: 'a stack that is kept', stack: outer(kept), data: table(), removes: false, first: 'Data/Orders' },
  { what: 'no store', data: 'Resources: { Alarms: { Type: AWS::SNS::Topic } }\n', removes: false },
  {
    what: 'a template that is not here',
    stack: outer().replace('data.yaml', 'https://example.com/elsewhere.yaml'),
    data: table(),
    removes: '? what Data declares',
  },
])('$what', async ({ stack = outer(), data, removes, first }) => {
  const report = await lintText({ 'main.yaml': stack, 'data.yaml': data }, { paths: ['main.yaml'] });
  expect(shown(factOf(report, 'Data', 'removesData'))).toEqual(removes);
  expect(shown(factOf(report, 'Data', 'removedData'))).toBe(first);
});
