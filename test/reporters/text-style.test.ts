import { expect, test } from 'vitest';
import { hanging } from '../../src/reporters/text-style.ts';

test.each<readonly [what: string, head: string, text: string, lines: readonly string[]]>([
  ['what fits stays on the line', '  fix: ', 'Set it.', ['  fix: Set it.']],
  ['further lines are indented', '  fix: ', 'Raise the retention of it.', ['  fix: Raise the', '    retention of it.']],
  [
    'a long word is not cut',
    '',
    'see aws_db_instance.orders_of_2027 there',
    ['see', '    aws_db_instance.orders_of_2027', '    there'],
  ],
  [
    'nor does it start beside a label',
    '  fix: ',
    'aws_db_instance.orders_of_2027 there',
    ['  fix:', '    aws_db_instance.orders_of_2027', '    there'],
  ],
  ['wide characters take two columns', '', '注文データベース 東京', ['注文データベース', '    東京']],
])('%s', (_, head, text, lines) => {
  expect(hanging(head, text, 4, 20)).toEqual(lines);
});
