/** What every part of the evaluation of one template shares: its sections, what was found out so far, its bounds and its troubles. */
import type { Diagnostic, DiagnosticCode } from '../../core/diagnostic.ts';
import { type NodeId, nodeId, type Region } from '../../core/ids.ts';
import { type SourceRange, textOf } from '../../core/source.ts';
import { didYouMean } from '../../core/suggest.ts';
import type { Truth } from '../../core/truth.ts';
import {
  type ListValue,
  type MapValue,
  type Marks,
  noMarks,
  type UnknownReason,
  type UnknownSymbol,
  type UnknownValue,
  type Value,
} from '../../core/value.ts';
import type { MappingNode, TemplateFile, TemplateNode } from '../../loaders/template-node.ts';
import type { ModuleCall } from '../declared-resource.ts';
import type { Deployment } from '../deployment.ts';
import type { CreatedAt } from './cdk/construct.ts';
import type { SharedValues } from './cdk/shared-values.ts';

/** A resource as declared, after loops were expanded. */
export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly header: SourceRange;
  readonly node: MappingNode;
  /** It stands for the content of another file or of a registered module, named by its type. */
  readonly isModule: boolean;
  /** Why it is not known whether, and how often, it exists: it stands in a loop over unknown items. */
  readonly repeatedBy: UnknownValue | undefined;
}

export interface ConditionResult {
  readonly truth: Truth;
  /** Why, where the truth is unknown. */
  readonly because: UnknownReason | undefined;
  readonly marks: Marks;
}

/** A value; undefined where `AWS::NoValue` leaves nothing. */
export type Evaluate = (node: TemplateNode, scope: Scope) => Value | undefined;
export type Decide = (condition: TemplateNode, scope: Scope) => ConditionResult;

/** An instance of a stack set: a stack in a Region and an account of its own. */
export interface InstancePlace {
  /** What its addresses start with: `Baseline["eu-west-1"]/`. */
  readonly prefix: string;
  readonly region: Region;
  /** Undefined where it isn't known. */
  readonly account: Value | undefined;
}

/** Where the template stands in its deployment: at the top, or as the stack that a resource of another template nests. */
export interface StackPlace {
  /** What its addresses start with: empty, or `Network/`. */
  readonly prefix: string;
  /** The resources that nest it, the outermost first. */
  readonly calls: readonly ModuleCall[];
  /** The templates that it stands in, the outermost first, and its own. */
  readonly paths: readonly string[];
  /** The instance of a stack set that it belongs to. */
  readonly instance?: InstancePlace | undefined;
  /** Whether the stack exists. */
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
}

/** A template that another one nests, opened with what it is given. */
export interface NestedStack {
  readonly scope: Scope;
  readonly template: TemplateFile;
  /** The outputs that were asked for. */
  readonly outputs: Map<string, Value | undefined>;
}

export interface NestedStacks {
  /** Undefined where what the resource nests could not be read. */
  open(resource: TemplateResource, scope: Scope): NestedStack | undefined;
  /** The instances of a stack set; undefined where its template could not be read, or it isn't known where they are. */
  openSet(resource: TemplateResource, scope: Scope): readonly NestedStack[] | undefined;
  /** `Outputs.Name` of a nested stack, as seen from `range`; undefined where it could not be read. */
  output(resource: TemplateResource, name: string, range: SourceRange, scope: Scope): Value | undefined;
}

/** An output of a stack by the names of both; without a Region, beside the one that asks. */
export interface SoughtOutput {
  readonly stackName: string;
  readonly outputName: string;
  readonly region: string | undefined;
}

/** The other stacks of a run, as one of them sees them. */
export interface OtherStacks {
  /** What one of them exports under this name; undefined where it isn't certain which does. */
  imported(name: string, scope: Scope): Value | undefined;
  output(sought: SoughtOutput, scope: Scope): Value | undefined;
  /** What would make an import known; empty where nothing in the run could. */
  cureFor(name: string): string;
}

