/**
 * Changes built-in policies on purpose and tells which changes none of their examples notices:
 * `node scripts/run-script.mjs scripts/mutate-policies.ts [ID…]`. Negated checks must all be noticed (a test holds that);
 * of a part of `where` or a threshold that survives, somebody decides whether an example is missing.
 */
import { nodeFileSystem } from '../src/core/file-system-node.ts';
import { readExamples } from '../src/examples/example.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { droppedConjuncts, droppedParts, movedThresholds, negatedChecks } from './mutation/policy-mutants.ts';
import { survivingMutants } from './mutation/surviving-mutants.ts';

const wanted = process.argv.slice(2);
const fileSystem = nodeFileSystem(process.cwd());
let [tried, survived] = [0, 0];
for (const policy of builtInPolicies()) {
  if (wanted.length > 0 && !wanted.includes(policy.id)) continue;
  const mutants = [
    ...negatedChecks(policy),
    ...droppedConjuncts(policy),
    ...droppedParts(policy),
    ...movedThresholds(policy),
  ];
  const survivors = await survivingMutants(policy, mutants, readExamples(fileSystem, `fixtures/policies/${policy.id}`));
  tried += mutants.length;
  survived += survivors.length;
  for (const { change } of survivors) console.log(`${policy.id}: ${change}`);
}
console.log(`${tried} changes, ${survived} not noticed`);
