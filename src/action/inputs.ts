/** The inputs of the action, as the runner passes them in variables → options of the command line, and what it has no word for. */
import { done, mistaken, type Attempt } from '../cli/attempt.ts';

export interface Inputs {
  /** Options of the command line. */
  readonly options: readonly string[];
  /** None: the whole workspace. */
  readonly paths: readonly string[];
  /** A commit or branch, `none`, or empty. */
  readonly changedSince: string;
  /** Relative to the workspace; empty: none is written. */
  readonly sarifFile: string;
  readonly annotations: boolean;
  readonly summary: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

export function readInputs(env: Variables): Attempt<Inputs> {
  const annotations = flag(env, 'annotations');
  if (annotations.kind === 'mistaken') return annotations;
  const summary = flag(env, 'summary');
  if (summary.kind === 'mistaken') return summary;
  return done({
    options: optionsOf(env),
    paths: lines(input(env, 'paths')),
    changedSince: input(env, 'changed-since'),
    sarifFile: input(env, 'sarif-file'),
    annotations: annotations.value,
    summary: summary.value,
  });
}

function optionsOf(env: Variables): readonly string[] {
  const sarifFile = input(env, 'sarif-file');
  const [primary, ...recovery] = words(input(env, 'regions'));
  return [
    // The log shows colours, though it is no terminal.
    ...((env['NO_COLOR'] ?? '') === '' ? ['--color'] : []),
    '--format=text',
    ...(sarifFile === '' ? [] : [`--format=sarif:${sarifFile}`]),
    ...['tier', 'rto', 'rpo', 'config', 'fail-on'].flatMap((name) => option(name, input(env, name))),
    ...option('region', primary ?? ''),
    ...recovery.flatMap((region) => option('recovery-region', region)),
    ...lines(input(env, 'var-files')).flatMap((file) => option('var-file', file)),
    ...lines(input(env, 'parameters')).flatMap((file) => option('parameters', file)),
  ];
}

/** In one argument, so that a value that begins with a dash stays a value. */
function option(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`--${name}=${value}`];
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
function input(env: Variables, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

// The booleans of YAML's core schema: https://yaml.org/spec/1.2.2/#10212-boolean
const truths = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** On unless it is turned off. */
function flag(env: Variables, name: string): Attempt<boolean> {
  const text = input(env, name);
  const value = text === '' ? true : truths.get(text);
  return value === undefined ? mistaken([`The input ${name} is "${text}", neither true nor false.`]) : done(value);
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/u).filter((word) => word !== '');
}
