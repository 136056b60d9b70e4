/**
 * The functions of the `Rules` section: those of conditions, and three that ask about lists of text.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html
 */
import { and, or, type Truth } from '../../../core/truth.ts';
import { joinMarks, type Value } from '../../../core/value.ts';
import type { TemplateNode } from '../../../loaders/template-node.ts';
import { type ConditionResult, type Scope, undecided } from '../scope.ts';
import { firstReason, identityOf } from '../symbols.ts';
import { conditionFunctions } from './condition-functions.ts';
import { argumentList, type ConditionFunction, type IntrinsicCall } from './intrinsic.ts';

const notUnderstood = { code: 'unsupported', subject: 'a rule', cure: '' } as const;

const ruleFunctions: ReadonlyMap<string, ConditionFunction> = new Map([
  ...conditionFunctions,
  ['Fn::Contains', asks((items, [text]) => or(...items.map((item) => areEqual(item, text))))],
  ['Fn::EachMemberEquals', asks((items, [text]) => and(...items.map((item) => areEqual(item, text))))],
  [
    'Fn::EachMemberIn',
    asks((items, allowed) => and(...items.map((item) => or(...allowed.map((each) => areEqual(item, each)))))),
  ],
]);

export function decideRule(node: TemplateNode, scope: Scope): ConditionResult {
  const only = node.kind === 'mapping' && node.entries.length === 1 ? node.entries[0] : undefined;
  const decide = only === undefined ? undefined : ruleFunctions.get(only.key);
  if (only === undefined || decide === undefined) return undecided(notUnderstood);
  return decide({ name: only.key, argument: only.value, range: node.range, scope });
}

/** Items that a rule compares: more than any template allows. */
const mostComparisons = 100_000;

/** A function of a list, and of the text or list that its items are compared with. */
function asks(compare: (items: readonly Value[], others: readonly Value[]) => Truth): ConditionFunction {
  return (call: IntrinsicCall) => {
    const given = argumentList(call, 2, 2);
    if ('kind' in given) return undecided(given.symbol.reason);
    const values = given.map((each) => call.scope.evaluate(each));
    const [items, others] = values.map(itemsOf);
    if (items === undefined || others === undefined) return undecided(firstReason(present(values)) ?? notUnderstood);
    if (items.length * others.length > mostComparisons) return undecided(notUnderstood);
    const truth = compare(items, others);
    const because = truth === 'unknown' ? firstReason([...items, ...others]) : undefined;
    return { truth, because, marks: joinMarks([...items, ...others]) };
  };
}

function present(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value) => value !== undefined);
}

/** A single text is a list of one; undefined where it is not known what stands in the list. */
function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (value === undefined || value.kind === 'unknown' || value.kind === 'map') return undefined;
  return value.kind === 'list' ? value.items : [value];
}

function areEqual(one: Value, other: Value | undefined): Truth {
  if (other !== undefined && identityOf(one) === identityOf(other)) return 'yes';
  return other !== undefined && firstReason([one, other]) === undefined ? 'no' : 'unknown';
}
