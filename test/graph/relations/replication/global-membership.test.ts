import { expect, test } from 'vitest';
import { endsOf, lintText, nodeAt } from '../../../helpers/lint-text.ts';

const primary = `Parameters:
  Stage: { Type: String }
Resources:
  Orders: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: aurora-mysql } }
  Everywhere:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: !Sub orders-\${Stage}
      SourceDBClusterIdentifier: !Ref Orders
`;
const standby = (name: string): string => `Parameters:
  Stage: { Type: String }
Resources:
  Standby: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: aurora-mysql, GlobalClusterIdentifier: ${name} } }
`;

test.each([
  [
    'a name made of the same parameter is the same if that has one value',
    '!Sub "orders-${Stage}"',
    'it is called like Everywhere if standby.yaml and primary.yaml are given the same values',
  ],
  [
    'a name that is known may be one that is not',
    'orders-live',
    'Everywhere may be the global cluster that Standby names',
  ],
])('a global cluster that another template declares: %s', async (_, name, because) => {
  const report = await lintText({ 'primary.yaml': primary, 'standby.yaml': standby(name) });
  const membership = report.graph
    .follow(nodeAt(report, 'Standby').id, 'memberOf')
    .find((hop) => hop.node.address === 'Everywhere');
  expect(membership?.relation).toMatchObject({ certain: false, because });
  expect(endsOf(report, 'Orders', 'replicatesTo')).toContain('Standby?');
});
