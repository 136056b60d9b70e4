/**
 * Asks Terraform for the value of every row, all in one run:
 * `DR_LINT_TERRAFORM=$(command -v terraform) npx vitest run test/evaluation/terraform/functions/terraform-itself.test.ts`
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { rootFiles, rootLocals } from '../../../helpers/terraform-functions.ts';
import { dateRows } from './tables/dates.ts';
import { encodingRows } from './tables/encoding.ts';
import { fileRows } from './tables/files.ts';
import { listRows } from './tables/lists.ts';
import { mapRows } from './tables/maps-and-sets.ts';
import { networkRows } from './tables/networks.ts';
import { numberRows } from './tables/numbers.ts';
import { providerRows } from './tables/providers.ts';
import { stringRows } from './tables/strings.ts';

const terraform = process.env['DR_LINT_TERRAFORM'] ?? '';

const rows = [
  ...numberRows,
  ...stringRows,
  ...listRows,
  ...mapRows,
  ...encodingRows,
  ...dateRows,
  ...networkRows,
  ...fileRows,
  ...providerRows,
];

const provider =
  'terraform {\n  required_providers {\n    terraform = { source = "terraform.io/builtin/terraform" }\n  }\n}\n';

/** One output per expression; `refused` where Terraform refuses it. */
function askTerraform(expressions: readonly string[]): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'dr-lint-functions-'));
  try {
    for (const [path, text] of Object.entries(rootFiles)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const outputs = expressions.map(
      (expression, at) =>
        `output "o${at}" {\n  value = try(jsonencode({ value = nonsensitive(${expression}) }), "refused")\n}\n`,
    );
    writeFileSync(join(folder, 'main.tf'), provider + rootLocals + outputs.join(''));
    const run = (...args: readonly string[]) => execFileSync(terraform, args, { cwd: folder, encoding: 'utf8' });
    run('init', '-input=false');
    run('apply', '-input=false', '-auto-approve');
    const answers: unknown = JSON.parse(run('output', '-json'));
    return expressions.map((_, at) => answerOf(answers, `o${at}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answerOf(answers: unknown, name: string): unknown {
  const answer: unknown = memberOf(memberOf(answers, name), 'value');
  if (typeof answer !== 'string') return undefined;
  return answer === 'refused' ? answer : memberOf(JSON.parse(answer), 'value');
}

function memberOf(data: unknown, name: string): unknown {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(data ?? {});
  return entries.find(([key]) => key === name)?.[1];
}

/** What Terraform says of a row's value: it has its own words for a refusal, and prints secrets as they are. */
function asTerraformSays(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => asTerraformSays(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const [first] = entries;
  if (first?.[0] === '$invalid') return 'refused';
  if (first?.[0] === '$sensitive') return asTerraformSays(first[1]);
  return Object.fromEntries(entries.map(([key, member]) => [key, asTerraformSays(member)]));
}

test.skipIf(terraform === '')('Terraform itself gives every row its value', { timeout: 600_000 }, () => {
  const answers = askTerraform(rows.map(([expression]) => expression));
  const differing = rows.flatMap(([expression, value], at) => {
    const expected = asTerraformSays(value);
    return isDeepStrictEqual(answers[at], expected) ? [] : [{ expression, expected, says: answers[at] }];
  });
  expect(differing).toEqual([]);
});
