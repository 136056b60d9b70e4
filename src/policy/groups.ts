/** Groups of types that policies name as one subject, and which policies judge a node. */
import { compileCondition } from '../conditions/compile.ts';
import type { CompiledCondition } from '../conditions/compiled.ts';
import type { GraphNode, NodeKind } from '../graph/node.ts';
import type { Policy } from './policy.ts';
import type { GroupsFile } from './policy-file.ts';

export interface GroupMember {
  readonly type: string;
  /** When a resource of the type belongs to the group; undefined: always. */
  readonly where: CompiledCondition | undefined;
}

export type Groups = ReadonlyMap<string, readonly GroupMember[]>;

export function groupsFromFile(file: GroupsFile): Groups {
  const groups = new Map<string, readonly GroupMember[]>();
  for (const [name, members] of Object.entries(file)) {
    groups.set(
      name,
      members.map((member) =>
        typeof member === 'string'
          ? { type: member, where: undefined }
          : { type: member.type, where: compileCondition(member.where).condition },
      ),
    );
  }
  return groups;
}

/** A policy that may judge a node. */
export interface Candidate {
  readonly policy: Policy;
  /** When the node belongs to the group that the policy names. */
  readonly where: CompiledCondition | undefined;
}

/** Subjects that are no types: every resource, the workload as a whole, a root module or template. */
export const generalSubjects = ['resource', 'workload', 'root'] as const;

const subjectOfKind = {
  declared: 'resource',
  modelled: 'resource',
  part: undefined,
  workload: 'workload',
  settings: 'root',
  'looked-up': undefined,
  external: undefined,
  possible: undefined,
} as const satisfies Record<NodeKind, (typeof generalSubjects)[number] | undefined>;

const judgedByType: ReadonlySet<NodeKind> = new Set(['declared', 'part', 'modelled']);

/** Policies by what they judge, so that a node meets only those that may concern it. */
export class PolicyIndex {
  readonly #bySubject = new Map<string, Candidate[]>();

  constructor(policies: readonly Policy[], groups: Groups) {
    for (const policy of policies) {
      for (const subject of policy.subjects) this.#add(subject, policy, groups.get(subject));
    }
  }

  candidates(node: GraphNode): readonly Candidate[] {
    const general = subjectOfKind[node.kind];
    const byKind = general === undefined ? [] : (this.#bySubject.get(general) ?? []);
    const byType = judgedByType.has(node.kind) ? (this.#bySubject.get(node.type) ?? []) : [];
    return [...byType, ...byKind];
  }

  #add(subject: string, policy: Policy, members: readonly GroupMember[] | undefined): void {
    for (const { type, where } of members ?? [{ type: subject, where: undefined }]) {
      const known = this.#bySubject.get(type) ?? [];
      if (!known.some((candidate) => candidate.policy === policy)) known.push({ policy, where });
      this.#bySubject.set(type, known);
    }
  }
}
