/** Random expressions, mostly of fitting types, over a few inputs whose values are random, too. */
import fc from 'fast-check';

/** What each input may be: a literal of its type. */
const inputLiterals = {
  n: fc.constantFrom('0', '1', '2', '-1', '2.5'),
  m: fc.constantFrom('0', '1', '3', '0.1'),
  s: fc.constantFrom('"a"', '"b"', '""', '"5"', '"ab"'),
  t: fc.constantFrom('"a"', '"b"', '"true"'),
  b: fc.constantFrom('true', 'false'),
  c: fc.constantFrom('true', 'false'),
  ns: fc.constantFrom('[]', '[1]', '[1, 2]', '[2, 1, 2]', 'null'),
  ss: fc.constantFrom('[]', '["a"]', '["a", "b"]', '["b", "a", "b"]'),
  o: fc.constantFrom('{ n = 1, s = "a" }', '{ n = 2, s = "b" }', '{ n = 1, s = null }', 'null'),
  os: fc.constantFrom('[]', '[{ n = 1, s = "a" }]', '[{ n = 1, s = "a" }, { n = 2, s = "a" }]'),
} as const;

export type InputName = keyof typeof inputLiterals;

export const inputNames: readonly InputName[] = ['n', 'm', 's', 't', 'b', 'c', 'ns', 'ss', 'o', 'os'];

/** Input → the literal that is its value. */
export const arbitraryInputs: fc.Arbitrary<Record<InputName, string>> = fc.record(inputLiterals);

type Trees = Readonly<Record<'number' | 'text' | 'truth' | 'numbers' | 'texts' | 'object' | 'objects' | 'any', string>>;

const scalarOperators = ['+', '-', '*', '/', '%'] as const;
const comparisons = ['<', '<=', '>', '>='] as const;

const trees = fc.letrec<Trees>((tie) => {
  const [number, text, truth, any] = [tie('number'), tie('text'), tie('truth'), tie('any')];
  const [numbers, texts, object, objects] = [tie('numbers'), tie('texts'), tie('object'), tie('objects')];
  const oneOf = (...choices: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.oneof({ depthSize: 'small', maxDepth: 5, withCrossShrink: true }, ...choices);
  /** `%0`, `%1`, … stand for the parts. */
  const form = (pattern: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...parts).map((made) => pattern.replaceAll(/%(\d)/gu, (_, at: string) => made[Number(at)] ?? ''));
  /** What every type can be made by. */
  const general = (kind: fc.Arbitrary<string>): fc.Arbitrary<string>[] => [
    form('(%0 ? %1 : %2)', truth, kind, kind),
    form('try(%0, %1)', kind, kind),
    form('try(%0, %1)', any, kind),
    form('[%0, %1][%2]', kind, kind, number),
    form('{ a = %0, (%1) = %2 }.a', kind, text, kind),
  ];
  return {
    number: oneOf(
      fc.constantFrom('0', '1', '2', '10', '0.1', 'n', 'm'),
      form('(%0 %1 %2)', number, fc.constantFrom(...scalarOperators), number),
      form('-%0', number),
      form('%0.n', object),
      form('%0[%1]', numbers, number),
      form('length(%0)', fc.oneof(numbers, texts)),
      ...general(number),
    ),
    text: oneOf(
      fc.constantFrom('"a"', '"b"', '"5"', 's', 't'),
      form('"x${%0}"', oneOf(number, text, truth)),
      form('"${%0}-${%1}"', text, number),
      form('"%{ if %0 }${%1}%{ else }${%2}%{ endif }"', truth, text, text),
      form('"%{ for k, v in %0 }${k}${v},%{ endfor }"', oneOf(numbers, texts)),
      form('%0.s', object),
      form('%0[%1]', texts, number),
      form('%0["%1"]', object, fc.constantFrom('n', 's', 'z')),
      ...general(text),
    ),
    truth: oneOf(
      fc.constantFrom('true', 'false', '"true"', 'b', 'c'),
      form('(%0 == %1)', any, any),
      form('(%0 != %1)', number, number),
      form('(%0 == %1)', text, text),
      form('(%0 == %1)', texts, texts),
      form('(%0 == null)', any),
      form('(%0 %1 %2)', number, fc.constantFrom(...comparisons), number),
      form('(%0 && %1)', truth, truth),
      form('(%0 || %1)', truth, truth),
      form('!%0', truth),
      form('can(%0)', any),
      ...general(truth),
    ),
    numbers: oneOf(
      fc.constantFrom('[]', '[1]', '[1, 2]', 'ns', 'null'),
      form('[%0, %1]', number, number),
      form('[for v in %0 : v if %1]', numbers, truth),
      form('[for i, v in %0 : i + %1 if v != %2]', oneOf(numbers, texts), number, text),
      form('%0[*].n', objects),
      form('%0.*.n', oneOf(object, objects)),
      form('tolist(toset(%0))', numbers),
      form('(%0)[*]', oneOf(number, numbers)),
      ...general(numbers),
    ),
    texts: oneOf(
      fc.constantFrom('[]', '["a"]', '["a", "b"]', 'ss'),
      form('[%0, %1]', text, text),
      form('[for v in %0 : "${v}!" if v == %1]', texts, text),
      form('[for v in toset([%0, %1]) : v]', text, text),
      form('[for k, v in %0 : k]', object),
      form('%0[*].s', objects),
      form('tolist(toset(%0))', texts),
      ...general(texts),
    ),
    object: oneOf(
      fc.constantFrom('{ n = 1, s = "a" }', '{}', 'o'),
      form('{ n = %0, s = %1 }', number, text),
      form('{ (%0) = %1, s = %2 }', text, number, text),
      form('{ for v in %0 : v => %1 if %2 }', texts, number, truth),
      form('{ for i, v in %0 : v => i... }', texts),
      form('%0[%1]', objects, number),
      ...general(object),
    ),
    objects: oneOf(
      fc.constantFrom('[]', 'os'),
      form('[%0, %1]', object, object),
      form('[for v in %0 : { n = v, s = %1 }]', numbers, text),
      ...general(objects),
    ),
    any: oneOf(number, text, truth, numbers, texts, object, objects, fc.constant('null')),
  };
});

export const arbitraryExpressionText: fc.Arbitrary<string> = trees.any;
