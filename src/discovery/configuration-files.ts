/** Which files of a folder Terraform and OpenTofu read as the module that is the folder, by their names alone. */

// https://developer.hashicorp.com/terraform/language/files
// https://opentofu.org/docs/language/files/
const configurationName = /^(?<base>.+?)\.(?<tool>tf|tofu)(?<json>\.json)?$/u;

/** Tests (`.tftest.hcl`, `.tofutest.json`) are none. */
export function isConfigurationFile(name: string): boolean {
  return configurationName.test(name) && !isHidden(name);
}

export function isJsonConfiguration(name: string): boolean {
  return name.endsWith('.json');
}

/**
 * The names of the files that are read, in the order in which they count: override files come last, and a file of
 * OpenTofu's own hides the one of Terraform with the same name.
 */
export function configurationFiles(names: readonly string[]): readonly string[] {
  const known = new Set(names);
  const read = names.filter((name) => isConfigurationFile(name) && !known.has(openTofuNameOf(name))).toSorted();
  return [...read.filter((name) => !isOverrideFile(name)), ...read.filter((name) => isOverrideFile(name))];
}

// https://developer.hashicorp.com/terraform/language/files/override
export function isOverrideFile(name: string): boolean {
  const base = configurationName.exec(name)?.groups?.['base'];
  return base === 'override' || base?.endsWith('_override') === true;
}

/** Files that editors leave behind begin with a dot or a hash. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('#');
}

/** `main.tofu` for `main.tf`; empty for what has no such counterpart. */
function openTofuNameOf(name: string): string {
  const { base = '', tool, json = '' } = configurationName.exec(name)?.groups ?? {};
  return tool === 'tf' ? `${base}.tofu${json}` : '';
}
