/**
 * The GitHub Action: the command line with inputs for arguments, whose report also becomes annotations, a summary and
 * outputs. It fails exactly when the command line would, and calls no API, so that a fork's token is enough.
 */
import type { Environment } from '../cli/environment.ts';
import { exitCodes, type ExitCode } from '../cli/exit-codes.ts';
import type { RunDependencies } from '../cli/run-dependencies.ts';
import { run } from '../cli/run.ts';
import type { Report } from '../findings/report.ts';
import { workflowCommand, type WorkflowCommand } from '../reporters/workflow-command.ts';
import { changedSince } from './changed-since.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { outputLines, outputsOf } from './outputs.ts';
import type { Runner } from './runner.ts';

export async function runAction(runner: Runner, dependencies: RunDependencies): Promise<ExitCode> {
  const inputs = readInputs(runner.environment.env);
  if (inputs.kind === 'mistaken') {
    annotate(runner, 'error', inputs.mistakes.join('\n'));
    return exitCodes.usage;
  }
  const { report, exitCode, complaints } = await lintInLog(inputs.value, runner, dependencies);
  if (exitCode === exitCodes.usage || exitCode === exitCodes.internal) annotate(runner, 'error', complaints.trim());
  if (report !== undefined) await tell(report, inputs.value, runner, dependencies);
  const outputs = outputsOf(report, exitCode, inputs.value.sarifFile);
  append(runner, 'GITHUB_OUTPUT', outputLines(outputs, runner.token()));
  return exitCode;
}

interface Linted {
  /** Undefined when nothing was linted. */
  readonly report: Report | undefined;
  readonly exitCode: ExitCode;
  /** What the command line said beside its results. */
  readonly complaints: string;
}

/** Lints with its output in the log, where commands are off: what is linted must not speak to the runner. */
async function lintInLog(inputs: Inputs, runner: Runner, dependencies: RunDependencies): Promise<Linted> {
  const { stdout } = runner.environment;
  const since = await changedSince(inputs.changedSince, runner);
  if (since.remark !== undefined) stdout.write(`${since.remark}\n`);
  const reportedOnly = since.ref === undefined ? [] : [`--changed-since=${since.ref}`];
  const argv = ['lint', ...inputs.options, ...reportedOnly, '--', ...inputs.paths];
  const token = runner.token();
  const complaints: string[] = [];
  let report: Report | undefined;
  const observed: RunDependencies = {
    ...dependencies,
    lint: async (options) => {
      report = await dependencies.lint(options);
      return report;
    },
  };
  stdout.write(`::stop-commands::${token}\n`);
  const exitCode = await run(argv, oneStream(runner.environment, complaints), observed);
  stdout.write(`::${token}::\n`);
  return { report, exitCode, complaints: complaints.join('') };
}

/** Everything on the standard output, for between two streams the runner keeps no order. */
function oneStream(environment: Environment, complaints: string[]): Environment {
  const { stdout } = environment;
  const write = (text: string): void => {
    complaints.push(text);
    stdout.write(text);
  };
  return { ...environment, stderr: { ...environment.stderr, write } };
}

async function tell(report: Report, inputs: Inputs, runner: Runner, dependencies: RunDependencies): Promise<void> {
  const printing = { color: false, width: 100 };
  if (inputs.annotations) {
    const reporter = await dependencies.loadReporter('github');
    if (reporter !== undefined) runner.environment.stdout.write(reporter(report, printing));
  }
  if (inputs.summary) {
    const reporter = await dependencies.loadReporter('markdown');
    if (reporter !== undefined) append(runner, 'GITHUB_STEP_SUMMARY', reporter(report, printing));
  }
}

/** To the file that a variable names. A runner without it, or that refuses, is no reason to fail. */
function append(runner: Runner, variable: string, text: string): void {
  const path = runner.environment.env[variable] ?? '';
  if (path === '') return;
  const reason = runner.appendFile(path, text);
  if (reason !== undefined) annotate(runner, 'warning', `${variable} can't be written: ${reason}`);
}

/** About the run, not about a file. */
function annotate({ environment }: Runner, name: WorkflowCommand['name'], message: string): void {
  environment.stdout.write(`${workflowCommand({ name, properties: { title: 'dr-lint' }, message })}\n`);
}
