/** One template or root module with its inputs, Region and role: what is deployed as a unit. */
import type { StatedWorkspace } from '../config/config.ts';
import type { Region } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { CdkStack } from './cdk-stack.ts';

export type Language = 'terraform' | 'cloudformation';

export interface Deployment {
  /** The path; `@name` is added only where one path is deployed more than once. */
  readonly id: string;
  readonly language: Language;
  /** Folder of the root module, or file of the template or of a plan without its root; relative to the working directory. */
  readonly path: string;
  /** The plan that knows its values: the output of `terraform show -json`. */
  readonly plan?: string;
  /** The `terragrunt.hcl` that runs it; `path` is then the folder of this unit, wherever the module lies. */
  readonly terragrunt?: string;
  /** The stack of a CDK app that its template was synthesized for. */
  readonly cdk?: CdkStack;
  /** Variable files or parameter files given for it, beside those that Terraform loads by itself. */
  readonly inputFiles: readonly string[];
  /** Stated by the configuration, the command line, or a CDK app. */
  readonly region: Region | undefined;
  readonly role: 'primary' | 'recovery' | undefined;
  /** Files of parameters for several Regions that lie beside its template; the Region isn't stated then. */
  readonly parametersByRegion?: ReadonlyMap<Region, string>;
  /** Terraform's workspace, as far as anything states it. */
  readonly workspace?: StatedWorkspace;
  /** The name of the stack, where it is stated; `AWS::StackName`. */
  readonly stackName?: string;
  /** Where the configuration states it, as `file:line`; for related places. */
  readonly statedBy?: string;
  /** The entry of the configuration that states it. */
  readonly statedAt?: SourceRange;
  /** A module that nothing in the scan calls and that configures neither provider nor state: written to be called from elsewhere. */
  readonly library?: boolean;
  /** A library that only other libraries call: judged by itself unless one of them makes an instance of it. */
  readonly calledByLibraries?: boolean;
}
