/**
 * On which parameters of its template a verdict depends: every parameter that could matter is given its other values, one at
 * a time, and the verdicts that failed or could not be decided are judged again. It changes what they say, never what they are.
 */
import { addTo, appendTo } from '../core/append-to.ts';
import { printText } from '../core/print.ts';
import type { Deployment } from '../discovery/deployment.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { WhatIf } from '../evaluation/evaluate-stack.ts';
import { withUnchanged } from '../evaluation/with-unchanged.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { type Verdict, verdictKey } from './verdict.ts';

type Choice = WhatIf['choices'][number];

export interface ParameterCasesInput {
  readonly graph: ResourceGraph;
  readonly verdicts: readonly Verdict[];
  readonly deployments: readonly Deployment[];
  /** What each deployment declares, by its id. */
  readonly declared: ReadonlyMap<string, readonly DeclaredResource[]>;
  whatIf(deployment: Deployment): WhatIf | undefined;
  /** These verdicts, had the deployments declared these resources. */
  judgeAgain(resources: readonly DeclaredResource[], asked: readonly Verdict[]): readonly Verdict[];
}

/** Resources that are judged again in one run, counted as often as they are: it keeps the cost of a run bounded. */
const mostResourcesAgain = 5_000;
/** Parameters that one verdict names. */
const namedParameters = 3;

/** The verdicts, those that depend on a parameter saying so in their message. */
export function withParameterCases(input: ParameterCasesInput): readonly Verdict[] {
  const open = openVerdicts(input);
  if (open.size === 0) return input.verdicts;
  const related = relatedDeployments(input.graph);
  const sentences = new Map<Verdict, string[]>();
  const budget = { left: mostResourcesAgain };
  for (const deployment of input.deployments) {
    const verdicts = open.get(deployment.id);
    const whatIf = verdicts === undefined || budget.left < 0 ? undefined : input.whatIf(deployment);
    if (verdicts === undefined || whatIf === undefined) continue;
    const stack = new Stack(deployment, related.get(deployment.id) ?? new Set(), { input, whatIf, budget });
    for (const [verdict, sentence] of stack.sentencesFor(verdicts)) appendTo(sentences, verdict, sentence);
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

/** The resource of the template itself: of `Network/Vpc` the stack `Network`. */
function ownResource(anchor: string): string {
  return anchor.split('/')[0] ?? anchor;
}

/** Value → key of a verdict → what it is then; a node that does not exist then has no verdict. */
type Outcomes = ReadonlyMap<string, ReadonlyMap<string, Verdict['verdict']>>;

interface Tools {
  readonly input: ParameterCasesInput;
  readonly whatIf: WhatIf;
  readonly budget: { left: number };
}

/** One stack, judged again together with the deployments that it is related to. */
class Stack {
  readonly #tools: Tools;
  readonly #id: string;
  readonly #declared: ReadonlyMap<string, readonly DeclaredResource[]>;
  /** The anchors of what exists whatever the parameters are. */
  readonly #existing: ReadonlySet<string>;

  constructor({ id }: Deployment, related: ReadonlySet<string>, tools: Tools) {
    this.#tools = tools;
    this.#id = id;
    this.#declared = new Map([...tools.input.declared].filter(([other]) => other === id || related.has(other)));
    const own = this.#declared.get(id) ?? [];
    this.#existing = new Set(own.filter(({ exists }) => exists === 'yes').map(({ anchor }) => anchor));
  }

  sentencesFor(verdicts: readonly Verdict[]): readonly (readonly [Verdict, string])[] {
    const alike = this.#judgedAlike(verdicts);
    return this.#tools.whatIf.choices.flatMap((choice) => {
      const concerned = this.#concernedBy(choice, alike);
      const outcomes = this.#outcomesOf(choice, concerned);
      return concerned.flatMap((verdict) => {
        const sentence = sentenceFor(verdict, choice, outcomes);
        return sentence === undefined ? [] : [[verdict, sentence] as const];
      });
    });
  }

  /** The verdicts that are the same without the deployments that it is not related to. */
  #judgedAlike(verdicts: readonly Verdict[]): readonly Verdict[] {
    if (this.#declared.size === this.#tools.input.declared.size) return verdicts;
    const again = this.#judge(this.#declared, verdicts);
    return verdicts.filter((verdict) => again.get(verdictKey(verdict)) === verdict.verdict);
  }

  /** All of them when the parameter decides whether something exists that may not; else those whose resource mentions it. */
  #concernedBy({ mentionedBy, decides }: Choice, verdicts: readonly Verdict[]): readonly Verdict[] {
    if ([...decides].some((anchor) => !this.#existing.has(anchor))) return verdicts;
    const { graph } = this.#tools.input;
    return verdicts.filter(({ node }) => mentionedBy.has(ownResource(graph.node(node)?.anchor ?? '')));
  }

  #outcomesOf({ name, alternatives }: Choice, concerned: readonly Verdict[]): Outcomes {
    const outcomes = new Map<string, ReadonlyMap<string, Verdict['verdict']>>();
    if (concerned.length === 0) return outcomes;
    for (const value of alternatives) {
      if (this.#tools.budget.left < 0) break;
      const own = this.#tools.whatIf.evaluateWith(name, value);
      if (own === undefined) continue;
      const now = withUnchanged(this.#declared.get(this.#id) ?? [], own);
      outcomes.set(value, this.#judge(new Map([...this.#declared, [this.#id, now]]), concerned));
    }
    return outcomes;
  }

  #judge(
    declared: ReadonlyMap<string, readonly DeclaredResource[]>,
    concerned: readonly Verdict[],
  ): ReadonlyMap<string, Verdict['verdict']> {
    const { input, budget } = this.#tools;
    const resources = [...declared.values()].flat();
    budget.left -= resources.length;
    const again = input.judgeAgain(resources, concerned);
    return new Map(again.map((each) => [verdictKey(each), each.verdict]));
  }
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
