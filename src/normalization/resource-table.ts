/** One AWS type as the mapping tables describe it: its properties, tags, satellites and parts in both languages. */
import type { MapValue, Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { DraftResource } from './draft-resource.ts';
import type { Fields, TerraformName } from './fields.ts';

export interface ResourceTable {
  /** AWS's type (`AWS::RDS::DBInstance`). Of several tables with one type the first one also reads CloudFormation. */
  readonly type: string;
  /** CloudFormation's other types that are read as this one. */
  readonly cloudFormation?: readonly string[];
  /** Terraform's types for it. */
  readonly terraform: readonly string[];
  readonly properties: Fields;
  readonly tags?: TagProperty;
  /** Resources that configure a part of this one: mostly Terraform's. */
  readonly satellites?: readonly Satellite[];
  readonly parts?: readonly PartRule[];
  /** Gives another shape to the attributes before they are read. */
  readonly prepare?: (declared: DeclaredResource) => MapValue;
  /** What a table of fields can't say; runs on the finished draft, before parts are cut. */
  readonly adjust?: (draft: DraftResource) => void;
}

export interface TagProperty {
  readonly property: string;
  /** `list` of `{ Key, Value }`, or `map`, in CloudFormation. */
  readonly form: 'list' | 'map';
  /** Terraform's argument: a map, or for Auto Scaling groups repeated blocks with `key` and `value`. */
  readonly terraform: TerraformName;
  /** The provider's `default_tags` are not added. */
  readonly withoutDefaults?: boolean;
}

export interface Satellite {
  readonly terraform: string;
  /** CloudFormation's types for the same, each with the property that says which resource it configures. */
  readonly cloudFormation?: readonly { readonly type: string; readonly joinBy: string }[];
  /** The argument that says which resource it configures: a reference to it, its name, or its ARN. */
  readonly joinBy: string;
  /** The attribute of the resource by which a new one names it (`id`), where one more block with what it sets is all that is needed. */
  readonly namedBy?: string;
  /** A further argument, which must not say otherwise than a property of the resource: names may be unique only within it. */
  readonly within?: {
    readonly argument: string;
    readonly property: string;
    /** What both mean when nothing is written. */
    readonly absent?: string;
  };
  /** The top-level properties it gives the resource, read from the satellite's arguments. */
  readonly properties: Fields;
  /** Only satellites with this value of an argument configure these properties. */
  readonly when?: { readonly argument: string; readonly equals: string };
  /** With `adds`: the items that one satellite stands for, each as the attributes of a satellite with that item alone. */
  readonly items?: (satellite: DeclaredResource) => readonly Value[];
  /** Each property describes one item, added to that list of the resource; otherwise the properties replace what is there. */
  readonly adds?: boolean;
  /** Resources of this name are meant wherever they lie: the name is unique, or the satellite spans Regions. */
  readonly acrossRegions?: boolean;
}

/** A list whose items have a life of their own. */
export interface PartRule {
  readonly type: string;
  /** Where the list stands: `/BackupPlan/BackupPlanRule`. */
  readonly at: string;
  /** The word in the part's label: `rule["daily"]`. */
  readonly label: string;
  /** The properties of an item that name it, joined by a space. */
  readonly name: readonly string[];
  /** Items that lie in the resource's own Region, by this property of theirs, are the resource itself. */
  readonly otherThanOwnRegion?: string;
}
