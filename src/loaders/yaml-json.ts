/** YAML or JSON text to one tree with ranges. What could be read is returned also when the file is broken, with one diagnostic that says where. */
import type { Outcome } from '../core/outcome.ts';
import type { SourceFile } from '../core/source.ts';
import { readJson } from './json.ts';
import type { TemplateFile } from './template-node.ts';
import { readYaml } from './yaml.ts';

/** The name of the mapping entry that a YAML tag such as `!Sub` abbreviates; undefined for a tag that abbreviates nothing. */
export type LongForm = (tag: string) => string | undefined;

/**
 * A text that starts like JSON is read as JSON, which is faster and stricter. Only where the name doesn't promise JSON,
 * it may be YAML in braces.
 */
export function readYamlOrJson(file: SourceFile, longFormOf: LongForm): Outcome<TemplateFile> {
  if (!/^\s*[{[]/u.test(file.text)) return readYaml(file, longFormOf);
  const asJson = readJson(file);
  if (asJson.diagnostics.length === 0 || file.path.toLowerCase().endsWith('.json')) return asJson;
  const asYaml = readYaml(file, longFormOf);
  return asYaml.diagnostics.length === 0 ? asYaml : asJson;
}
