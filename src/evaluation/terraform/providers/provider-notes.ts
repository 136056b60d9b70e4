/** Says once per root that resources use a provider whose Region the code does not tell. */
import { appendTo } from '../../../core/append-to.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { TerraformModule } from '../../../loaders/terraform/terraform-module.ts';
import { needsNoRegion } from './global-services.ts';
import type { ProviderConfiguration } from './providers.ts';
import type { ResourceInstance } from '../resources/resource-instance.ts';
import type { RootRun } from '../root-run.ts';

export class ProviderNotes {
  readonly #run: RootRun;
  readonly #uses = new Map<ProviderConfiguration, SourceRange[]>();

  constructor(run: RootRun) {
    this.#run = run;
  }

  used({ provider, resource }: ResourceInstance): void {
    if (provider.lacksRegion && !needsNoRegion(resource.type)) {
      appendTo(this.#uses, provider, resource.block.headerRange);
    }
  }

  /** Whoever calls a library passes its providers; every other root is told, once, whatever it takes from its environment. */
  report({ incomplete }: TerraformModule): void {
    const [first] = this.#uses;
    // A file that could not be read may configure it.
    if (first === undefined || incomplete || this.#run.deployment.library === true) return;
    const [provider, [header, ...others]] = first;
    const range = provider.block?.headerRange ?? header;
    if (range === undefined) return;
    const name = provider.id.slice(provider.id.indexOf('#') + 1);
    const lack = provider.block === undefined ? 'is configured nowhere' : 'sets no region';
    const resources = others.length === 0 ? 'one resource uses it' : `${others.length + 1} resources use it`;
    this.#run.report({
      code: 'input/provider-unconfigured',
      level: 'note',
      message: `${name} ${lack}, and ${resources}: their Region is not known.`,
      help: 'Set region in its provider block, or pass a configured provider, or state the Region with --region or for this deployment in the configuration.',
      range,
      path: range.file.path,
    });
  }
}
