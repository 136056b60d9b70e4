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
  ['a name that is not wholly known may be any', '!Sub "orders-${Stage}"'],
  ['a name that is known may be one that is not', 'orders-live'],
])('a global cluster that another template declares: %s', async (_, name) => {
  const report = await lintText({ 'primary.yaml': primary, 'standby.yaml': standby(name) });
  const membership = report.graph
    .follow(nodeAt(report, 'Standby').id, 'memberOf')
    .find((hop) => hop.node.address === 'Everywhere');
  expect(membership?.relation).toMatchObject({
    certain: false,
    because: 'Everywhere may be the global cluster that Standby names',
  });
  expect(endsOf(report, 'Orders', 'replicatesTo')).toContain('Standby?');
});
