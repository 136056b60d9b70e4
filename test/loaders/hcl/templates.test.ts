import { describe, expect, test } from 'vitest';
import { SourceFile, textOf } from '../../../src/core/source.ts';
import type { TemplatePart } from '../../../src/loaders/hcl/ast.ts';
import { parseHclExpression, parseHclTemplate } from '../../../src/loaders/hcl/parse-hcl.ts';
import { printExpression } from '../../helpers/print-hcl.ts';

function partsOf(text: string): readonly TemplatePart[] {
  const { value, diagnostics } = parseHclExpression(new SourceFile('main.tf', text));
  expect(diagnostics).toEqual([]);
  if (value?.kind !== 'template') throw new Error(`${text} is no template`);
  return value.parts;
}

/** Texts as they are, everything else as its expression or its keyword. */
function shown(parts: readonly TemplatePart[]): readonly unknown[] {
  return parts.map((part) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'interpolation') return [printExpression(part.expression)];
    if (part.kind === 'if') return ['if', printExpression(part.condition), shown(part.then), shown(part.otherwise)];
    return ['for', part.keyName, part.valueName, printExpression(part.collection), shown(part.body)];
  });
}

describe('a quoted template', () => {
  test.each([
    ['nothing', '""', []],
    ['text', '"orders"', ['orders']],
    ['an interpolation alone', '"${var.days}"', [['var.days']]],
    ['text beside an interpolation', '"a-${b}-c"', ['a-', ['b'], '-c']],
    ['strings and braces in an interpolation', '"${f({ a = "}" })}"', [['f({"a" = "}"})']]],
    ['line breaks in an interpolation', '"${\n  a\n}"', [['a']]],
    ['escapes', String.raw`"\n\r\t\"\\"`, ['\n\r\t"\\']],
    ['code points', String.raw`"\u00e9\U0001F600"`, ['é😀']],
    ['escaped sequences', '"$${a} %%{b}"', ['${a} %{b}']],
    ['lone marks', '"$ % $$ %% $"', ['$ % $$ %% $']],
    ['a mark before an interpolation', '"$$${a}"', ['$${a}']],
    ['an if', '"%{ if a }b%{ else }c%{ endif }"', [['if', 'a', ['b'], ['c']]]],
    ['an if without else', '"%{if a}b%{endif}"', [['if', 'a', ['b'], []]]],
    ['a for', '"%{ for k, v in m }${k},%{ endfor }"', [['for', 'k', 'v', 'm', [['k'], ',']]]],
    ['trimming', '"a \\n ${~ b ~} \\n c"', ['a', ['b'], 'c']],
    ['trimming that leaves no text', '"${a ~} "', [['a'], '']],
  ])('has %s', (_, text, parts) => {
    expect(shown(partsOf(text))).toEqual(parts);
  });

  test('keeps the range of each part', () => {
    const parts = partsOf('"ab${ c }%{ if d }e%{ endif }"');
    expect(parts.map(({ range }) => textOf(range))).toEqual(['ab', '${ c }', '%{ if d }e%{ endif }']);
  });
});

describe('a heredoc', () => {
  test.each([
    ['its text as it is', '<<EOT\n  a "b" \\n\nEOT\n', ['  a "b" \\n\n']],
    ['no indentation after <<-', '<<-EOT\n    a\n      b\n  EOT\n', ['a\n  b\n']],
    ['the indentation of the line that has least', '<<-EOT\n      a\n    b\nEOT\n', ['  a\nb\n']],
    ['blank lines that do not count', '<<-EOT\n    a\n\n    b\n  EOT\n', ['a\n\nb\n']],
    ['no indentation when a value begins a line', '<<-EOT\n    a\n${b}\n  EOT\n', ['    a\n', ['b'], '\n']],
    ['the line breaks of Windows', '<<-EOT\r\n  a\r\n  b\r\n  EOT\r\n', ['a\r\nb\r\n']],
    ['trimming within a line only', '<<EOT\n${a ~}\n  b\nEOT\n', [['a'], '  b\n']],
    ['lines that only begin like its end', '<<EOT\nEOT.\n$EOT\nEOT\n', ['EOT.\n$EOT\n']],
    ['nothing', '<<EOT\nEOT\n', []],
  ])('has %s', (_, text, parts) => {
    expect(shown(partsOf(text))).toEqual(parts);
  });
});

test('a file can be a template', () => {
  const text = 'Restore ${db} in\n%{ for zone in zones ~}\n- ${zone}\n%{ endfor ~}\n';
  const { value, diagnostics } = parseHclTemplate(new SourceFile('runbook.tftpl', text));
  expect(diagnostics).toEqual([]);
  expect(shown(value?.parts ?? [])).toEqual([
    'Restore ',
    ['db'],
    ' in\n',
    ['for', undefined, 'zone', 'zones', ['- ', ['zone'], '\n']],
  ]);
});
