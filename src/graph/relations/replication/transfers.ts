/** From a file system to the one that a scheduled DataSync task brings its files to. */
import { isLeaf } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';

const fileSystem = 'AWS::EFS::FileSystem';
const location = 'AWS::DataSync::LocationEFS';

/** https://docs.aws.amazon.com/datasync/latest/userguide/create-efs-location.html */
export function relateTransfers(context: GraphContext): void {
  for (const task of context.ofType('AWS::DataSync::Task')) {
    // Without a schedule, or with one that is off, it runs when somebody starts it.
    const schedule = propertyAt(task, '/Schedule');
    const status = propertyAt(task, '/Schedule/Status') ?? 'ENABLED';
    if (schedule === undefined || status === 'DISABLED') continue;
    const isOn = !isLeaf(schedule) && status === 'ENABLED';
    for (const source of fileSystemsAt(context, task, '/SourceLocationArn')) {
      const isSure = isOn && existsGiven(task, source.node) === 'yes';
      const doubt = isSure ? {} : { certain: false, because: `whether ${task.address} runs is not known` };
      for (const copy of fileSystemsAt(context, task, '/DestinationLocationArn')) {
        context.relate('replicatesTo', source.node, { ...copy, certain: source.certain && copy.certain, ...doubt });
      }
    }
  }
}

/** The file systems behind the location that a task names. */
function fileSystemsAt(context: GraphContext, task: DraftNode, pointer: string): readonly RelationEnd[] {
  return resolve(context, task, pointer, [location]).flatMap(({ node, certain }) =>
    resolve(context, node, '/EfsFilesystemArn', [fileSystem]).map((end) => ({
      ...end,
      certain: certain && end.certain,
    })),
  );
}
