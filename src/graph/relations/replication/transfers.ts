/**
 * What scheduled tasks of DataSync bring elsewhere: from a file system to the one that its files are brought to
 * (`replicatesTo`), or to the bucket that keeps a copy of them (`copiesTo`).
 */
import { isLeaf } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import { derivedUnknown } from '../../facts/derived-unknown.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { linkedAt, resolve } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';

const bucket = 'AWS::S3::Bucket';
const virtualMachine = 'AWS::FSx::StorageVirtualMachine';

/** Where a location says which store it leads to, and the types that this may be. */
interface Location {
  readonly pointer: string;
  readonly names: string;
}

const fsx: Location = { pointer: '/FsxFilesystemArn', names: 'AWS::FSx::FileSystem' };

// https://docs.aws.amazon.com/datasync/latest/userguide/transferring-aws-storage.html
const locations: ReadonlyMap<string, Location> = new Map([
  ['AWS::DataSync::LocationEFS', { pointer: '/EfsFilesystemArn', names: 'AWS::EFS::FileSystem' }],
  ['AWS::DataSync::LocationFSxLustre', fsx],
  ['AWS::DataSync::LocationFSxONTAP', { pointer: '/StorageVirtualMachineArn', names: virtualMachine }],
  ['AWS::DataSync::LocationFSxOpenZFS', fsx],
  ['AWS::DataSync::LocationFSxWindows', fsx],
  ['AWS::DataSync::LocationS3', { pointer: '/S3BucketArn', names: bucket }],
]);
const locationTypes = [...locations.keys()];

export function relateTransfers(context: GraphContext): void {
  for (const task of context.ofType('AWS::DataSync::Task')) {
    // Without a schedule, or with one that is off, it runs when somebody starts it.
    // https://docs.aws.amazon.com/datasync/latest/userguide/task-scheduling.html
    const schedule = propertyAt(task, '/Schedule');
    const status = propertyAt(task, '/Schedule/Status') ?? 'ENABLED';
    if (schedule === undefined || status === 'DISABLED') continue;
    relateStores(context, task, !isLeaf(schedule) && status === 'ENABLED');
  }
}

function relateStores(context: GraphContext, task: DraftNode, isOn: boolean): void {
  for (const source of storesAt(context, task, '/SourceLocationArn')) {
    if (source.node.type === bucket) continue;
    const isSure = isOn && existsGiven(task, source.node) === 'yes';
    const doubt = isSure ? {} : { certain: false, because: `whether ${task.address} runs is not known` };
    for (const copy of destinationsOf(context, task, source.node)) {
      const kind = copy.node.type === bucket ? 'copiesTo' : 'replicatesTo';
      context.relate(kind, source.node, { ...copy, certain: source.certain && copy.certain, ...doubt });
    }
  }
}

/** What a task brings the files of a source to; a location that nothing here declares may lie anywhere. */
function destinationsOf(context: GraphContext, task: DraftNode, source: DraftNode): readonly RelationEnd[] {
  const pointer = '/DestinationLocationArn';
  const stores = storesAt(context, task, pointer);
  const isNamed = propertyAt(task, pointer) !== undefined;
  if (stores.length > 0 || !isNamed || linkedAt(context, task, pointer).some(isDeclared)) return stores;
  const subject = `where ${task.address} brings the files of ${source.address}`;
  const region = derivedUnknown(`destination of ${task.id}`, subject, 'scan the code that declares the location, too');
  const node = context.external(`what ${task.id} brings files to`, source.type, {
    region,
    account: region,
    address: task.address,
  });
  return [{ node, certain: false, because: `${subject} is not known` }];
}

/** The stores behind the location that a task names. */
function storesAt(context: GraphContext, task: DraftNode, pointer: string): readonly RelationEnd[] {
  return resolve(context, task, pointer, locationTypes).flatMap(({ node, certain }) => {
    const location = locations.get(node.type);
    if (location === undefined || !isDeclared(node)) return [];
    return resolve(context, node, location.pointer, [location.names])
      .flatMap((end) => (end.node.type === virtualMachine ? fileSystemsOf(context, end) : [end]))
      .map((end) => ({ ...end, certain: certain && end.certain }));
  });
}

/** The file system that a virtual machine of ONTAP serves; of one that is declared elsewhere, one in its Region. */
function fileSystemsOf(context: GraphContext, { node, certain }: RelationEnd): readonly RelationEnd[] {
  if (!isDeclared(node)) {
    const { region, account } = node;
    return [{ node: context.external(`file system of ${node.address}`, fsx.names, { region, account }), certain }];
  }
  return resolve(context, node, '/FileSystemId', [fsx.names]).map((end) => ({
    ...end,
    certain: certain && end.certain,
  }));
}
