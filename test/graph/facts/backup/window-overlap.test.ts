import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

async function overlapOf(windows: string, more = ''): Promise<unknown> {
  const main = `variable "window" {}\nresource "aws_db_instance" "orders" {\n  ${windows}\n}\n${more}`;
  return shown(factOf(await lintText({ 'main.tf': main }), 'aws_db_instance.orders', 'windowsOverlap'));
}

function windows(daily: string, weekly: string): string {
  return `backup_window = "${daily}"\n  maintenance_window = "${weekly}"`;
}

test.each([
  ['one within the other', windows('03:00-06:00', 'Mon:04:00-Mon:05:00'), true],
  ['the last minutes', windows('03:00-04:00', 'Sun:03:30-Sun:05:00'), true],
  ['over midnight', windows('23:30-00:30', 'tue:00:00-tue:01:00'), true],
  ['over the end of the week', windows('00:00-01:00', 'Sun:23:30-Mon:00:30'), true],
  ['maintenance of several days', windows('03:00-04:00', 'Fri:22:00-Mon:02:00'), true],
  ['one after the other', windows('03:00-06:00', 'Mon:00:00-Mon:03:00'), false],
  ['one before the other', windows('03:00-06:00', 'Mon:06:00-Mon:07:00'), false],
  ['other hours', windows('03:00-06:00', 'Sun:23:30-Mon:00:30'), false],
  ['only one is written', 'backup_window = "03:00-06:00"', undefined],
  ['no window at all', windows('at night', 'Mon:04:00-Mon:05:00'), undefined],
  ['a day that is none', windows('03:00-06:00', 'Foo:04:00-Foo:05:00'), undefined],
  ['not known', 'backup_window = var.window\n  maintenance_window = "Mon:04:00-Mon:05:00"', '? var.window'],
])('windows that overlap: %s', async (_, written, expected) => {
  expect(await overlapOf(written)).toBe(expected);
});
