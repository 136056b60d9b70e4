/** The list of maps against the provider's schema, as far as fixtures/schema-facts.json holds it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { takesMap } from '../../../../src/loaders/terraform/json/map-arguments.ts';

/** Type → path → `string`, `map(string)`, `block:list`, … */
const { terraform }: { readonly terraform: Readonly<Record<string, Readonly<Record<string, string>>>> } = JSON.parse(
  readFileSync(new URL('../../../../fixtures/schema-facts.json', import.meta.url), 'utf8'),
);

const rows = Object.entries(terraform).flatMap(([type, paths]) =>
  Object.entries(paths).map(([path, kind]) => ({ type, path, name: path.split('.').at(-1) ?? path, kind })),
);

function named({ type, path }: { readonly type: string; readonly path: string }): string {
  return `${type}.${path}`;
}

describe('by the schema', () => {
  test('every map is one', () => {
    const maps = rows.filter(({ kind }) => kind.startsWith('map('));
    expect(maps.length).toBeGreaterThan(100);
    expect(maps.filter(({ type, name }) => !takesMap(type, name)).map(named)).toEqual([]);
  });

  test('no block is one', () => {
    const blocks = rows.filter(({ kind }) => kind.startsWith('block:'));
    expect(blocks.length).toBeGreaterThan(500);
    // The Git tags that start a pipeline: nothing of a pipeline but its stores is judged.
    const taken = ['aws_codepipeline.trigger.git_configuration.push.tags'];
    expect(blocks.filter(({ type, name }) => takesMap(type, name)).map(named)).toEqual(taken);
  });
});
