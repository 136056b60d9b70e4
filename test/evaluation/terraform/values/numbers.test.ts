import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareNumbers,
  dividedBy,
  minus,
  parseNumber,
  plus,
  printNumber,
  remainder,
  times,
  wholeNumber,
  type Result,
} from '../../../../src/evaluation/terraform/values/numbers.ts';

const operations = { '+': plus, '-': minus, '*': times, '/': dividedBy, '%': remainder } as const;

function printed(number: Result): string | undefined {
  return number === undefined ? undefined : printNumber(number);
}

function calculate(left: string, operator: keyof typeof operations, right: string): string | undefined {
  const [a, b] = [parseNumber(left), parseNumber(right)];
  return a === undefined || b === undefined ? undefined : printed(operations[operator](a, b));
}

// The results are those of Terraform 1.11.4.
test.each([
  ['whole numbers', '2', '+', '3', '5'],
  ['whole numbers beyond 2^53', '9007199254740993', '+', '1', '9007199254740994'],
  [
    'long whole numbers',
    '12345678901234567890123456789',
    '*',
    '98765432109876543210',
    '1219326311370217952249657064223746380111126352690',
  ],
  ['tenths', '0.1', '+', '0.2', '0.3'],
  ['what is not exact has all its digits', '1', '/', '3', `0.${'3'.repeat(154)}5`],
  ['and the rounding of 512 bits', '1.1', '*', '1.1', `1.21${'0'.repeat(151)}1`],
  ['so a difference may not be round', '1', '-', '0.9', `0.1${'0'.repeat(153)}3`],
  ['division that comes out', '10', '/', '4', '2.5'],
  ['very small and very large', '1e-30', '*', '1e30', '1'],
  ['exponents are written out', '1e-10', '+', '0', '0.0000000001'],
  ['beyond what JavaScript can hold', '1e400', '+', '0', `1${'0'.repeat(400)}`],
  ['a remainder has the sign of the left side', '-7', '%', '3', '-1'],
  ['whatever the sign of the right one', '7', '%', '-3', '1'],
  ['of fractions, too', '-5.5', '%', '2', '-1.5'],
  ['with their rounding', '11', '%', '5.1', `0.8${'0'.repeat(152)}24`],
  ['by zero it is the left side', '5', '%', '0', '5'],
  ['one by zero is infinite', '1', '/', '0', '+Inf'],
  ['zero by zero is nothing', '0', '/', '0', undefined],
  ['nor is infinity less itself', 'inf', '-', 'inf', undefined],
  ['zero keeps its sign', '0', '*', '-1', '-0'],
] as const)('%s: %s %s %s', (_, left, operator, right, result) => {
  expect(calculate(left, operator, right)).toBe(result);
});

test.each([
  ['by their whole parts', '12345678901234567890.5', '9.25', 1],
  ['by their fractions', '0.12345678901234567890', '0.1234567890123456789012', -1],
  ['negative ones the other way round', '-12345678901234567890.5', '-9.25', -1],
  ['by their signs', '-0.12345678901234567890', '1', -1],
  ['with infinity', '1e400', 'inf', -1],
  ['equal ones', '1e30', '1000000000000000000000000000000.0', 0],
])('compares %s', (_, left, right, order) => {
  expect(Math.sign(compareNumbers(parseNumber(left) ?? 0, parseNumber(right) ?? 0))).toBe(order);
});

test.each([
  ['a sign', '+5', '5'],
  ['no digit before the point', '-.5e1', '-5'],
  ['no digit after it', '5.', '5'],
  ['zeros that say nothing', '007.500', '7.5'],
  ['an exponent', '1e3', '1000'],
  ['more digits than 512 bits hold', `0.${'1'.repeat(160)}`, `0.${'1'.repeat(155)}5`],
  ['infinity', '-Inf', '-Inf'],
  ['no other base', '0x10', undefined],
  ['no space', ' 5', undefined],
  ['no underscore', '1_000', undefined],
  ['no word', 'infinity', undefined],
  ['an exponent without digits', '1e', undefined],
  ['no digits', '-', undefined],
  ['a number that would fill the memory', '1e999999999', undefined],
])('reads %s', (_, text, result) => {
  const number = parseNumber(text);
  expect(number === undefined ? undefined : printNumber(number)).toBe(result);
});

describe('whatever the numbers', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.integer({ min: -60, max: 60 }))
    .map(([isNegative, digits, exponent]) => `${isNegative ? '-' : ''}${digits}e${exponent}`);

  test('what is printed is read as the same number', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const once = printed(parseNumber(text)) ?? '';
        expect(printed(parseNumber(once))).toBe(once);
      }),
    );
  });

  test('a sum does not depend on the order, and grows with its parts', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        expect(calculate(left, '+', right)).toBe(calculate(right, '+', left));
        const [a, b] = [parseNumber(left) ?? 0, parseNumber(right) ?? 0];
        const difference = minus(a, b) ?? 0;
        expect(Math.sign(compareNumbers(a, b))).toBe(Math.sign(compareNumbers(difference, 0)) + 0);
      }),
    );
  });

  test('whole numbers are those of JavaScript', () => {
    const whole = fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n });
    fc.assert(
      fc.property(whole, whole, (left, right) => {
        const [a, b] = [wholeNumber(left), wholeNumber(right)];
        expect(printed(plus(a, b))).toBe(String(left + right));
        expect(printed(times(a, b))).toBe(String(left * right));
        if (right !== 0n) expect(printed(remainder(a, b))?.replace(/^-0$/u, '0')).toBe(String(left % right));
      }),
    );
  });
});
