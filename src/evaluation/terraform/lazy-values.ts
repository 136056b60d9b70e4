/** Values that are made when they are first asked for, and found out when they ask for themselves. */
import type { SourceRange } from '../../core/source.ts';
import type { Value } from '../../core/value.ts';
import type { RootRun } from './root-run.ts';
import { invalid } from './values/symbols.ts';

export class LazyValues {
  readonly #run: RootRun;
  readonly #made = new Map<string, Value>();
  readonly #inTheMaking = new Set<string>();

  constructor(run: RootRun) {
    this.#run = run;
  }

  /** @param name what is made, as people know it: `local.zones` */
  get(name: string, range: SourceRange, make: () => Value): Value {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    if (this.#inTheMaking.has(name)) return this.#cycle(name, range);
    this.#inTheMaking.add(name);
    const value = make();
    this.#inTheMaking.delete(name);
    this.#made.set(name, value);
    return value;
  }

  #cycle(name: string, range: SourceRange): Value {
    this.#run.report({
      code: 'input/cycle',
      level: 'error',
      message: `${name} is defined by itself.`,
      help: `Terraform refuses this, too. Break the circle: ${[...this.#inTheMaking].join(' → ')} → ${name}.`,
      range,
      path: range.file.path,
    });
    return invalid(`${name} is defined by itself.`, range);
  }
}
