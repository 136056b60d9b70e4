/** Expressions evaluated in a root that has a few files, and names to refer to. */
import type { Value } from '../../src/core/value.ts';
import { evaluateFiles, plainValue } from './terraform.ts';

/** Path → text, relative to the root. */
export const rootFiles: Readonly<Record<string, string>> = {
  'policy.json': '{}',
  'schedules/daily.json': '[]',
  'schedules/weekly.json': '[]',
  'schedules/deep/monthly.txt': 'x',
  'schedules/plan.tftpl': 'at %{ for hour in hours }${hour};%{ endfor }${region}',
  'schedules/nested.tftpl': '${templatefile("schedules/plan.tftpl", {})}',
  'schedules/broken.tftpl': '${',
  'schedules/number.tftpl': '${n}',
};

export const rootLocals: string = 'locals {\n  greeting = "hello $${name}"\n  broken   = "$${"\n}\n';

/** What is not known before deployment: any value, and an attribute that only AWS can tell. */
const openNames = 'variable "unknown" {}\nvariable "other" {}\nresource "aws_vpc" "main" {}\n';

/** The value of an expression; undefined for null, which leaves no attribute. */
export function valueOf(expression: string): Value | undefined {
  const files = Object.fromEntries(Object.entries(rootFiles).map(([path, text]) => [`infra/${path}`, text]));
  const probe = `resource "null_resource" "probe" {\n  triggers = { value = ${expression} }\n}\n`;
  const root = evaluateFiles({ ...files, 'infra/main.tf': rootLocals + openNames + probe });
  const triggers = root.value('null_resource.probe', 'triggers');
  return triggers?.kind === 'map' ? triggers.entries.get('value') : triggers;
}

/** The same as plain data: `{ $unknown }`, `{ $template }`, `{ $invalid }` and so on for what is not simply known. */
export function plainValueOf(expression: string): unknown {
  return plainValue(valueOf(expression));
}
