import { expect, test } from 'vitest';
import { bothCauses, existsGiven, type Existence } from '../../src/core/existence.ts';
import type { UnknownSymbol } from '../../src/core/value.ts';

function cause(name: string): UnknownSymbol {
  return { key: `infra#var.${name}`, reason: { code: 'input', subject: `var.${name}`, cure: '' } };
}

function perhaps(existsBecause: UnknownSymbol | undefined): Existence {
  return { exists: 'unknown', existsBecause };
}

const sure: Existence = { exists: 'yes', existsBecause: undefined };
const inModule = perhaps(cause('create_module'));
const inBoth = perhaps(bothCauses(cause('create_module'), cause('create_replica')));

test.each([
  ['what surely exists', sure, inModule, 'yes'],
  ['what surely does not', { exists: 'no', existsBecause: undefined } as const, inModule, 'no'],
  ['one for the same cause', inModule, perhaps(cause('create_module')), 'yes'],
  ['one for another cause', inModule, perhaps(cause('create_replica')), 'unknown'],
  ['what has one cause, beside what has both', inModule, inBoth, 'yes'],
  ['what has both causes, beside what has one', inBoth, inModule, 'unknown'],
  ['what may not exist, beside what does', inModule, sure, 'unknown'],
  ['what may not exist for no known cause', perhaps(undefined), perhaps(undefined), 'unknown'],
])('%s', (_, one, other, exists) => {
  expect(existsGiven(one, other)).toBe(exists);
});
