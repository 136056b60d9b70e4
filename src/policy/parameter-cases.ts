/**
 * On which parameters of its template a verdict depends: every parameter that could matter is given its other values, one at
 * a time, and the verdicts that failed or could not be decided are judged again. It changes what they say, never what they are.
 */
import { addTo, appendTo } from '../core/append-to.ts';
import { printText } from '../core/print.ts';
import type { NodeId } from '../core/ids.ts';
import type { Deployment } from '../discovery/deployment.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { WhatIf } from '../evaluation/evaluate-stack.ts';
import { withUnchanged } from '../evaluation/with-unchanged.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { ownResource, Surroundings } from './surroundings.ts';
import { type Verdict, verdictKey } from './verdict.ts';

type Choice = WhatIf['choices'][number];

export interface ParameterCasesInput {
  readonly graph: ResourceGraph;
  readonly verdicts: readonly Verdict[];
  readonly deployments: readonly Deployment[];
  /** What each deployment declares, by its id. */
  readonly declared: ReadonlyMap<string, readonly DeclaredResource[]>;
  whatIf(deployment: Deployment): WhatIf | undefined;
  /** These verdicts, had the deployments declared these resources, and the graph of those. */
  judgeAgain(resources: readonly DeclaredResource[], asked: readonly Verdict[]): JudgedAgain;
}

export interface JudgedAgain {
  readonly graph: ResourceGraph;
  readonly verdicts: readonly Verdict[];
}

/** For each resource of a stack so many are judged again at most, and for each stack: the cost of a run grows with its size only. */
const againForResource = 20;
const againForStack = 2_000;
/** Before so many values are tried, it is asked what fails while none is known. */
const manyAlternatives = 3;
/** Parameters that one verdict names. */
const namedParameters = 3;

/** The verdicts, those that depend on a parameter saying so in their message. */
export function withParameterCases(input: ParameterCasesInput): readonly Verdict[] {
  const open = openVerdicts(input);
  if (open.size === 0) return input.verdicts;
  const related = relatedDeployments(input.graph);
  const sentences = new Map<Verdict, string[]>();
  for (const deployment of input.deployments) {
    const { id } = deployment;
    const verdicts = open.get(id);
    const whatIf = verdicts === undefined ? undefined : input.whatIf(deployment);
    if (verdicts === undefined || whatIf === undefined) continue;
    const stack = new Stack({ id, verdicts, whatIf, related: related.get(id) ?? new Set() }, input);
    for (const [verdict, sentence] of stack.sentences()) appendTo(sentences, verdict, sentence);
  }
  return input.verdicts.map((verdict) => told(verdict, sentences.get(verdict)));
}

/** Failures and what could not be decided, of what templates declare, by deployment. */
function openVerdicts({ verdicts, graph, deployments }: ParameterCasesInput): ReadonlyMap<string, readonly Verdict[]> {
  const open = new Map<string, Verdict[]>();
  for (const { id, language } of deployments) if (language === 'cloudformation') open.set(id, []);
  for (const verdict of verdicts) {
    if (verdict.level === 'off' || (verdict.verdict !== 'fail' && verdict.verdict !== 'unknown')) continue;
    open.get(graph.node(verdict.node)?.deployment ?? '')?.push(verdict);
  }
  for (const [id, { length }] of open) if (length === 0) open.delete(id);
  return open;
}

/** Deployment → those that a relation joins it to. */
function relatedDeployments(graph: ResourceGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const related = new Map<string, Set<string>>();
  for (const { from, to } of graph.relations) {
    const [one, other] = [graph.node(from)?.deployment, graph.node(to)?.deployment];
    if (one === undefined || other === undefined || one === other) continue;
    addTo(related, one, other);
    addTo(related, other, one);
  }
  return related;
}

/** Key of a verdict → what it is; a node that does not exist has no verdict. */
type Outcome = ReadonlyMap<string, Verdict['verdict']>;
/** Value → what the verdicts are then. */
type Outcomes = ReadonlyMap<string, Outcome>;

/** What a verdict says of a parameter. */
type Sentence = readonly [Verdict, string];

