/**
 * The operators of a comparison. Each answers with three values for two documents that are both there; what is absent has
 * been answered before.
 */
import {
  isDocumentMap,
  MeasureLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
} from '../../core/document.ts';
import type { Document } from '../../core/document.ts';
import { isAtMost, type Interval } from '../../core/interval.ts';
import { not, or, truthOf, type Truth } from '../../core/truth.ts';
import { areEqual } from './equality.ts';
import { measureOf } from './measure.ts';
import { holdsText, isLike } from './text.ts';

/** The operators that compare two documents; `is` and `matches` have operands of their own kind. */
export const operatorNames = ['equals', 'otherThan', 'in', 'atLeast', 'atMost', 'contains', 'like'] as const;

export type OperatorName = (typeof operatorNames)[number];

type Operator = (left: Document, right: Document) => Truth;

const operators = {
  equals: areEqual,
  otherThan: (left, right) => not(areEqual(left, right)),
  in: isOneOf,
  atLeast: (left, right) => compare(left, right, (one, other) => isAtMost(other, one)),
  atMost: (left, right) => compare(left, right, isAtMost),
  contains,
  like: isLike,
} as const satisfies Record<OperatorName, Operator>;

/** Applies an operator to what a path found; undefined stands for absent, which is equal to nothing and unequal to nothing. */
export function applyOperator(name: OperatorName, left: Document | undefined, right: Document | undefined): Truth {
  if (left === undefined || right === undefined) return 'no';
  return operators[name](revealed(left), revealed(right));
}

export type Presence = 'present' | 'absent' | 'empty';

/** A thing is present, absent or empty: an absent list is not empty, and an empty list is present. */
export function isPresence(document: Document | undefined, wanted: Presence): Truth {
  if (document === undefined) return truthOf(wanted === 'absent');
  const revealedDocument = revealed(document);
  if (revealedDocument instanceof UnknownLeaf) return 'unknown';
  if (wanted === 'present') return 'yes';
  return wanted === 'absent' ? 'no' : isEmpty(revealedDocument);
}

function isEmpty(document: Document): Truth {
  if (document instanceof ReferenceLeaf) return 'unknown';
  if (document instanceof TemplateLeaf) {
    const isTextThere = document.value().parts.some((part) => typeof part === 'string' && part !== '');
    return isTextThere ? 'no' : 'unknown';
  }
  if (Array.isArray(document)) return truthOf(document.length === 0);
  return truthOf(isDocumentMap(document) ? Object.keys(document).length === 0 : document === '');
}

function revealed(document: Document): Document {
  return document instanceof SensitiveLeaf ? revealed(document.reveal()) : document;
}

function isOneOf(item: Document, list: Document): Truth {
  if (list instanceof UnknownLeaf || list instanceof ReferenceLeaf) return 'unknown';
  if (!Array.isArray(list)) return areEqual(item, list);
  return or(...list.map((each: Document) => areEqual(item, each)));
}

function contains(whole: Document, wanted: Document): Truth {
  return Array.isArray(whole) ? isOneOf(wanted, whole) : holdsText(whole, wanted);
}

/** Figures are compared as intervals. A text that is no figure is neither below nor above one. */
function compare(left: Document, right: Document, order: (left: Interval, right: Interval) => Truth): Truth {
  if (isOpaque(left) || isOpaque(right)) return areEqual(left, right) === 'yes' ? 'yes' : 'unknown';
  const [one, other] = [measureOf(left), measureOf(right)];
  if (one === undefined || other === undefined) return 'no';
  if (one.unit !== other.unit) return 'unknown';
  const isSameFigure = left instanceof MeasureLeaf && left === right;
  return isSameFigure ? 'yes' : order(one.interval, other.interval);
}

function isOpaque(document: Document): boolean {
  return document instanceof UnknownLeaf || document instanceof ReferenceLeaf || document instanceof TemplateLeaf;
}
