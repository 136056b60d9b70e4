/** A policy as JSON: all that its author wrote for people, and its levels and thresholds per tier. */
import type { Policy } from '../policy/policy.ts';

export function policyJson(policy: Policy): unknown {
  return {
    id: policy.id,
    title: policy.title.trim(),
    subjects: policy.subjects,
    guards: policy.guards,
    level: policy.level,
    params: policy.params,
    why: policy.why.trim(),
    fix: { terraform: policy.fix.terraform.trim(), cloudformation: policy.fix.cloudformation.trim() },
    references: policy.references,
    standards: policy.standards,
    builtIn: policy.builtIn,
    ...(policy.aliases.length > 0 && { aliases: policy.aliases }),
  };
}