interface StackInput {
  /** Of its deployment. */
  readonly id: string;
  readonly verdicts: readonly Verdict[];
  readonly whatIf: WhatIf;
  /** The deployments that it is related to. */
  readonly related: ReadonlySet<string>;
}

/** What is judged together; undefined: whatever the stack and those that it is related to declare. */
type Extent = ReadonlySet<NodeId> | undefined;

/** One stack, of which what a parameter changes is judged again, with what that may matter to and depend on in any deployment. */
class Stack {
  readonly #stack: StackInput;
  readonly #input: ParameterCasesInput;
  /** Of the stack itself. */
  readonly #own: readonly DeclaredResource[];
  /** Of the deployments that it is related to. */
  readonly #others: readonly DeclaredResource[];
  readonly #surroundings: Surroundings;
  /** Those that fail with some values at most. */
  readonly #verdicts: readonly Verdict[];
  #left: number;

  constructor(stack: StackInput, input: ParameterCasesInput) {
    const { id, whatIf, related } = stack;
    this.#stack = stack;
    this.#input = input;
    this.#own = input.declared.get(id) ?? [];
    this.#others = [...related].flatMap((other) => input.declared.get(other) ?? []);
    this.#left = againForStack + againForResource * this.#own.length;
    const names = whatIf.choices.map(({ name }) => name);
    const undecided = [
      ...withUnchanged(
        this.#own,
        whatIf.evaluateUndecided(names, () => true),
      ),
      ...this.#others,
    ];
    const { graph, verdicts } = input.judgeAgain(undecided, stack.verdicts);
    this.#surroundings = new Surroundings(undecided, graph);
    this.#verdicts = withoutSure(stack.verdicts, outcomeOf(verdicts));
  }

  /** Parameters of few values are tried first, and told of in the order of the template. */
  sentences(): readonly Sentence[] {
    const { choices } = this.#stack.whatIf;
    const byChoice = new Map<Choice, readonly Sentence[]>();
    const inOrder = choices.toSorted((one, other) => one.alternatives.length - other.alternatives.length);
    for (const choice of inOrder) byChoice.set(choice, this.#sentencesOn(choice));
    return choices.flatMap((choice) => byChoice.get(choice) ?? []);
  }

  #sentencesOn(choice: Choice): readonly Sentence[] {
    const { extent, concerned } = this.#concernedBy(choice);
    const open =
      choice.alternatives.length < manyAlternatives ? concerned : this.#openWithout(choice, extent, concerned);
    const alike = this.#judgedAlike(extent, open);
    // What depends on more than that (the Region of the whole stack) is judged with all of it.
    const others = extent === undefined ? [] : open.filter((verdict) => !alike.includes(verdict));
    return [
      ...this.#sentencesIn(extent, choice, alike),
      ...this.#sentencesIn(undefined, choice, this.#judgedAlike(undefined, others)),
    ];
  }

  /** Those that do not fail with each value of the parameter, as far as that is found out before its values are tried. */
  #openWithout({ name, alternatives }: Choice, extent: Extent, verdicts: readonly Verdict[]): readonly Verdict[] {
    const mayBeSure = verdicts.some(({ verdict }) => verdict === 'fail');
    if (alternatives.length < manyAlternatives || !mayBeSure) return verdicts;
    const undecided = this.#stack.whatIf.evaluateUndecided([name], this.#isAsked(extent));
    return withoutSure(verdicts, this.#judge(extent, withUnchanged(this.#own, undecided), verdicts));
  }

