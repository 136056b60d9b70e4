/** Collects what stands in a body while it is read, and what stands there but could not be read. */
import type { SourceRange } from '../../core/source.ts';
import type { Attribute, Block, Body } from './ast.ts';

export class BodyContent {
  readonly #attributes = new Map<string, Attribute>();
  readonly #blocks: Block[] = [];
  readonly #unread = new Set<string>();
  #last: Attribute | undefined;

  /** The attribute of that name that was there already: which of the two holds is not known then, and both are lost. */
  addAttribute(attribute: Attribute): Attribute | undefined {
    const { name } = attribute;
    const first = this.#attributes.get(name);
    if (first !== undefined) this.lose(name);
    else if (!this.#unread.has(name)) this.#attributes.set(name, attribute);
    this.#last = attribute;
    return first;
  }

  addBlock(block: Block): void {
    this.#blocks.push(block);
    this.#last = undefined;
  }

  /** Notes an argument, or a block of that type, that could not be read. */
  lose(name: string): void {
    this.#attributes.delete(name);
    this.#unread.add(name);
  }

  /** The attribute that was read last goes on with something that could not be read. */
  loseLast(): void {
    if (this.#last !== undefined) this.lose(this.#last.name);
  }

  toBody(range: SourceRange): Body {
    const body = { attributes: [...this.#attributes.values()], blocks: this.#blocks, range };
    return this.#unread.size === 0 ? body : { ...body, unread: [...this.#unread] };
  }
}
