/**
 * The specification suite of hashicorp/hcl: what it parses to, evaluates to, and complains about, to the very place. It
 * runs where the suite is on disk, its JSON read as Terraform's: DR_LINT_HCL_SPECSUITE=…/hcl/specsuite npx vitest run test/evaluation/terraform/spec-suite.test.ts
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { SourceFile, type SourceRange } from '../../../src/core/source.ts';
import { convertTo, parseType } from '../../../src/evaluation/terraform/variables/type-constraints.ts';
import { keyOf } from '../../../src/evaluation/terraform/values/symbols.ts';
import type { Block, Body } from '../../../src/loaders/hcl/ast.ts';
import { parseHcl } from '../../../src/loaders/hcl/parse-hcl.ts';
import { parseJsonConfiguration } from '../../../src/loaders/terraform/json/json-configuration.ts';
import { attributeNamed } from '../../../src/loaders/terraform/terraform-module.ts';
import { expressionScope } from '../../helpers/expression-scope.ts';
import { decode } from '../../helpers/hcldec.ts';

const folder = process.env['DR_LINT_HCL_SPECSUITE'];
const inputs = folder === undefined ? [] : inputsIn(folder);

/** In either syntax, each beside its `.hcldec` and `.t`. */
function inputsIn(parent: string): string[] {
  return readdirSync(parent, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.hcl(?:\.json)?$/u.test(name) && existsSync(join(parent, besides(name, '.t'))))
    .toSorted();
}

function besides(name: string, extension: string): string {
  return name.replace(/\.hcl(?:\.json)?$/u, extension);
}

function read(path: string): Body {
  const { value, diagnostics } = parseHcl(new SourceFile(path, readFileSync(path, 'utf8')));
  expect(diagnostics).toEqual([]);
  return value.body;
}

/** A place as the suite writes it. A break of lines, which HCL marks as a whole, is an empty range to us. */
function bytes({ file, start, end }: SourceRange): string {
  const isLineBreak = start === end && file.text.charAt(end) === '\n';
  const at = (offset: number): number => Buffer.byteLength(file.text.slice(0, offset));
  return `${at(start)}-${at(isLineBreak ? end + 1 : end)}`;
}

function expectedPlaces(diagnostics: Block): readonly string[] {
  return diagnostics.body.blocks.map(({ body }) => {
    const [from, to] = ['from', 'to'].map((type) => {
      const place = body.blocks.find((block) => block.type === type);
      const offset = place && attributeNamed(place.body, 'byte')?.value;
      return offset?.kind === 'literal' ? offset.value : undefined;
    });
    return `${from}-${to}`;
  });
}

describe.skipIf(folder === undefined)(
  folder === undefined
    ? "HCL's specification suite (DR_LINT_HCL_SPECSUITE does not say where it is)"
    : 'specification suite',
  () => {
    test.each(inputs)('%s', (name) => {
      const path = join(folder ?? '', name);
      const source = new SourceFile(name, readFileSync(path, 'utf8'));
      const { value: file, diagnostics } = name.endsWith('.json') ? parseJsonConfiguration(source) : parseHcl(source);
      const wanted = read(besides(path, '.t'));
      const specification = read(besides(path, '.hcldec'));
      const scope = expressionScope();
      const decoded = diagnostics.length === 0 ? decode(specification, file.body, scope) : undefined;

      const complaints = [...diagnostics.map(({ range }) => range), ...(decoded?.unexpected ?? [])];
      const expected = wanted.blocks.find(({ type }) => type === 'diagnostics');
      expect(complaints.map((range) => range && bytes(range))).toEqual(expected ? expectedPlaces(expected) : []);

      const result = attributeNamed(wanted, 'result');
      if (result === undefined || decoded === undefined) return;
      const type = parseType(attributeNamed(wanted, 'result_type')?.value);
      expect(keyOf(decoded.value)).toBe(keyOf(convertTo(scope.evaluate(result.value), type, scope)));
    });

    test('was found', () => {
      expect(inputs.length).toBeGreaterThan(0);
    });
  },
);
