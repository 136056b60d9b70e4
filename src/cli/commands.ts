/** The commands: what each does, for the help, and where its code is, loaded only when it runs. */
import type { CommandContext } from './command-context.ts';
import type { ExitCode } from './exit-codes.ts';
import type { CommandName } from './options.ts';

export interface CommandSpec {
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<(context: CommandContext) => Promise<ExitCode>>;
}

export const commandTable: Readonly<Record<CommandName, CommandSpec>> = {
  lint: {
    usage: 'dr-lint [lint] [paths…]',
    summary: 'check Terraform and CloudFormation against the promised recovery tier (the default command)',
    load: async () => (await import('./commands/lint.ts')).runLint,
  },
  graph: {
    usage: 'dr-lint graph [paths…]',
    summary: 'print the graph of resources that the checks are made on',
    load: async () => (await import('./commands/graph.ts')).runGraph,
  },
  policies: {
    usage: 'dr-lint policies',
    summary: 'list the policies with their level at each tier',
    load: async () => (await import('./commands/policies.ts')).runPolicies,
  },
  explain: {
    usage: 'dr-lint explain POLICY',
    summary: 'tell what a policy asks for, why, and how to meet it',
    load: async () => (await import('./commands/explain.ts')).runExplain,
  },
};

export const commandNames: readonly string[] = Object.keys(commandTable);

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name);
}
