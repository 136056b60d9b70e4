/** The modules that Terragrunt units run and call: they are judged there, and not by themselves besides. */
import type { Deployment } from './deployment.ts';
import type { Evaluation } from './evaluation.ts';

export class ModulesOfUnits {
  readonly #run = new Set<string>();
  readonly #called = new Set<string>();
  /** What was left out for it. */
  readonly folders: Set<string> = new Set();

  /** @param unit as it was evaluated */
  add({ root, modules = [] }: Evaluation): void {
    if (root !== undefined) this.#run.add(root);
    for (const folder of modules) this.#called.add(folder);
  }

  /** Whether a root need not be judged: not one that the configuration deploys, nor one that keeps state of its own. */
  has({ path, library, statedAt }: Deployment): boolean {
    const isOther = statedAt === undefined && (this.#run.has(path) || (library === true && this.#called.has(path)));
    if (isOther) this.folders.add(path);
    return isOther;
  }
}
