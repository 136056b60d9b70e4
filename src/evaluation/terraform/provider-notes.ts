/** Says once per root that resources use a provider whose Region the code does not tell. */
import { appendTo } from '../../core/append-to.ts';
import type { SourceRange } from '../../core/source.ts';
import type { ModuleInstance } from './module-instance.ts';
import type { ProviderConfiguration } from './providers.ts';
import type { RootRun } from './root-run.ts';

export class ProviderNotes {
  readonly #run: RootRun;
  readonly #uses = new Map<ProviderConfiguration, SourceRange[]>();

  constructor(run: RootRun) {
    this.#run = run;
  }

  /** @param header of a resource that uses the provider */
  used(provider: ProviderConfiguration, header: SourceRange): void {
    if (!provider.lacksRegion) return;
    appendTo(this.#uses, provider, header);
  }

  /** A root without any provider block takes everything from its environment, which is no mistake. */
  report(root: ModuleInstance): void {
    const isConfigured = root.module.providers.some(({ name }) => name === 'aws' || name === 'awscc');
    for (const [provider, headers] of this.#uses) {
      const [first] = headers;
      if (first === undefined || (provider.block === undefined && !isConfigured)) continue;
      const range = provider.block?.headerRange ?? first;
      const name = provider.id.slice(provider.id.indexOf('#') + 1);
      const lack = provider.block === undefined ? 'is configured nowhere' : 'sets no region';
      const resources = headers.length === 1 ? 'one resource uses it' : `${headers.length} resources use it`;
      this.#run.report({
        code: 'input/provider-unconfigured',
        level: 'note',
        message: `${name} ${lack}, and ${resources}: their Region is not known.`,
        help: 'Set region in its provider block, or pass a configured provider, or state the Region with --region.',
        range,
        path: range.file.path,
      });
      return;
    }
  }
}
