/** Which files beside a template are parameters for one Region each. */
import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { parametersByRegion } from '../../src/discovery/parameters-by-region.ts';

function regionsOf(...paths: readonly string[]): readonly string[] {
  const files = Object.fromEntries(paths.map((path) => [path, '[]']));
  return [...parametersByRegion('infra/shop.yaml', memoryFileSystem(files)).keys()].toSorted();
}

describe('parameters by Region', () => {
  test.each([
    ['beside the template', ['infra/shop-parameters-eu-west-1.json', 'infra/shop.us-gov-west-1.params.yaml']],
    [
      'in a folder for parameters',
      ['infra/parameters/shop_eu-west-1.json', 'infra/parameters/Shop-us-gov-west-1.json'],
    ],
  ])('%s', (_, paths) => {
    expect(regionsOf(...paths)).toEqual(['eu-west-1', 'us-gov-west-1']);
  });

  test.each([
    ['of another template', 'infra/search-parameters-eu-west-1.json'],
    ['in another folder', 'search/shop-parameters-eu-west-1.json'],
    ['for an environment', 'infra/shop-parameters-db-prod-1.json'],
    ['not of parameters', 'infra/shop-eu-west-1.yaml'],
    ['in no form that holds parameters', 'infra/shop-parameters-eu-west-1.md'],
  ])('none: %s', (_, path) => {
    expect(regionsOf(path)).toEqual([]);
  });

  test('of a template in the working directory', () => {
    const files = { 'shop-params-eu-west-1.json': '[]' };
    expect(parametersByRegion('shop.yaml', memoryFileSystem(files)).size).toBe(1);
  });
});
