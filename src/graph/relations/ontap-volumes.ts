/**
 * What is done with the volumes of an ONTAP file system is done with the file system: AWS Backup protects it volume by volume,
 * and SnapMirror, which no API of AWS knows, fills volumes that were made for it.
 */
import { appendTo } from '../../core/append-to.ts';
import { isLeaf } from '../../core/document.ts';
import { itemsAt, linksAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';
import { same } from '../identity/same.ts';
import { isReachable } from './backup/selection.ts';
import { hasListOfTags } from './backup/selected-by-tag.ts';
import { plansOf, rulesOf } from './backup/plan-of-selection.ts';

const fileSystem = 'AWS::FSx::FileSystem';
const virtualMachine = 'AWS::FSx::StorageVirtualMachine';
const settings = '/OntapConfiguration';

// A file system that is filled from nobody knows where would otherwise be related to every other one of a large scan.
const mostSources = 32;

/** After plans were related to what they select. */
export function relateOntapVolumes(context: GraphContext): void {
  const volumesOf = volumesByFileSystem(context);
  const systems = context.ofType(fileSystem).filter((node) => textAt(node, '/FileSystemType') === 'ONTAP');
  for (const system of systems) {
    const volumes = volumesOf.get(system) ?? [];
    const written = volumes.filter((volume) => !isMirror(volume));
    if (written.length > 0) protectLike(context, system, written);
    else if (volumes.length === 0) protectPerhaps(context, system);
    if (volumes.some(isMirror)) relateSources(context, system, systems);
  }
}

function volumesByFileSystem(context: GraphContext): ReadonlyMap<DraftNode, readonly DraftNode[]> {
  const volumes = new Map<DraftNode, DraftNode[]>();
  for (const volume of context.ofType('AWS::FSx::Volume')) {
    for (const machine of resolve(context, volume, `${settings}/StorageVirtualMachineId`, [virtualMachine])) {
      for (const { node } of resolve(context, machine.node, '/FileSystemId', [fileSystem])) {
        appendTo(volumes, node, volume);
      }
    }
  }
  return volumes;
}

/** A volume that SnapMirror fills is read-only, and can't be backed up. */
// https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateOntapVolumeConfiguration.html (DP)
function isMirror(volume: DraftNode): boolean {
  return propertyAt(volume, `${settings}/OntapVolumeType`) === 'DP';
}

/** Surely by what protects every volume, perhaps by what protects some of them. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-supported-services.html
function protectLike(context: GraphContext, system: DraftNode, volumes: readonly DraftNode[]): void {
  for (const volume of volumes) {
    for (const { to, properties } of context.from('protectedBy', volume)) {
      const plan = context.get(to);
      if (plan === undefined) continue;
      const certain = volumes.every((each) => isProtectedBy(context, each, plan));
      const doubt = certain
        ? {}
        : { because: `whether ${plan.address} protects all volumes of ${system.address} is not known` };
      context.relate('protectedBy', system, { node: plan, certain, ...doubt }, properties);
    }
  }
}

function isProtectedBy(context: GraphContext, volume: DraftNode, plan: DraftNode): boolean {
  return context.from('protectedBy', volume).some(({ to, certain }) => certain && to === plan.id);
}

/** Volumes that are made elsewhere may be selected by whatever lists no names. */
function protectPerhaps(context: GraphContext, system: DraftNode): void {
  for (const selection of context.ofType('AWS::Backup::BackupSelection')) {
    if (!listsNoNames(selection) || isReachable(selection, system).truth === 'no') continue;
    const because = `whether ${selection.address} selects the volumes of ${system.address} is not known`;
    for (const plan of plansOf(context, selection)) {
      for (const { node } of [plan, ...rulesOf(context, plan.node)]) {
        context.relate('protectedBy', system, { node, certain: false, because });
      }
    }
  }
}

function listsNoNames(selection: DraftNode): boolean {
  const pointer = '/BackupSelection/Resources';
  const listed = itemsAt(selection, pointer);
  if (listed.length === 0 || hasListOfTags(selection)) return true;
  return listed.some((entry, index) => {
    if (typeof entry === 'string') return entry.endsWith('*');
    return isLeaf(entry) && linksAt(selection, `${pointer}/${index}`).length === 0;
  });
}

/** It mirrors volumes of another file system, and only ONTAP itself knows of which. */
function relateSources(context: GraphContext, mirror: DraftNode, systems: readonly DraftNode[]): void {
  const because = `${mirror.address} holds volumes that SnapMirror fills, and only ONTAP knows from where`;
  for (const source of systems.slice(0, mostSources)) {
    if (source === mirror || same(source.region, mirror.region) === 'yes') continue;
    context.relate('replicatesTo', source, { node: mirror, certain: false, because });
  }
}
