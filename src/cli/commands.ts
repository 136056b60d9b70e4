/** The commands: what each does, for the help, and where its code is, loaded only when it runs. */
import type { CommandContext } from './command-context.ts';
import type { ExitCode } from './exit-codes.ts';
import type { CommandName } from './options.ts';

export interface CommandSpec {
  readonly usage: string;
  readonly summary: string;
  /** The formats of its output, the default first; empty where it has only one; undefined: those of reports. */
  readonly formats: readonly string[] | undefined;
  readonly load: () => Promise<(context: CommandContext) => Promise<ExitCode>>;
}

export const commandTable: Readonly<Record<CommandName, CommandSpec>> = {
  lint: {
    usage: 'dr-lint [lint] [paths…]',
    summary: 'check Terraform and CloudFormation against the promised recovery tier (the default command)',
    formats: undefined,
    load: async () => (await import('./commands/lint.ts')).runLint,
  },
  graph: {
    usage: 'dr-lint graph [paths…]',
    summary: 'print the graph of resources that the checks are made on, or draw it as a page',
    formats: ['json', 'html', 'mermaid', 'dot'],
    load: async () => (await import('./commands/graph.ts')).runGraph,
  },
  assess: {
    usage: 'dr-lint assess [paths…]',
    summary: 'tell per workload what would happen, the tier that holds, and what the next one takes',
    formats: ['text', 'json', 'markdown', 'html'],
    load: async () => (await import('./commands/assess.ts')).runAssess,
  },
  policies: {
    usage: 'dr-lint policies',
    summary: 'list the policies with their level at each tier',
    formats: ['text', 'json'],
    load: async () => (await import('./commands/policies.ts')).runPolicies,
  },
  explain: {
    usage: 'dr-lint explain POLICY',
    summary: 'tell what a policy asks for, why, how to meet it, and show examples',
    formats: ['text', 'json', 'markdown'],
    load: async () => (await import('./commands/explain.ts')).runExplain,
  },
  recommend: {
    usage: 'dr-lint recommend --rto TIME --rpo TIME',
    summary: 'name the cheapest tier that meets objectives and needs, and what it takes',
    formats: ['text', 'json', 'markdown'],
    load: async () => (await import('./commands/recommend.ts')).runRecommend,
  },
  init: {
    usage: 'dr-lint init [paths…]',
    summary: 'write a commented .dr-lint.yaml from what is found; nothing is overwritten',
    formats: [],
    load: async () => (await import('./commands/init.ts')).runInit,
  },
  test: {
    usage: 'dr-lint test [DIR…]',
    summary: 'hold policies to their examples: those in DIR, or those that the configuration adds',
    formats: [],
    load: async () => (await import('./commands/test.ts')).runTest,
  },
};

/** The formats that a command can print. */
export async function formatsOf({ commandLine, dependencies }: CommandContext): Promise<readonly string[]> {
  return commandTable[commandLine.command].formats ?? dependencies.reporterNames();
}

export const commandNames: readonly string[] = Object.keys(commandTable);

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name);
}
