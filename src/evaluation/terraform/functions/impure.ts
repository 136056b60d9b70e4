/** Dates, and what is different each time it is called. https://developer.hashicorp.com/terraform/language/functions */
import { unknown } from '../../../core/value.ts';
import { takesAll, takesNothing, takesTwo, type FunctionTable, type TerraformFunction } from './function.ts';
import { known, text } from './parameters.ts';

export const impureFunctions: FunctionTable = {
  bcrypt: impure(),
  plantimestamp: impure(),
  timeadd: takesTwo(text, text, (timestamp, duration) => {
    const start = Date.parse(timestamp);
    const length = milliseconds(duration);
    if (Number.isNaN(start) || length === undefined) return undefined;
    const sum = new Date(start + length);
    return Number.isNaN(sum.getTime()) ? undefined : sum.toISOString().replace(/\.\d+Z$/u, 'Z');
  }),
  timecmp: takesTwo(text, text, (left, right) => {
    const difference = Date.parse(left) - Date.parse(right);
    return Number.isNaN(difference) ? undefined : Math.sign(difference);
  }),
  timestamp: impure(),
  uuid: takesNothing((call) => fresh(call.name, call.scope.run.freshKey(call.name))),
};

/** A fresh unknown for each call: two timestamps are not the same. */
function impure(): TerraformFunction {
  return takesAll(known, (_, call) => fresh(call.name, call.scope.run.freshKey(call.name)));
}

function fresh(name: string, key: string): ReturnType<typeof unknown> {
  return unknown(key, { code: 'impure', subject: `${name}()`, cure: '' });
}

const millisecondsPerUnit = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

function milliseconds(duration: string): number | undefined {
  const match = /^(-?)((?:\d+(?:\.\d+)?(?:ms|s|m|h))+)$/u.exec(duration);
  if (match === null) return undefined;
  let total = 0;
  for (const [, amount, unit] of (match[2] ?? '').matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gu)) {
    total += Number(amount) * (millisecondsPerUnit.get(unit ?? '') ?? 0);
  }
  return match[1] === '-' ? -total : total;
}
