/** From an Auto Scaling group to the launch template or configuration that its instances are started from. */
import { propertyAt } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';

const template = 'AWS::EC2::LaunchTemplate';
const ofMixedInstances = '/MixedInstancesPolicy/LaunchTemplate/LaunchTemplateSpecification';

/** Where a group names it, and what that is. */
const pointers: readonly (readonly [pointer: string, type: string])[] = [
  ['/LaunchTemplate/LaunchTemplateId', template],
  ['/LaunchTemplate/LaunchTemplateName', template],
  [`${ofMixedInstances}/LaunchTemplateId`, template],
  [`${ofMixedInstances}/LaunchTemplateName`, template],
  ['/LaunchConfigurationName', 'AWS::AutoScaling::LaunchConfiguration'],
];

export function relateLaunchTemplates(context: GraphContext): void {
  for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
    for (const [pointer, type] of pointers) {
      if (propertyAt(group, pointer) === undefined) continue;
      for (const end of resolve(context, group, pointer, [type])) context.relate('dependsOn', group, end);
    }
  }
}
