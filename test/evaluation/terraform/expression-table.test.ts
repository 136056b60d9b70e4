/**
 * Expressions evaluate to what Terraform prints. The table itself is held to Terraform where that is at hand:
 * DR_LINT_TERRAFORM=terraform npx vitest run test/evaluation/terraform/expression-table.test.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SourceFile } from '../../../src/core/source.ts';
import { parseHclExpression } from '../../../src/loaders/hcl/parse-hcl.ts';
import { consoleText } from '../../helpers/console-text.ts';
import { expressionScope } from '../../helpers/expression-scope.ts';
import { expressionTable } from '../../helpers/expression-table.ts';

const groups = Object.entries(expressionTable);

describe.each(groups)('%s', (_, rows) => {
  test.each(rows)('%s', (expression, printed) => {
    const { value, diagnostics } = parseHclExpression(new SourceFile('expression.tf', expression));
    const isRefused = value === undefined || diagnostics.length > 0;
    expect(isRefused ? 'refused' : consoleText(expressionScope().evaluate(value))).toBe(printed);
  });
});

const terraform = process.env['DR_LINT_TERRAFORM'] ?? '';

describe.skipIf(terraform === '')(
  terraform === '' ? 'Terraform says the same (DR_LINT_TERRAFORM names no program)' : 'Terraform says the same',
  () => {
    // The console reads one line, so that heredocs stand in a file.
    const heredocs = groups.flatMap(([, rows]) => rows.filter(([expression]) => expression.includes('\n')));
    const heredocNames = new Map(heredocs.map(([expression], at) => [expression, `heredoc${at}`] as const));
    let folder = '';

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'expression-table-'));
      const locals = [...heredocNames].map(([expression, name]) => `locals {\n  ${name} = ${expression}}\n`);
      writeFileSync(join(folder, 'main.tf'), locals.join('\n'));
    });

    afterAll(() => rmSync(folder, { recursive: true }));

    const rows = terraform === '' ? [] : groups.flatMap(([, each]) => each);
    test.skipIf(terraform === '')('with every row', () => expect(rows).not.toEqual([]));
    test.each(rows)('of %s', (expression, printed) => {
      const name = heredocNames.get(expression);
      const { status, stdout } = spawnSync(terraform, [`-chdir=${folder}`, 'console', '-no-color'], {
        input: name === undefined ? expression : `local.${name}`,
        encoding: 'utf8',
      });
      expect(status === 0 ? oneLine(stdout) : 'refused').toBe(printed);
    });
  },
);

function oneLine(printed: string): string {
  const [, heredoc] = /^<<EOT\n([^]*)\nEOT\n$/u.exec(printed) ?? [];
  if (heredoc !== undefined) return JSON.stringify(heredoc);
  return printed
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/to(?:string|number|bool)\(null\)/gu, 'null');
}
