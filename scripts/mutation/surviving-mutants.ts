/** Which mutants of a policy none of its examples tells from the policy itself. */
import type { Example } from '../../src/examples/example.ts';
import { lintExample } from '../../src/examples/lint-example.ts';
import type { Report } from '../../src/findings/report.ts';
import { locationOf } from '../../src/core/source.ts';
import { policyId } from '../../src/core/ids.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Mutant } from './policy-mutants.ts';

/** Each example is evaluated once for all mutants, and none once every mutant was noticed. */
export async function survivingMutants(
  policy: Policy,
  mutants: readonly Mutant[],
  examples: readonly Example[],
): Promise<readonly Mutant[]> {
  // Two changes may read alike, and verdicts are told apart by the id of the policy.
  let surviving = mutants.map((mutant, index) => ({
    ...mutant,
    policy: { ...mutant.policy, id: policyId(`${policy.id}#${index}`) },
  }));
  for (const example of examples) {
    if (surviving.length === 0) break;
    const linted = await lintExample(example, [policy, ...surviving.map((mutant) => mutant.policy)]);
    if (linted.kind === 'mistaken') throw new Error(`${policy.id}/${example.name}: ${linted.mistakes.join(' ')}`);
    const { report } = linted;
    const said = verdictsBy(policy, report);
    surviving = surviving.filter((mutant) => verdictsBy(mutant.policy, report) === said);
  }
  return surviving;
}

/** What an example shows: where the policy fails and by which check, and where it can't tell. */
function verdictsBy({ id }: Policy, { verdicts }: Report): string {
  const told = verdicts
    .filter(({ policy, verdict }) => policy === id && (verdict === 'fail' || verdict === 'unknown'))
    .map(({ verdict, place, check }) => {
      const location = place === undefined ? undefined : locationOf(place);
      return `${location?.file}:${location?.line} ${verdict} ${check}`;
    });
  return [...new Set(told)].toSorted().join('\n');
}
