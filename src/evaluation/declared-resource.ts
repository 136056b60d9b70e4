/**
 * What evaluation of both languages ends in: one entry per instance of a declared block, its attributes evaluated and
 * named as the source language names them.
 */
import type { NodeId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { Truth } from '../core/truth.ts';
import type { MapValue, UnknownSymbol, Value } from '../core/value.ts';
import type { Language } from './deployment.ts';

export interface DeclaredResource {
  /**
   * `resource`: declared; `data`: looked up at deployment; `settings`: Terraform's settings of a root, or the template
   * itself; `unresolved`: a module call or nested template whose content could not be read, its attributes the inputs; or
   * whoever calls a library.
   */
  readonly kind: 'resource' | 'data' | 'settings' | 'unresolved';
  /** `deployment#address` */
  readonly id: NodeId;
  readonly deployment: string;
  readonly language: Language;
  /** Terraform's own address with instance keys (`[*]` where they are unknown), or `Stack/LogicalId`. */
  readonly address: string;
  /** The address without instance keys. */
  readonly anchor: string;
  /** `aws_db_instance`, `AWS::RDS::DBInstance`; `terraform` or `template` for settings; the module's source for `unresolved`. */
  readonly sourceType: string;
  /** `yes`; or unknown where the number of instances or the condition is not known. What does not exist is not listed. */
  readonly exists: Truth;
  /** Why existence is unknown. */
  readonly existsBecause: UnknownSymbol | undefined;
  /**
   * Arguments and nested blocks by their source names. Every occurrence of a Terraform block of one type is an item of a
   * list of maps, also when only one is allowed; null arguments leave no entry. CloudFormation: `Properties`, `NoValue` removed.
   */
  readonly attributes: MapValue;
  readonly lifecycle: Lifecycle;
  /** The Region that its provider or stack gives it, before anything else is considered. Absent: it cannot have one (no provider of a cloud). */
  readonly region: Value | undefined;
  /** The account, likewise: from `assume_role`, `allowed_account_ids`, or the stack. */
  readonly account: Value | undefined;
  /** The identity of the provider configuration or stack it belongs to: resources with the same scope share Region and account. */
  readonly scope: string;
  /** The registry module by whose model it is known; absent for what source that was read declares. */
  readonly modelOf?: string;
  /** Of what a CDK app wrote: the construct that it stands for. */
  readonly construct?: Construct;
  /** What it does for CDK itself: nobody asked for it, and nothing is lost with it. Absent for all else. */
  readonly helps?: string;
  /** Tags that its provider adds (`default_tags`). */
  readonly defaultTags: Value | undefined;
  /** The declaration's header: `resource "aws_db_instance" "main"`, or the logical id. */
  readonly header: SourceRange;
  /** The whole block. */
  readonly block: SourceRange;
  /** Module calls from the root inwards, the outermost first; empty in the root. */
  readonly calls: readonly ModuleCall[];
  /** Of a template itself. */
  readonly template?: TemplateSettings;
  /** The explicit dependencies and the references anywhere in the block. */
  readonly dependsOn: readonly NodeId[];
}

export interface TemplateSettings {
  /** The resources that each output names. */
  readonly outputs: ReadonlyMap<string, readonly NodeId[]>;
  readonly questions: readonly PlaceQuestion[];
  /** Files of parameters beside it, one for each Region that it is deployed to. */
  readonly filesByRegion: readonly string[];
}

/** What a condition compares, or a mapping by Region holds: `AWS::Region`, names of parameters, texts. */
export interface PlaceQuestion {
  readonly condition: string;
  readonly operands: readonly string[];
}

export interface Construct {
  /** `Shop/Orders/Resource`, from the app down. */
  readonly path: string;
  /** The line of the app that created it; undefined where no trace is kept, or where it leads out of the scanned tree. */
  createdAt(): SourceRange | undefined;
}

export interface ModuleCall {
  /** The call's header in the calling module. */
  readonly header: SourceRange;
  /** The whole call. */
  readonly block: SourceRange;
  /** The called module's folder lies inside the scanned tree and is not a download (`.terraform`). */
  readonly ours: boolean;
}

export interface Lifecycle {
  /** Terraform `prevent_destroy`. */
  readonly preventDestroy: Value | undefined;
  readonly createBeforeDestroy: Value | undefined;
  readonly ignoreChanges: readonly string[];
  /** CloudFormation's resource attributes. */
  readonly deletionPolicy: Value | undefined;
  readonly updateReplacePolicy: Value | undefined;
  /** CloudFormation `Metadata`. */
  readonly metadata: Value | undefined;
}

/** The address of what stands for whoever calls a library. */
export const callerOfLibrary = "the module's caller";

export const noLifecycle: Lifecycle = Object.freeze({
  preventDestroy: undefined,
  createBeforeDestroy: undefined,
  ignoreChanges: Object.freeze([]),
  deletionPolicy: undefined,
  updateReplacePolicy: undefined,
  metadata: undefined,
});
