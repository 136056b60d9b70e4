/**
 * What makes volumes of its own when it starts: an instance or a launch template, seen with the tags that these volumes, or
 * the instances, will bear.
 */
import { documentMap, isDocumentMap, isLeaf, type Document } from '../../core/document.ts';
import type { TagSet } from '../../normalization/normal-resource.ts';
import { itemsAt, propertyAt, type DraftNode } from '../draft.ts';

const instanceType = 'AWS::EC2::Instance';
const templateType = 'AWS::EC2::LaunchTemplate';

export const launchingTypes: readonly string[] = [instanceType, templateType];

/** The node as a snapshot policy for volumes, or for instances, sees what it launches. */
export function launchedVolumes(node: DraftNode, target: 'VOLUME' | 'INSTANCE'): DraftNode {
  if (node.type === templateType) return { ...node, tags: tagsOfLaunched(node, target) };
  return target === 'INSTANCE' ? node : { ...node, tags: tagsOfVolumes(node) };
}

/** Instances of a group bear the tags of the group, too, and nothing tells which group uses the template. */
function tagsOfLaunched(template: DraftNode, target: 'VOLUME' | 'INSTANCE'): TagSet {
  const pointer = '/LaunchTemplateData/TagSpecifications';
  const specifications = itemsAt(template, pointer);
  const wanted = target.toLowerCase();
  const mine = specifications.flatMap((each) => (isDocumentMap(each) && each['ResourceType'] === wanted ? [each] : []));
  return {
    values: documentMap(mine.flatMap((each) => pairsOf(each['Tags']))),
    complete: target === 'VOLUME' && !specifications.some((each) => isLeaf(each)),
  };
}

/** `volume_tags`, or in CloudFormation the instance's own where these are passed on. */
function tagsOfVolumes(instance: DraftNode): TagSet {
  const written = propertyAt(instance, '/VolumeTags');
  if (isDocumentMap(written)) return { values: written, complete: true };
  const passesOn = propertyAt(instance, '/PropagateTagsToVolumeOnCreation');
  if (passesOn === true) return instance.tags;
  return { values: documentMap([]), complete: written === undefined && !isLeaf(passesOn) && !tagsVolumes(instance) };
}

/** Terraform's blocks for volumes have tags, too. */
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#ebs-ephemeral-and-root-block-devices
function tagsVolumes({ normal }: DraftNode): boolean {
  return ['root_block_device', 'ebs_block_device'].some((name) => {
    const blocks = normal?.attributes[name];
    const list: readonly (Document | undefined)[] = Array.isArray(blocks) ? blocks : [blocks];
    return list.some((block) => isLeaf(block) || (isDocumentMap(block) && block['tags'] !== undefined));
  });
}

function pairsOf(tags: Document | undefined): readonly (readonly [string, Document])[] {
  if (!Array.isArray(tags)) return [];
  return tags.flatMap((tag: Document) => {
    const key = isDocumentMap(tag) ? tag['Key'] : undefined;
    const value = isDocumentMap(tag) ? tag['Value'] : undefined;
    return typeof key === 'string' && value !== undefined ? [[key, value] as const] : [];
  });
}
