/** What `try` and `can` learn while one of their arguments is evaluated. */
export class Guard {
  #inDoubt = false;

  /** Something unknown is used in a way that Terraform may refuse, whatever comes out. */
  doubt(): void {
    this.#inDoubt = true;
  }

  get isInDoubt(): boolean {
    return this.#inDoubt;
  }
}
