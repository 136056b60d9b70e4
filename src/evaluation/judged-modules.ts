/** Modules that are judged where they are called, by Terragrunt units and by libraries, and not by themselves besides. */
import type { Deployment } from './deployment.ts';
import type { Evaluation } from './evaluation.ts';

export class JudgedModules {
  readonly #runByUnits = new Set<string>();
  readonly #calledByUnits = new Set<string>();
  readonly #called = new Set<string>();
  /** What was left out because units run or call it. */
  readonly ofUnits: Set<string> = new Set();

  /** @param evaluation of the deployment */
  add({ terragrunt }: Deployment, { root, modules = [] }: Evaluation): void {
    for (const folder of modules) this.#called.add(folder);
    if (terragrunt === undefined) return;
    if (root !== undefined) this.#runByUnits.add(root);
    for (const folder of modules) this.#calledByUnits.add(folder);
  }

  /** Whether a root need not be judged: not one that the configuration deploys, nor one that keeps state of its own. */
  has({ path, library, calledByLibraries, statedAt, terragrunt }: Deployment): boolean {
    if (statedAt !== undefined || terragrunt !== undefined) return false;
    const isOfUnit = this.#runByUnits.has(path) || (library === true && this.#calledByUnits.has(path));
    if (isOfUnit) this.ofUnits.add(path);
    return isOfUnit || (calledByLibraries === true && this.#called.has(path));
  }
}
