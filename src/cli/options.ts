/** The options of the command line: one table that parsing, help and suggestions all read. */

export type CommandName = 'lint' | 'graph' | 'assess' | 'policies' | 'explain' | 'init' | 'recommend' | 'test';

export interface OptionSpec {
  /** What stands for the value in the help; absent when the option takes none. */
  readonly value?: string;
  /** May be given more than once. */
  readonly repeats?: true;
  readonly short?: string;
  readonly choices?: readonly string[];
  readonly commands: readonly CommandName[];
  readonly help: string;
}

const everywhere: readonly CommandName[] = [
  'lint',
  'graph',
  'assess',
  'policies',
  'explain',
  'init',
  'recommend',
  'test',
];
const reporting: readonly CommandName[] = ['lint', 'graph', 'assess', 'policies', 'explain'];
const onCode: readonly CommandName[] = ['lint', 'graph', 'assess'];
/** What `init` writes into the configuration. */
const stated: readonly CommandName[] = [...onCode, 'init'];
const objectives: readonly CommandName[] = [...onCode, 'recommend'];
const coloured: readonly CommandName[] = ['lint', 'assess', 'explain', 'recommend'];

export type OptionName =
  | 'tier'
  | 'rto'
  | 'rpo'
  | 'region'
  | 'recovery-region'
  | 'need'
  | 'retention'
  | 'cost'
  | 'config'
  | 'policies'
  | 'var-file'
  | 'parameters'
  | 'workspace'
  | 'format'
  | 'fail-on'
  | 'fail-on-unknown'
  | 'verdicts'
  | 'changed-since'
  | 'skip-unrelated'
  | 'fix'
  | 'fix-dry-run'
  | 'quiet'
  | 'stats'
  | 'verbose'
  | 'color'
  | 'no-color'
  | 'help'
  | 'version';

const optionTable: Readonly<Record<OptionName, OptionSpec>> = {
  tier: {
    value: 'TIER',
    commands: stated,
    help: 'the recovery tier that is promised: backup-restore, pilot-light, warm-standby, active-active, or one of your own',
  },
  rto: {
    value: 'TIME',
    commands: objectives,
    help: 'recovery time objective, such as 15m; without --tier, the cheapest sufficient tier follows',
  },
  rpo: { value: 'TIME', commands: objectives, help: 'recovery point objective, such as 1h' },
  region: { value: 'REGION', commands: stated, help: 'the primary Region, and that of what does not say its own' },
  'recovery-region': { value: 'REGION', repeats: true, commands: stated, help: 'a Region that takes over' },
  need: {
    value: 'NAME[=VALUE]',
    repeats: true,
    commands: ['recommend'],
    help: 'what is needed beside: immutability, account-isolation, database-failover=60s, file-system-dr, point-in-time-days=30, multi-region-writes, data-residency=REGION,…, global-users, low-latency, compliance',
  },
  retention: { value: 'TIME', commands: ['recommend'], help: 'how long recovery points are to be kept, such as 365d' },
  cost: {
    value: 'WHICH',
    choices: ['minimal'],
    commands: ['recommend'],
    help: 'minimal: leave out what is only worth adding',
  },
  config: {
    value: 'FILE',
    commands: everywhere,
    help: 'this configuration instead of the nearest .dr-lint.yaml; of init, the file to write',
  },
  policies: { value: 'DIR', repeats: true, commands: [...reporting, 'test'], help: 'a folder of further policies' },
  'var-file': { value: 'FILE', repeats: true, commands: onCode, help: 'a variable file for Terraform roots' },
  parameters: { value: 'FILE', repeats: true, commands: onCode, help: 'a parameter file for CloudFormation templates' },
  workspace: { value: 'NAME', commands: onCode, help: 'the workspace that Terraform roots are deployed from' },
  format: {
    value: 'FORMAT[:FILE]',
    repeats: true,
    commands: [...reporting, 'recommend'],
    help: 'how to report, and into which file instead of the standard output',
  },
  'fail-on': {
    value: 'LEVEL',
    choices: ['error', 'warning', 'note', 'never'],
    commands: ['lint'],
    help: 'the level of findings from which on the exit status is 1: error (default), warning, note, never',
  },
  'fail-on-unknown': { commands: ['lint'], help: 'exit status 1 also when something could not be decided' },
  verdicts: {
    value: 'WHICH',
    choices: ['findings', 'all'],
    commands: ['lint'],
    help: 'findings (default), or all: every verdict, as evidence for audits',
  },
  'changed-since': {
    value: 'REF',
    commands: ['lint'],
    help: 'report only what the change since this commit, branch or tag caused; everything is judged all the same',
  },
  'skip-unrelated': {
    commands: ['lint'],
    help: 'named paths without Terraform and CloudFormation are no mistake: for hooks, which name every file of a commit',
  },
  fix: {
    commands: ['lint'],
    help: 'edit the files where one property is the whole cure of a finding; what is left is reported',
  },
  'fix-dry-run': { commands: ['lint'], help: 'print what --fix would change, as a unified diff; no file is touched' },
  quiet: { commands: ['lint'], help: 'print nothing unless the run fails' },
  stats: { commands: ['lint'], help: 'tell the time of each stage, and how much was read and judged' },
  verbose: { commands: onCode, help: 'tell which configuration holds and what became of every input' },
  color: { commands: coloured, help: 'colour the output' },
  'no-color': { commands: coloured, help: 'do not colour the output; so does the variable NO_COLOR' },
  help: { short: 'h', commands: everywhere, help: 'show this help' },
  version: { short: 'V', commands: everywhere, help: 'show the version' },
};

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(optionTable, name);
}

export function optionSpec(name: OptionName): OptionSpec {
  return optionTable[name];
}

export const optionNames: readonly OptionName[] = Object.keys(optionTable).filter(isOptionName);

/** The options that were given. */
export class Options {
  readonly #given: ReadonlyMap<OptionName, readonly string[]>;

  /** @param given name → values in their order; of an option without value an empty text for each time */
  constructor(given: ReadonlyMap<OptionName, readonly string[]>) {
    this.#given = given;
  }

  isGiven(name: OptionName): boolean {
    return this.#given.has(name);
  }

  /** The last value, as later ones override earlier ones. */
  value(name: OptionName): string | undefined {
    return this.#given.get(name)?.at(-1);
  }

  values(name: OptionName): readonly string[] {
    return this.#given.get(name) ?? [];
  }
}
