/**
 * The vocabulary of the mapping tables. A field stands for one property in AWS's own name and says what kind of value it
 * holds, under which name Terraform has it, and what holds when nothing is written.
 *
 * In CloudFormation the property stands under its own name, so only Terraform's is written. Terraform names are relative to
 * the block that the surrounding field reads, with dots through nested blocks (`point_in_time_recovery.enabled`).
 */
import type { Scalar, UnknownReason, Value } from '../core/value.ts';
import type { Truth } from '../core/truth.ts';

export type Fields = Readonly<Record<string, Field>>;

export type Field =
  | ScalarField
  | ChoiceField
  | ConvertedField
  | ObjectField
  | ObjectsField
  | NamedField
  | TextsField
  | PairsField
  | MapField
  | PolicyField
  | AttributesField
  | OwnRegionField;

/** The unit of a raw number, as AWS documents the property. */
export type Unit = 'days' | 'hours' | 'minutes' | 'seconds' | 'percent' | 'gibibytes';

/** One Terraform name, or several of which the first that is written counts. */
export type TerraformName = string | readonly string[];

/** Text, number or boolean; loose spellings (`"true"`, `"7"`) are read as what the property holds. */
export interface ScalarField extends Options {
  readonly kind: 'scalar';
  readonly type: 'text' | 'number' | 'boolean';
}

/** A value that Terraform spells otherwise: its value (as text) → AWS's. Values that are not listed stay. */
export interface ChoiceField extends Options {
  readonly kind: 'choice';
  readonly choices: ReadonlyMap<string, string | boolean>;
}

/** A value that Terraform writes in a form of its own, such as `24h` for a number of seconds. */
export interface ConvertedField extends Options {
  readonly kind: 'converted';
  readonly type: ScalarField['type'];
  /** What AWS has instead; undefined where the text has another form, and stays. */
  readonly convert: (written: string) => Scalar | undefined;
}

/** A nested object. With a Terraform name its members are read from that block, else from where the object stands. */
export interface ObjectField extends Schema {
  readonly kind: 'object';
  readonly members: Fields;
  readonly terraform: string | undefined;
  /** The members' defaults hold only in an object that is written; otherwise they make the object. */
  readonly whenWritten: boolean;
}

/** A list of objects: repeated blocks in Terraform. */
export interface ObjectsField extends Schema {
  readonly kind: 'objects';
  readonly members: Fields;
  readonly terraform: TerraformName | undefined;
  /** In Terraform there is at most one item, and its members are arguments of the block around. */
  readonly around: boolean;
}

/** A map of objects by their names in CloudFormation; repeated blocks in Terraform, one argument of which is the name. */
export interface NamedField extends Schema {
  readonly kind: 'named';
  readonly members: Fields;
  readonly terraform: string;
  readonly name: string;
}

/** A list of texts; a single text becomes a list of one. */
export interface TextsField extends Options {
  readonly kind: 'texts';
}

/** A list of two-key objects in CloudFormation, a map in Terraform. */
export interface PairsField extends Schema {
  readonly kind: 'pairs';
  readonly key: string;
  readonly value: string;
  readonly terraform: TerraformName | undefined;
}

/** A map of texts in both languages. */
export interface MapField extends Options {
  readonly kind: 'map';
  /** Terraform writes its entries as repeated blocks, with these arguments. */
  readonly blocks?: { readonly key: string; readonly value: string };
}

/** A JSON document such as a policy: an object in CloudFormation, mostly JSON text in Terraform. */
export interface PolicyField extends Options {
  readonly kind: 'policy';
}

/** A list of `{ Key, Value }` with fixed keys (`LoadBalancerAttributes`) whose values Terraform has as arguments. */
export interface AttributesField extends Schema {
  readonly kind: 'attributes';
  readonly keys: Readonly<Record<string, ScalarField>>;
}

/** The Region in which the resource that is read lies: its own `region` argument, else its provider's. */
export interface OwnRegionField extends Schema {
  readonly kind: 'own-region';
}

interface Schema {
  /** The type whose schema holds the property when it is not the table's own. */
  readonly of?: string;
  /** The schema of the members, where CloudFormation has them elsewhere, such as in a resource of their own. */
  readonly describedBy?: string;
}

interface Options extends Schema {
  readonly terraform?: TerraformName;
  readonly unit?: Unit;
  readonly absent?: Absent;
  /** The page that states the default, where it is not the type's own reference page. */
  readonly source?: string;
  /** The API reference of a fact that has no CloudFormation property (`SkipFinalSnapshot`), named as the API names it. */
  readonly api?: string;
}