  #isAsked(extent: Extent): (logicalId: string) => boolean {
    const { id } = this.#stack;
    return (logicalId) => extent?.has(ownResource({ deployment: id, anchor: logicalId })) !== false;
  }

  /** The verdicts that may change with a parameter, and all that they may depend on. */
  #concernedBy({ mentionedBy }: Choice): { readonly extent: Extent; readonly concerned: readonly Verdict[] } {
    const verdicts = this.#verdicts;
    const changed = [...mentionedBy].map((anchor) => ownResource({ deployment: this.#stack.id, anchor }));
    // What a loop makes has names that the template does not spell.
    const isUnknown = changed.some((resource) => !this.#surroundings.has(resource));
    if (isUnknown) return { extent: undefined, concerned: verdicts };
    const extent = new Set([...this.#surroundings.everywhere, ...changed]);
    const concerned = verdicts.filter(({ node: nodeId }) => {
      const node = this.#input.graph.node(nodeId);
      const around = node === undefined ? undefined : this.#surroundings.around(ownResource(node));
      const isConcerned = around !== undefined && changed.some((resource) => around.has(resource));
      if (isConcerned) for (const each of around) extent.add(each);
      return isConcerned;
    });
    return { extent, concerned };
  }

  /** The verdicts that are the same where nothing else is judged. */
  #judgedAlike(extent: Extent, verdicts: readonly Verdict[]): readonly Verdict[] {
    if (verdicts.length === 0 || this.#left < 0) return [];
    const alone = this.#judge(extent, this.#own, verdicts);
    return verdicts.filter((verdict) => alone.get(verdictKey(verdict)) === verdict.verdict);
  }

  #sentencesIn(extent: Extent, choice: Choice, verdicts: readonly Verdict[]): readonly Sentence[] {
    const outcomes = this.#outcomesOf(choice, extent, verdicts);
    return verdicts.flatMap((verdict) => {
      const sentence = sentenceFor(verdict, choice, outcomes);
      return sentence === undefined ? [] : [[verdict, sentence] as const];
    });
  }

  #outcomesOf({ name, alternatives }: Choice, extent: Extent, verdicts: readonly Verdict[]): Outcomes {
    const outcomes = new Map<string, Outcome>();
    if (verdicts.length === 0) return outcomes;
    const isAsked = this.#isAsked(extent);
    for (const value of alternatives) {
      if (this.#left < 0) break;
      const now = this.#stack.whatIf.evaluateWith(name, value, isAsked);
      if (now !== undefined) outcomes.set(value, this.#judge(extent, withUnchanged(this.#own, now), verdicts));
    }
    return outcomes;
  }

  #judge(extent: Extent, own: readonly DeclaredResource[], asked: readonly Verdict[]): Outcome {
    const all = [...own, ...this.#others];
    const resources = extent === undefined ? all : all.filter((resource) => extent.has(ownResource(resource)));
    this.#left -= resources.length;
    return outcomeOf(this.#input.judgeAgain(resources, asked).verdicts);
  }
}

function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  return new Map(verdicts.map((each) => [verdictKey(each), each.verdict]));
}

/** What fails while something is not known fails whatever that is. */
function withoutSure(verdicts: readonly Verdict[], undecided: Outcome): readonly Verdict[] {
  return verdicts.filter((verdict) => undecided.get(verdictKey(verdict)) !== 'fail');
}

/** Undefined where it is the same with every value, or not known with any. */
function sentenceFor(verdict: Verdict, { name, byDefault }: Choice, outcomes: Outcomes): string | undefined {
  const isFailure = verdict.verdict === 'fail';
  const failing = isFailure && byDefault !== undefined ? [`${setting(name, byDefault)} (the default)`] : [];
  const others: string[] = [];
  for (const [value, verdicts] of outcomes) {
    const then = verdicts.get(verdictKey(verdict)) ?? 'not-applicable';
    if (then === 'fail') failing.push(setting(name, value));
    else if (then !== 'unknown') others.push(setting(name, value));
  }
  if (others.length === 0) return isFailure || failing.length === 0 ? undefined : `It fails when ${either(failing)}.`;
  if (failing.length === 0) return `It does not fail when ${either(others)}.`;
  return `It fails when ${either(failing)}, not when ${either(others)}.`;
}

function setting(name: string, value: string): string {
  return `${printText(name)}=${printText(value)}`;
}

function either(settings: readonly string[]): string {
  return settings.length < 2 ? settings.join('') : `${settings.slice(0, -1).join(', ')} or ${settings.at(-1)}`;
}

function told(verdict: Verdict, sentences: readonly string[] | undefined): Verdict {
  if (sentences === undefined) return verdict;
  return { ...verdict, message: [verdict.message, ...sentences.slice(0, namedParameters)].join(' ') };
}
