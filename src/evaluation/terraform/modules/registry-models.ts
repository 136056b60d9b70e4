/**
 * Models of well-known registry modules: small modules of our own in Terraform's language that declare what the real one
 * does, as far as its inputs decide it. They stand in for modules that are not on disk.
 */
import { SourceFile } from '../../../core/source.ts';
import type { Block, Expression, HclFile } from '../../../loaders/hcl/ast.ts';
import { parseHcl } from '../../../loaders/hcl/parse-hcl.ts';
import { moduleOf } from '../../../loaders/terraform/configuration.ts';
import { attributeNamed, type TerraformModule } from '../../../loaders/terraform/terraform-module.ts';
import { compareRanges, overlap, parseConstraint, type VersionRange } from './module-versions.ts';
import { registryModelTexts } from './registry-models.generated.ts';
import { parseRegistrySource } from './registry-source.ts';

/** A model as it is compiled in. */
export interface RegistryModelText {
  /** `terraform-aws-modules/rds/aws`, submodules behind `//`. */
  readonly source: string;
  /** A version constraint: the releases that it describes. */
  readonly versions: string;
  /** The versions of a model of the same source: this one is what it becomes when `text` overrides it, as an override file does. */
  readonly differsFrom?: string;
  readonly text: string;
}

export interface RegistryModel {
  readonly source: string;
  readonly versions: VersionRange;
  readonly module: TerraformModule;
  /** The names of all inputs of the module, also of those that decide nothing here. */
  readonly inputs: ReadonlySet<string>;
}

/**
 * The model of what a source in a registry or on GitHub means, the newest of those that the version allows.
 *
 * @param version the constraint of the call
 */
export function findModel(source: string, version: string | undefined): RegistryModel | undefined {
  const parsed = parseRegistrySource(source);
  if (parsed === undefined) return undefined;
  const constraint = parsed.ref ?? version;
  const range = constraint === undefined ? undefined : parseConstraint(constraint);
  if (constraint !== undefined && range === undefined) return undefined;
  return newest(parsed.path === '' ? parsed.module : `${parsed.module}//${parsed.path}`, range);
}

/** The model of what a model calls: a folder inside the module that it describes. */
export function findModelInside(outer: RegistryModel, source: string): RegistryModel | undefined {
  return newest(sourceInside(outer, source), outer.versions);
}

/** `terraform-aws-modules/rds/aws//modules/db_instance` for `./modules/db_instance`; other modules by their own source. */
export function sourceInside(outer: RegistryModel, source: string): string {
  return source.startsWith('./') ? `${outer.source}//${source.slice('./'.length)}` : source;
}

function newest(source: string, versions: VersionRange | undefined): RegistryModel | undefined {
  const fitting = modelsOf(source).filter((each) => versions === undefined || overlap(each.versions, versions));
  const [first] = fitting.toSorted((left, right) => compareRanges(right.versions, left.versions));
  return first?.model();
}

/** Whether this is the text of a model, which is no file of the scan. */
export function isModelFile(file: SourceFile): boolean {
  return modelFiles.has(file);
}

const modelFiles = new WeakSet<SourceFile>();

interface Offer {
  readonly versions: VersionRange;
  /** Parsed when it is first needed. */
  readonly model: () => RegistryModel;
}

const offers = new Map<string, readonly Offer[]>();

function modelsOf(source: string): readonly Offer[] {
  const known = offers.get(source) ?? registryModelTexts.filter((each) => each.source === source).map(offerOf);
  offers.set(source, known);
  return known;
}

function offerOf(text: RegistryModelText): Offer {
  const range = parseConstraint(text.versions) ?? { from: undefined, below: undefined };
  let model: RegistryModel | undefined;
  return { versions: range, model: () => (model ??= readModel(text, range)) };
}

function readModel({ source, differsFrom, text }: RegistryModelText, versions: VersionRange): RegistryModel {
  const path = `model of ${source}`;
  const overridden = registryModelTexts.find((each) => each.source === source && each.versions === differsFrom);
  const own = parseModel(overridden === undefined ? path : `${path}_override.tf`, text);
  const module = moduleOf(source, overridden === undefined ? [own] : [parseModel(path, overridden.text), own], false);
  const description = own.body.blocks.find(({ type }) => type === 'model');
  return { source, versions, module, inputs: new Set([...module.variables.keys(), ...withoutEffect(description)]) };
}

function parseModel(path: string, text: string): HclFile {
  const file = new SourceFile(path, text);
  modelFiles.add(file);
  return parseHcl(file).value;
}

/** The inputs that the model lists because they decide nothing that is judged. */
function withoutEffect(description: Block | undefined): readonly string[] {
  const listed = description === undefined ? undefined : attributeNamed(description.body, 'without_effect')?.value;
  return listed?.kind === 'tuple' ? listed.items.flatMap((item) => literalText(item)) : [];
}

function literalText(expression: Expression): readonly string[] {
  const part = expression.kind === 'template' ? expression.parts[0] : undefined;
  return part?.kind === 'text' ? [part.text] : [];
}
