/**
 * A plan as `terraform show -json` prints it: the planned resources, what is known of the configuration behind them, and
 * the values of the variables. A plan may have a hundred megabytes, so only an index of it is made here; values are read one by one.
 *
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
import type { Diagnostic } from '../../core/diagnostic.ts';
import { outcome, type Outcome } from '../../core/outcome.ts';
import type { SourceFile } from '../../core/source.ts';
import { JsonScan } from '../json-scan.ts';
import { readJsonAt } from '../json.ts';
import type { TemplateNode } from '../template-node.ts';
import {
  readModuleConfiguration,
  readProviderBlocks,
  type ModuleConfiguration,
  type PlannedProvider,
} from './plan-configuration.ts';
import { refusalOf, broken } from './plan-refusals.ts';
import { maximumModuleDepth, readChanges, readPlannedResources, type PlannedResource } from './plan-resources.ts';

export class PlanFile {
  readonly file: SourceFile;
  /** What there will be after the plan was applied, data sources that are read only then included. */
  readonly resources: readonly PlannedResource[];
  /** Data sources that were read for the plan. */
  readonly lookedUp: readonly PlannedResource[];
  /** The root module of the configuration; empty when the plan has none. */
  readonly configuration: ModuleConfiguration;
  /** By their keys: `aws.dr`, `module.network:aws`. */
  readonly providers: ReadonlyMap<string, PlannedProvider>;
  /** Variable of the root → where its value starts. */
  readonly variables: ReadonlyMap<string, number>;
  /** Why resources may be missing, as the end of a sentence; undefined when the plan is complete. */
  readonly incomplete: string | undefined;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #scan: JsonScan;
  readonly #expressions = new Map<number, TemplateNode | undefined>();

  constructor(file: SourceFile, sections: ReadonlyMap<string, number>, scan: JsonScan) {
    const changes = readChanges(scan, sections.get('resource_changes'));
    const configuration = membersOf(scan, sections.get('configuration'));
    const planned = membersOf(scan, sections.get('planned_values'));
    const prior = membersOf(scan, membersOf(scan, sections.get('prior_state')).get('values'));
    this.file = file;
    this.#scan = scan;
    let isWhole = true;
    const tooDeep = (): void => {
      isWhole = false;
    };
    this.resources = readPlannedResources(file, scan, { at: planned.get('root_module'), changes, tooDeep });
    this.lookedUp = readPlannedResources(file, scan, { at: prior.get('root_module'), changes, tooDeep }).filter(
      ({ mode }) => mode === 'data',
    );
    this.configuration = readModuleConfiguration(scan, configuration.get('root_module'));
    this.providers = readProviderBlocks(scan, configuration.get('provider_config'));
    this.variables = readVariables(scan, sections.get('variables'));
    this.incomplete = isWhole ? whyIncomplete(file.text, sections) : tooDeepModules;
  }

  /** What was wrong with the values that were read so far. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** The value that starts at an offset. */
  read(at: number | undefined): TemplateNode | undefined {
    if (at === undefined) return undefined;
    const { value, diagnostics } = readJsonAt(this.file, at);
    this.#diagnostics.push(...diagnostics);
    return value;
  }

  /** Where the entries of the object that starts at an offset have their values, without reading them. */
  membersAt(at: number | undefined): ReadonlyMap<string, number> {
    return membersOf(this.#scan, at);
  }

  /** The text that starts at an offset; undefined for everything else. */
  textAt(at: number | undefined): string | undefined {
    return at === undefined ? undefined : this.#scan.string(at);
  }

  /** A value that is remembered: all instances of a block share its expressions. */
  readExpressions(at: number | undefined): TemplateNode | undefined {
    if (at === undefined) return undefined;
    if (!this.#expressions.has(at)) this.#expressions.set(at, this.read(at));
    return this.#expressions.get(at);
  }
}

/** Undefined for what is no plan, or one that can't be read; then a diagnostic says what it is and what to do. */
export function loadPlan(file: SourceFile): Outcome<PlanFile | undefined> {
  const scan = new JsonScan(file.text);
  const sections = membersOf(scan, scan.spaceEnd(0));
  const refusal = refusalOf(file, sections, scan);
  if (refusal !== undefined) return outcome(undefined, [refusal]);
  const plan = new PlanFile(file, sections, scan);
  return scan.mistake === undefined ? outcome(plan) : outcome(undefined, [broken(file, scan.mistake)]);
}

/** The entries of an object, each with where its value starts; empty for what is no object. */
function membersOf(scan: JsonScan, at: number | undefined): ReadonlyMap<string, number> {
  const members = new Map<string, number>();
  if (at !== undefined) {
    scan.object(at, (key, valueAt) => {
      members.set(key, valueAt);
      return undefined;
    });
  }
  return members;
}

function readVariables(scan: JsonScan, at: number | undefined): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  if (at === undefined) return values;
  scan.object(at, (name, variableAt) =>
    scan.object(variableAt, (key, valueAt) => {
      if (key === 'value') values.set(name, valueAt);
      return undefined;
    }),
  );
  return values;
}

const tooDeepModules = `modules lie in each other more than ${maximumModuleDepth} levels deep`;

function whyIncomplete(text: string, sections: ReadonlyMap<string, number>): string | undefined {
  const says = (key: string, word: string): boolean => {
    const at = sections.get(key);
    return at !== undefined && text.startsWith(word, at);
  };
  if (says('errored', 'true')) return 'planning ended with an error';
  // Since Terraform 1.8; false with -target and with deferred changes.
  return says('complete', 'false') ? 'it was made for a part of the configuration, as with -target' : undefined;
}
