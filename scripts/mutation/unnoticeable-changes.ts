/** Changes of policies that no example can notice, and why the part stands in the policy all the same. */

/** Id of the policy → the change, as `policy-mutants.ts` names it → why. */
export const unnoticeableChanges: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
