/** What `try` and `can` learn while one of their arguments is evaluated. */
export class Guard {
  #inDoubt = false;
  #sawSecret = false;

  /** Something unknown is used in a way that Terraform may refuse, whatever comes out. */
  doubt(): void {
    this.#inDoubt = true;
  }

  /** Something sensitive was looked at: whether Terraform refuses may tell of it. */
  noteSecret(): void {
    this.#sawSecret = true;
  }

  get sawSecret(): boolean {
    return this.#sawSecret;
  }

  get isInDoubt(): boolean {
    return this.#inDoubt;
  }
}
