/** What a file may declare behind a mistake after which it could not be read: one unresolved declaration stands for it. */
import { nodeId } from '../../core/ids.ts';
import { map } from '../../core/value.ts';
import { noLifecycle, type DeclaredResource } from '../declared-resource.ts';
import type { ModuleInstance } from './modules/module-instance.ts';

export function unreadFiles(instance: ModuleInstance): readonly DeclaredResource[] {
  const { module, run, calls, existence } = instance;
  return module.unread.map((range): DeclaredResource => {
    const { path } = range.file;
    const address = instance.addressOf(`the rest of ${path}`);
    const provider = instance.provider({ name: 'aws', alias: undefined });
    return {
      kind: 'unresolved',
      id: nodeId(run.deployment.id, address),
      deployment: run.deployment.id,
      language: 'terraform',
      address,
      anchor: address,
      sourceType: path,
      exists: existence.exists,
      existsBecause: existence.because,
      attributes: map(new Map(), range),
      lifecycle: noLifecycle,
      region: provider.region,
      account: provider.account,
      scope: provider.id,
      defaultTags: provider.defaultTags,
      header: { ...range, end: Math.min(range.start + 1, range.end) },
      block: range,
      calls,
      dependsOn: [],
    };
  });
}
