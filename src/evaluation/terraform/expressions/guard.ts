/** What `try` and `can` learn while one of their arguments is evaluated. */
import type { Value } from '../../../core/value.ts';

export class Guard {
  #doubtful: readonly Value[] = [];
  #sawSecret = false;

  /** Something unknown is used in a way that Terraform may refuse, whatever comes out. */
  doubt(...about: readonly Value[]): void {
    if (this.#doubtful.length === 0) this.#doubtful = about;
  }

  /** What was first used like that; empty when nothing was. */
  get doubtful(): readonly Value[] {
    return this.#doubtful;
  }

  /** Something sensitive was looked at: whether Terraform refuses may tell of it. */
  noteSecret(): void {
    this.#sawSecret = true;
  }

  get sawSecret(): boolean {
    return this.#sawSecret;
  }
}
