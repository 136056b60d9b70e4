import { describe, expect, test } from 'vitest';
import { endsOf, lintText, nodeAt } from '../../../helpers/lint-text.ts';
import type { Report } from '../../../../src/findings/report.ts';

/** The Regions that a node's snapshots are copied to; `?` where that is only possible. */
function regionsOf(report: Report, address: string): readonly string[] {
  return report.graph.follow(nodeAt(report, address).id, 'copiesTo').map(({ node, relation }) => {
    const { region } = JSON.parse(JSON.stringify(node.document));
    return `${typeof region === 'string' ? region : 'unknown'}${relation.certain ? '' : '?'}`;
  });
}

describe('snapshots are copied', () => {
  const schedule = (rules: string): string => `Parameters:
  Target: { Type: String }
  Outpost: { Type: String, Default: op-0123456789abcdef0 }
Resources:
  Volumes:
    Type: AWS::DLM::LifecyclePolicy
    Properties:
      PolicyDetails:
        Schedules: [{ Name: daily, CrossRegionCopyRules: ${rules} }]
`;

  test.each([
    ['to the target', '[{ Target: us-west-2 }]', ['us-west-2']],
    ['to the target in the older spelling', '[{ TargetRegion: us-west-2 }]', ['us-west-2']],
    ['to several', '[{ Target: us-west-2 }, { Target: eu-west-1 }]', ['us-west-2', 'eu-west-1']],
    ['to a target that is not known', '[{ Target: !Ref Target }]', ['unknown']],
    [
      'to an Outpost, which belongs to a Region',
      "[{ Target: !Sub 'arn:aws:outposts:us-east-1:111122223333:outpost/${Outpost}' }]",
      ['us-east-1'],
    ],
    ['nowhere', '[]', []],
    ['to nobody knows how many Regions', '!Ref Target', ['unknown?']],
  ])('%s', async (_, rules, expected) => {
    const report = await lintText({ 'stack.yaml': schedule(rules) });
    expect(regionsOf(report, 'Volumes/schedule["daily"]')).toEqual(expected);
    expect(endsOf(report, 'Volumes', 'copiesTo')).toEqual([]);
  });

  test.each([
    ['by a default policy', '{ DefaultPolicy: VOLUME, CrossRegionCopyTargets: [{ TargetRegion: us-west-2 }] }'],
    ['by one in the long form', '{ PolicyDetails: { CrossRegionCopyTargets: [{ TargetRegion: us-west-2 }] } }'],
    ['on an event', '{ PolicyDetails: { Actions: [{ Name: copy, CrossRegionCopy: [{ Target: us-west-2 }] }] } }'],
  ])('%s', async (_, properties) => {
    const policy = `Resources:\n  Volumes: { Type: 'AWS::DLM::LifecyclePolicy', Properties: ${properties} }\n`;
    expect(regionsOf(await lintText({ 'stack.yaml': policy }), 'Volumes')).toEqual(['us-west-2']);
  });
});