/** What holds in each language when nothing is written; a language without entry has no default. */
export type Absent =
  { readonly both: DefaultRule } | { readonly terraform?: DefaultRule; readonly cloudFormation?: DefaultRule };

/** A default, or a question to the resource on whose other properties it depends. */
export type DefaultRule = Scalar | readonly string[] | SameAs | ((resource: Written) => Default | undefined);

export type Default = Scalar | readonly string[] | SameAs | DecidedElsewhere;

/** The value of another top-level property of the resource. */
export interface SameAs {
  readonly sameAs: string;
}

/** It has a value, but something that is not in the code decides it. */
export interface DecidedElsewhere {
  readonly decidedBy: UnknownReason;
}

/** What default rules may ask of the resource, by AWS's property names, whatever its language. */
export interface Written {
  /** The value written for a top-level property. */
  value(property: string): Value | undefined;
  /** Whether a top-level property is written; unknown where its presence is. */
  has(property: string): Truth;
  /** The same of an argument or block, by its name in the source. */
  hasArgument(name: string): Truth;
}

interface Naming {
  readonly terraform?: string;
}

interface ManyNaming extends Schema {
  readonly terraform?: TerraformName;
}

type ScalarMaker = (options?: Options) => ScalarField;

interface FieldMakers {
  readonly text: ScalarMaker;
  readonly integer: ScalarMaker;
  readonly boolean: ScalarMaker;
  readonly choice: (choices: Readonly<Record<string, string | boolean>>, options?: Options) => ChoiceField;
  readonly converted: (
    type: ScalarField['type'],
    convert: (written: string) => Scalar | undefined,
    options?: Options,
  ) => ConvertedField;
  readonly object: (members: Fields, options?: Naming & Schema) => ObjectField;
  readonly block: (members: Fields, options?: Naming & Schema) => ObjectField;
  readonly objects: (members: Fields, options?: ManyNaming) => ObjectsField;
  /** A list of one in Terraform, whose members are arguments of the block around. */
  readonly only: (members: Fields) => ObjectsField;
  readonly named: (members: Fields, options: { readonly terraform: string; readonly name: string }) => NamedField;
  readonly texts: (options?: Options) => TextsField;
  readonly pairs: (options?: ManyNaming & { readonly key?: string; readonly value?: string }) => PairsField;
  readonly map: (options?: Options & Pick<MapField, 'blocks'>) => MapField;
  readonly policy: (options?: Options) => PolicyField;
  readonly attributes: (keys: Readonly<Record<string, ScalarField>>) => AttributesField;
  readonly ownRegion: (options?: Schema) => OwnRegionField;
}

/** The words in which tables are written. */
export const field: FieldMakers = {
  text: (options = {}) => ({ kind: 'scalar', type: 'text', ...options }),
  integer: (options = {}) => ({ kind: 'scalar', type: 'number', ...options }),
  boolean: (options = {}) => ({ kind: 'scalar', type: 'boolean', ...options }),
  choice: (choices, options = {}) => ({ kind: 'choice', choices: new Map(Object.entries(choices)), ...options }),
  converted: (type, convert, options = {}) => ({ kind: 'converted', type, convert, ...options }),
  object: (members, { terraform, ...schema } = {}) => ({
    kind: 'object',
    members,
    terraform,
    whenWritten: false,
    ...schema,
  }),
  block: (members, { terraform, ...schema } = {}) => ({
    kind: 'object',
    members,
    terraform,
    whenWritten: true,
    ...schema,
  }),
  objects: (members, { terraform, ...schema } = {}) => ({
    kind: 'objects',
    members,
    terraform,
    around: false,
    ...schema,
  }),
  only: (members) => ({ kind: 'objects', members, terraform: undefined, around: true }),
  named: (members, options) => ({ kind: 'named', members, ...options }),
  texts: (options = {}) => ({ kind: 'texts', ...options }),
  pairs: ({ terraform, key = 'Key', value = 'Value', ...schema } = {}) => ({
    kind: 'pairs',
    key,
    value,
    terraform,
    ...schema,
  }),
  map: (options = {}) => ({ kind: 'map', ...options }),
  policy: (options = {}) => ({ kind: 'policy', ...options }),
  attributes: (keys) => ({ kind: 'attributes', keys }),
  ownRegion: (options = {}) => ({ kind: 'own-region', ...options }),
};
