/** What a file may be by its name and, cheaply, its text. A loader that has parsed it decides. */

export type InputFormat =
  | 'terraform' // .tf, .tofu, .tf.json, .tofu.json: a part of the module that is its folder
  | 'variable-file' // .tfvars, .tfvars.json
  | 'template-candidate' // YAML or JSON of any kind
  | 'unsupported'; // infrastructure code that dr-lint does not read

/** In this order: the first that fits. */
const formatsByName: readonly (readonly [name: RegExp, format: InputFormat])[] = [
  [/\.(?:tf|tofu)(?:\.json)?$/u, 'terraform'],
  [/\.tfvars(?:\.json)?$/u, 'variable-file'],
  // https://terragrunt.gruntwork.io/docs/reference/hcl/
  [/^terragrunt\.(?:stack\.hcl|hcl\.json)$/u, 'unsupported'],
  [/\.(?:ya?ml|json|template)$/u, 'template-candidate'],
];

/** The format that a file's name (without its folder) speaks of; undefined for what dr-lint has nothing to do with. */
export function detectFormat(fileName: string): InputFormat | undefined {
  return formatsByName.find(([name]) => name.test(fileName))?.[1];
}

/** Whether it is worth the time to parse this text: templates have a key `Resources` and types with `::`. */
export function mayBeTemplate(text: string): boolean {
  return text.includes('::') && /(?:^|[\s{,"'])Resources["']?\s*:/u.test(text);
}
