/**
 * From an Auto Scaling group to the launch template or configuration that its instances are started from, from these to the
 * image, and from an instance to the volumes that are attached to it; and the fact `templateVersion` of a group.
 */
import { ReferenceLeaf, type Document } from '../../core/document.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { linkedAt, resolve } from '../identity/resolve.ts';

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

/** Where the version of a template is written. */
const versionPointers = ['/LaunchTemplate/Version', `${ofMixedInstances}/Version`];

/** Where an image is named. */
const imagePointers: readonly (readonly [type: string, pointer: string])[] = [
  [template, '/LaunchTemplateData/ImageId'],
  ['AWS::AutoScaling::LaunchConfiguration', '/ImageId'],
  ['AWS::EC2::Instance', '/ImageId'],
];

export function relateLaunchTemplates(context: GraphContext): void {
  for (const [type, pointer] of imagePointers) {
    for (const node of context.ofType(type)) relateImage(context, node, pointer);
  }
  for (const attachment of context.ofType('AWS::EC2::VolumeAttachment')) relateVolumes(context, attachment);
  for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) setVersion(group);
  for (const group of context.ofType('AWS::AutoScaling::AutoScalingGroup')) {
    for (const [pointer, type] of pointers) {
      if (propertyAt(group, pointer) === undefined) continue;
      for (const end of resolve(context, group, pointer, [type])) context.relate('dependsOn', group, end);
    }
  }
}

function relateImage(context: GraphContext, node: DraftNode, pointer: string): void {
  const images = linkedAt(context, node, pointer).filter(({ type }) => type === 'AWS::EC2::Image');
  for (const image of images) context.relate('dependsOn', node, { node: image, certain: true });
}

function relateVolumes(context: GraphContext, attachment: DraftNode): void {
  for (const instance of linkedAt(context, attachment, '/InstanceId')) {
    for (const node of linkedAt(context, attachment, '/VolumeId')) {
      context.relate('dependsOn', instance, { node, certain: true });
    }
  }
}

function setVersion(group: DraftNode): void {
  for (const pointer of versionPointers) {
    const version = propertyAt(group, pointer);
    if (version === undefined) continue;
    group.facts.set('templateVersion', versionOf(version));
    group.factSources.set('templateVersion', [pointer]);
  }
}

/** What a template says of its own versions: in the names of both languages. */
const ownVersions: ReadonlyMap<string, string> = new Map([
  ['latest_version', '$Latest'],
  ['LatestVersionNumber', '$Latest'],
  ['default_version', '$Default'],
  ['DefaultVersionNumber', '$Default'],
]);

function versionOf(version: Document): Document {
  const named = version instanceof ReferenceLeaf ? ownVersions.get(version.value().attribute) : undefined;
  return named ?? (typeof version === 'number' ? String(version) : version);
}
