/**
 * Lifecycle rules of CloudFormation in their present form: a number of days or a single transition, as older templates have
 * them, becomes what Terraform and newer templates write.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html
 */
import { list, map, type MapValue, type Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import { snakeCase } from './locate.ts';
import { dialectOf } from './reading.ts';

type Naming = (property: string) => string;

/** A bucket's attributes with its rules in the present form. */
export function modernLifecycle(declared: DeclaredResource): MapValue {
  const { attributes } = declared;
  const dialect = dialectOf(declared);
  if (dialect === 'terraform') return attributes;
  const named: Naming = dialect === 'awscc' ? snakeCase : (property) => property;
  return changed(attributes, named('LifecycleConfiguration'), (configuration) =>
    changed(configuration, named('Rules'), (rules) =>
      rules.kind === 'list' ? { ...rules, items: rules.items.map((rule) => modernRule(rule, named)) } : rules,
    ),
  );
}

function modernRule(rule: Value, named: Naming): Value {
  if (rule.kind !== 'map') return rule;
  const entries = new Map(rule.entries);
  replace(entries, named('NoncurrentVersionExpirationInDays'), named('NoncurrentVersionExpiration'), (days) =>
    map(new Map([[named('NoncurrentDays'), days]]), days.range),
  );
  for (const single of ['NoncurrentVersionTransition', 'Transition'].map(named)) {
    replace(entries, single, `${single}s`, (transition) => list([transition], transition.range));
  }
  return { ...rule, entries };
}

/** Where the present form is written, the older one does not count. */
function replace(entries: Map<string, Value>, older: string, present: string, to: (value: Value) => Value): void {
  const value = entries.get(older);
  if (value === undefined) return;
  entries.delete(older);
  if (!entries.has(present)) entries.set(present, to(value));
}

function changed<V extends Value>(holder: V, name: string, change: (value: Value) => Value): V {
  const value = holder.kind === 'map' ? holder.entries.get(name) : undefined;
  if (holder.kind !== 'map' || value === undefined) return holder;
  return { ...holder, entries: new Map(holder.entries).set(name, change(value)) };
}
