/** Edits of what other edits made, as edits of the text that was there first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceFile } from '../../src/core/source.ts';
import { composed, movedBy, withEdits, type TextEdit } from '../../src/core/text-edit.ts';

/** Edits of a text that don't overlap, from pairs of a place and what is written there. */
function editsOf(text: string, places: readonly (readonly [number, string])[]): readonly TextEdit[] {
  const file = new SourceFile('main.tf', text);
  const cuts = [...new Set(places.map(([place]) => place % (text.length + 1)))].toSorted((a, b) => a - b);
  return cuts.flatMap((start, index) => {
    if (index % 2 === 1) return [];
    return [{ range: { file, start, end: cuts[index + 1] ?? start }, text: places[index]?.[1] ?? '' }];
  });
}

const places = fc.array(fc.tuple(fc.nat(30), fc.string({ maxLength: 4 })), { maxLength: 5 });

test('one set of edits does what two do after each other', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), places, places, (text, first, second) => {
      const edits = editsOf(text, first);
      const after = withEdits(text, edits);
      const further = editsOf(after, second);
      expect(withEdits(text, composed(edits, after, further))).toBe(withEdits(after, further));
    }),
  );
});

test('what no edit touches is found again', () => {
  const text = 'identifier = "orders"\nengine = "mysql"\n';
  const file = new SourceFile('main.tf', text);
  const engine = text.indexOf('engine');
  const edits = [
    { range: { file, start: 14, end: 20 }, text: 'carts and orders' },
    { range: { file, start: engine, end: engine }, text: 'multi_az = true\n' },
  ];
  expect(withEdits(text, edits).slice(movedBy(edits, engine))).toMatch(/^multi_az = true\nengine/u);
  expect(withEdits(text, edits).slice(movedBy(edits, engine + 6))).toBe(' = "mysql"\n');
});
