/**
 * Changes built-in policies on purpose and tells which changes none of their examples notices:
 * `node scripts/run-script.mjs scripts/mutate-policies.ts [ID…]`. Of each somebody decides: an example is missing, the part
 * decides nothing and goes, or `mutation/unnoticeable-changes.ts` says why no example can notice it. A test holds that
 * nothing is left.
 */
import { nodeFileSystem } from '../src/core/file-system-node.ts';
import { readExamples } from '../src/examples/example.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { explainSurvivors } from './mutation/explain-survivors.ts';
import { mutantsOf } from './mutation/policy-mutants.ts';
import { survivingMutants } from './mutation/surviving-mutants.ts';

const wanted = process.argv.slice(2);
const fileSystem = nodeFileSystem(process.cwd());
let [tried, left, excused] = [0, 0, 0];
for (const policy of builtInPolicies()) {
  if (wanted.length > 0 && !wanted.includes(policy.id)) continue;
  const mutants = mutantsOf(policy);
  const survivors = await survivingMutants(policy, mutants, readExamples(fileSystem, `fixtures/policies/${policy.id}`));
  const { unexplained, explained, outdated } = explainSurvivors(policy, survivors);
  for (const change of unexplained) console.log(`${policy.id}: ${change}`);
  for (const change of outdated) console.log(`${policy.id}: is noticed by now: ${change}`);
  tried += mutants.length;
  left += unexplained.length + outdated.length;
  excused += explained.length;
}
console.log(`${tried} changes: ${left} to decide about, ${excused} that no example can notice`);
if (left > 0) process.exitCode = 1;
