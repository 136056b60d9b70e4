/** What a quick look at one configuration file tells, whatever its syntax. */

export interface ModuleScan {
  /** The sources of module calls that are paths, as written: `./network`, `../modules/database`. */
  readonly localSources: readonly string[];
  /** It says where its state is kept (`backend`, `cloud`), which Terraform reads from roots only. */
  readonly keepsState: boolean;
  readonly configuresProvider: boolean;
}

/** https://developer.hashicorp.com/terraform/language/modules/sources#local-paths */
export function isLocalSource(source: string): boolean {
  return source.startsWith('./') || source.startsWith('../');
}
