/** Which module of a registry the source of a call means: by its name there, or by its repository and a tag. */

export interface RegistrySource {
  /** `terraform-aws-modules/rds/aws` */
  readonly module: string;
  /** The folder inside the module: `modules/db_instance`; empty for the module itself. */
  readonly path: string;
  /** The version that the source itself names, a tag or whatever else git takes; undefined for none. */
  readonly ref: string | undefined;
}

// https://developer.hashicorp.com/terraform/language/modules/sources#terraform-registry
const inRegistry =
  /^(?:registry\.(?:terraform\.io|opentofu\.org)\/)?(?<owner>[\w-]+)\/(?<name>[\w-]+)\/(?<provider>aws|null)(?:\/\/(?<path>[^?]*))?$/u;

// The registry takes modules from repositories of this name.
// https://developer.hashicorp.com/terraform/registry/modules/publish#requirements
// https://developer.hashicorp.com/terraform/language/modules/sources#github
const inRepository =
  /^(?:git::)?(?:(?:https|ssh|git):\/\/)?(?:[\w-]+@)?github\.com[/:](?<owner>[\w-]+)\/terraform-(?<provider>aws|null)-(?<name>[\w-]+?)(?:\.git)?(?:\/\/(?<path>[^?]*))?(?:\?(?<query>.*))?$/u;

/** Undefined for sources of any other kind. */
export function parseRegistrySource(source: string): RegistrySource | undefined {
  const groups = (inRegistry.exec(source) ?? inRepository.exec(source))?.groups;
  if (groups === undefined) return undefined;
  const { owner = '', name = '', provider = '', path = '', query = '' } = groups;
  const ref = new URLSearchParams(query).get('ref') ?? undefined;
  return { module: `${owner}/${name}/${provider}`, path: path.replace(/\/+$/u, ''), ref };
}