interface Sections {
  readonly deployment: Deployment;
  readonly others: OtherStacks | undefined;
  readonly place: StackPlace;
  readonly nested: NestedStacks;
  /** Of the stack of a CDK app: where it created what. */
  readonly createdAt: CreatedAt | undefined;
  /** Of the stack of a CDK app: what other stacks of the app give it. */
  readonly sharedValues?: SharedValues | undefined;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly pseudoParameters: ReadonlyMap<string, Value>;
  /** Of the stack, which every resource is given. */
  readonly tags: MapValue | undefined;
  readonly mappings: TemplateNode | undefined;
  /** A macro or an include rewrites the text before CloudFormation reads it, so what looks like a mistake may be none. */
  readonly isTransformed: boolean;
  readonly evaluate: Evaluate;
  readonly decide: Decide;
}

export function undecided(because: UnknownReason, marks: Marks = noMarks): ConditionResult {
  return { truth: 'unknown', because, marks };
}

/** A diagnostic of one place. */
export interface Trouble {
  readonly code: DiagnosticCode;
  readonly level: Diagnostic['level'];
  readonly message: string;
  readonly help: string;
  readonly range: SourceRange;
}

/** Steps of work for one template: nodes visited and copied, and text made. The largest real templates at hand need some 10,000. */
const maximumWork = 1_000_000;

/** How many names are compared with wrong ones, to suggest what was meant. */
const maximumComparisons = 100_000;

/** As much text as costs what one node costs. */
const charactersPerStep = 16;

/** How much of a faulty expression is named as the cause of an unknown. */
const longestSubject = 60;

/** How deep evaluations may nest: the depth of the text, plus chains of conditions and of resources that name each other. */
const maximumNesting = 400;

export class Scope {
  readonly deployment: Deployment;
  readonly others: OtherStacks | undefined;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly pseudoParameters: ReadonlyMap<string, Value>;
  readonly tags: MapValue | undefined;
  readonly mappings: TemplateNode | undefined;
  readonly isTransformed: boolean;
  readonly diagnostics: Diagnostic[] = [];

  readonly conditions: Map<string, TemplateNode> = new Map();
  readonly conditionResults: Map<string, ConditionResult> = new Map();
  readonly openConditions: Set<string> = new Set();

  readonly resources: Map<string, TemplateResource> = new Map();
  /** The logical ids of the serverless resources, with which those of what SAM makes of them begin. */
  readonly serverlessIds: Set<string> = new Set();
  /** What a template calls the resources that SAM makes (`Api.Stage`), and their logical ids. */
  readonly generatedNames: Map<string, string> = new Map();
  /** The literal names of resources; undefined where the name isn't literal. */
  readonly resourceNames: Map<string, Value | undefined> = new Map();
  /** The resources that were referred to since the set was last emptied. */
  readonly referenced: Set<NodeId> = new Set();
  /** Identifiers of loops whose items are unknown. */
  readonly loopVariables: Map<string, UnknownValue> = new Map();

  readonly place: StackPlace;
  readonly nested: NestedStacks;
  readonly createdAt: CreatedAt | undefined;
  readonly sharedValues: SharedValues | undefined;
  /** The stacks that were opened, by the logical id of what nests them. */
  readonly opened: Map<string, NestedStack | undefined> = new Map();
  /** The logical ids of the stack sets whose instances were opened. */
  readonly openedSets: Set<string> = new Set();

  readonly #evaluate: Evaluate;
  readonly #decide: Decide;
  readonly #reported = new Set<string>();
  #workLeft = maximumWork;
  #comparisonsLeft = maximumComparisons;
  #nesting = 0;
  #faults = 0;

  constructor(sections: Sections) {
    this.deployment = sections.deployment;
    this.parameters = sections.parameters;
    this.pseudoParameters = sections.pseudoParameters;
    this.tags = sections.tags;
    this.mappings = sections.mappings;
    this.isTransformed = sections.isTransformed;
    this.place = sections.place;
    this.nested = sections.nested;
    this.others = sections.others;
    this.createdAt = sections.createdAt;
    this.sharedValues = sections.sharedValues;
    this.#evaluate = sections.evaluate;
    this.#decide = sections.decide;
  }

