/** What became of an input: told by every run, so that nothing goes unseen. */

export interface DiscoveredInput {
  /** A root or module by its folder, everything else by its file. */
  readonly path: string;
  readonly kind:
    | 'terraform-root'
    | 'terraform-module'
    | 'terraform-plan'
    | 'terragrunt-unit'
    | 'cloudformation-template'
    | 'cdk-assembly'
    | 'variable-file'
    | 'parameter-file'
    | 'other';
  readonly status: 'read' | 'skipped' | 'left-out' | 'unreadable';
  readonly reason?: string;
  /** Of a `samconfig.toml` with several environments: what each of them could deploy. */
  readonly environments?: { readonly template: string; readonly names: readonly string[] };
}

/** Why roots and templates under example folders are left out. */
export const exampleReason = 'under examples, test or tests; name it to lint it';
