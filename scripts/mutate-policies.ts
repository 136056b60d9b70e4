/**
 * Changes built-in policies on purpose and tells which changes none of their examples notices, and nobody has explained:
 * `node scripts/run-script.mjs scripts/mutate-policies.ts [ID…]`. Of each, somebody decides whether an example is missing, a
 * part of the policy says nothing, or `mutation/unnoticeable-changes.ts` should tell why it can't be noticed.
 */
import { nodeFileSystem } from '../src/core/file-system-node.ts';
import { readExamples } from '../src/examples/example.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { mutantsOf } from './mutation/policy-mutants.ts';
import { survivingMutants } from './mutation/surviving-mutants.ts';
import { unnoticeableChanges } from './mutation/unnoticeable-changes.ts';

const wanted = process.argv.slice(2);
const fileSystem = nodeFileSystem(process.cwd());
let [tried, unexplained, explained] = [0, 0, 0];
for (const policy of builtInPolicies()) {
  if (wanted.length > 0 && !wanted.includes(policy.id)) continue;
  const mutants = mutantsOf(policy);
  const survivors = await survivingMutants(policy, mutants, readExamples(fileSystem, `fixtures/policies/${policy.id}`));
  const reasons = unnoticeableChanges[policy.id] ?? {};
  tried += mutants.length;
  for (const { change } of survivors) {
    if (reasons[change] !== undefined) explained += 1;
    else {
      unexplained += 1;
      console.log(`${policy.id}: ${change}`);
    }
  }
}
console.log(`${tried} changes: ${unexplained} are not noticed, ${explained} can't be`);
if (unexplained > 0) process.exitCode = 1;