  evaluate(node: TemplateNode): Value | undefined {
    if (!this.#enter()) return this.overLimit(node.range);
    const value = this.#evaluate(node, this);
    this.#nesting -= 1;
    return value;
  }

  /** The truth of a condition's expression. */
  decide(condition: TemplateNode): ConditionResult {
    if (!this.#enter()) return undecided(this.overLimit(condition.range).symbol.reason);
    const result = this.#decide(condition, this);
    this.#nesting -= 1;
    return result;
  }

  #enter(): boolean {
    if (!this.spend(1) || this.#nesting >= maximumNesting) return false;
    this.#nesting += 1;
    return true;
  }

  /** Takes steps of work; false when the template has used up what it may use. */
  spend(steps: number): boolean {
    this.#workLeft -= steps;
    return this.#workLeft > 0;
  }

  /** Whether the list surely has as many items as it shows. */
  hasKnownLength(value: ListValue): boolean {
    this.spend(value.items.length);
    return !value.items.some((item) => item.kind === 'unknown' && item.symbol.perhapsAbsent === true);
  }

  /** Takes the steps that it costs to make or search so much text. */
  spendOnText(length: number): boolean {
    return this.spend(Math.ceil(length / charactersPerStep));
  }

  /** The key of a symbol that belongs to this stack. */
  key(name: string): string {
    return `${this.deployment.id}#${this.place.prefix}${name}`;
  }

  /** What shares Region and account with the resources of this stack: all of the deployment, or of an instance of a stack set. */
  get surroundings(): string {
    const { instance } = this.place;
    return instance === undefined ? this.deployment.id : `${this.deployment.id}#${instance.prefix}`;
  }

  /** The node of a resource of this stack. */
  idOf(logicalId: string): NodeId {
    return nodeId(this.deployment.id, this.place.prefix + logicalId);
  }

  /** The value of something that CloudFormation would refuse, with the diagnostic that says so. No two are equal. */
  fault(range: SourceRange, message: string, help: string): UnknownValue {
    const subject = textOf(range).replaceAll(/\s+/gu, ' ').slice(0, longestSubject);
    if (this.isTransformed) return this.#unknownAt(range, { code: 'unsupported', subject, cure: '' });
    this.report({ code: 'input/syntax', level: 'warning', message, help, range });
    return this.#unknownAt(range, { code: 'invalid', subject, cure: help });
  }

  /** ` Did you mean "x"?`, as long as there is time for it. */
  suggestion(name: string, allowed: readonly string[]): string {
    this.#comparisonsLeft -= allowed.length;
    return name.length <= longestSubject && this.#comparisonsLeft > 0 ? didYouMean(name, allowed) : '';
  }

  overLimit(range: SourceRange): UnknownValue {
    const message =
      'Evaluating this template takes more steps than dr-lint allows; from here on its values are unknown.';
    if (!this.#reported.has('limit')) {
      this.#reported.add('limit');
      this.report({ code: 'input/limit', level: 'warning', message, help: 'Split the template.', range });
    }
    return this.#unknownAt(range, { code: 'limit', subject: 'a template that is too large', cure: '' });
  }

  /** Each trouble is told once per place, however often the place is evaluated. */
  report(trouble: Trouble): void {
    const identity = `${trouble.range.file.path}:${trouble.range.start}:${trouble.message}`;
    if (this.#reported.has(identity)) return;
    this.#reported.add(identity);
    this.diagnostics.push({ ...trouble, path: trouble.range.file.path });
  }

  #unknownAt(range: SourceRange, reason: UnknownReason): UnknownValue {
    this.#faults += 1;
    const symbol = { key: this.key(`${reason.code} ${this.#faults}`), reason };
    return { kind: 'unknown', symbol, range, decidedAt: undefined, marks: noMarks };
  }
}
