/** The text of verdicts: a failure in the policy's own words, an unknown as what is not known and what to supply. */
import { assertNever } from '../core/assert-never.ts';
import { printText } from '../core/print.ts';
import type { Judgement } from '../conditions/judgement.ts';
import { placeAt } from '../conditions/read-place.ts';
import type { Doubt, Place, Scope } from '../conditions/scope.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { MessagePart, MessageWord } from './message-template.ts';
import { addressOf, attributeOf, valueInWords } from './names.ts';
import { unknownInWords } from './unknown-in-words.ts';

/** Causes named in one message. */
const maximumCauses = 3;

/** A failure that is to be told. */
export interface FailureToTell {
  readonly judgement: Judgement;
  readonly scope: Scope;
  readonly tier: string;
  /** What its resource is called. */
  readonly resource: string;
}

/** The text of each part of a message. */
export function textsOfFailure(parts: readonly MessagePart[], failure: FailureToTell): readonly string[] {
  const { judgement, scope } = failure;
  const edge = judgement.decision?.item?.edge;
  const decided: Scope = { ...scope, current: { ...scope.current, edge }, bound: judgement.bound };
  return parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'path'
      ? placeText(placeAt(part.path, decided), scope.context.subject)
      : wordText(part.word, failure);
  });
}

/** Of two roots that call one module the resources have the same address: the other one is told with its root, or as a construct. */
function placeText({ node, document }: Place, subject: GraphNode): string {
  if (node?.construct !== undefined && document === node.address) return addressOf(node);
  const isTwin = node !== undefined && node.deployment !== subject.deployment && document === subject.address;
  return isTwin ? `${valueInWords(document)} (${printText(node.deployment)})` : valueInWords(document);
}

function wordText(word: MessageWord, { judgement: { decision }, tier, resource }: FailureToTell): string {
  switch (word) {
    case 'resource':
      return resource;
    case 'tier':
      return printText(tier);
    case 'attribute':
      return attributeOf(decision?.place);
    case 'value':
      return valueInWords(decision?.value);
    case 'expected':
      return valueInWords(decision?.expected);
    default:
      return assertNever(word);
  }
}

/** `multi_az of aws_db_instance.orders is not known: var.multi_az (set it in a variable file).` */
export function messageOfUnknown(doubts: readonly Doubt[], graph: ResourceGraph): string {
  const byCause = new Map<string, string>();
  for (const doubt of doubts) {
    const { key } = doubt.symbol;
    if (!byCause.has(key)) byCause.set(key, sentence(doubt, graph));
  }
  const sentences = [...byCause.values()].filter((each, index, all) => all.indexOf(each) === index);
  const left = sentences.length - maximumCauses;
  return [...sentences.slice(0, maximumCauses), ...(left > 0 ? [`And ${left} more are not known.`] : [])].join(' ');
}

function sentence(doubt: Doubt, graph: ResourceGraph): string {
  const { subject, cure } = doubt.symbol.reason;
  const advice = cure === '' ? '' : ` (${printText(cure)})`;
  return `${capitalized(unknownInWords(doubt, graph))} is not known: ${printText(subject)}${advice}.`;
}

/** Names of resources and arguments stay as they are written. */
function capitalized(text: string): string {
  return /^(?:how|in|the|what|where|whether|which) /u.test(text)
    ? `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
    : text;
}
