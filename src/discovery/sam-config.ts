/**
 * The configuration file of the SAM command line: which environments it states, and with what each of them is deployed.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
 */
import { posix } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { readConfigText } from '../config/config-text.ts';
import { type Region, parseRegion } from '../core/ids.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { pointerBelow } from '../core/pointer.ts';
import type { SourceFile, SourceRange } from '../core/source.ts';
import { type Override, overrideIn, overridesIn } from './overrides.ts';
import { placesInToml, type TomlPlaces } from './toml-places.ts';

export interface SamEnvironment {
  readonly name: string;
  /** Its first statement. */
  readonly statedAt: SourceRange;
  /** As written, relative to the file. */
  readonly template: string | undefined;
  readonly region: Region | undefined;
  readonly stackName: string | undefined;
  readonly overrides: readonly Override[];
  readonly tags: readonly Override[];
}

/**
 * The names of the file, of which the first that exists counts.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html#serverless-sam-cli-config-specify
 */
export const samConfigNames: readonly string[] = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];

export function isSamConfig(path: string): boolean {
  return samConfigNames.includes(posix.basename(path));
}

/** The environments that something is deployed with, in the order of the file. */
export function readSamConfig(file: SourceFile): Outcome<readonly SamEnvironment[]> {
  const { value, diagnostics } = file.path.endsWith('.toml') ? readToml(file) : readYaml(file);
  if (value === undefined) return outcome([], diagnostics);
  const { content, places } = value;
  const environments = Object.entries(tableOf(content)).flatMap(([name, commands]) => {
    const deployed = tableOf(commands);
    return 'deploy' in deployed ? [environmentOf(name, deployed, places)] : [];
  });
  return outcome(environments);
}

interface Settings {
  readonly content: unknown;
  readonly places: Places;
}

/** Where each statement stands, by the keys that lead to it; at worst the start of the file. */
type Places = TomlPlaces;

function readToml(file: SourceFile): Outcome<Settings | undefined> {
  try {
    return outcome({ content: parse(file.text), places: placesInToml(file) });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return outcome(undefined, [syntaxMistake(file, error)]);
  }
}

function readYaml(file: SourceFile): Outcome<Settings | undefined> {
  const { value: text, diagnostics } = readConfigText(file, 'the configuration of SAM');
  if (text === undefined) return outcome(undefined, diagnostics);
  const pointerTo = (path: readonly string[]): string => path.reduce(pointerBelow, '');
  const places = {
    of: (path: readonly string[]) =>
      path.length === 1 ? text.keyRangeAt(pointerTo(path)) : text.rangeAt(pointerTo(path)),
  };
  return outcome({ content: text.data, places }, diagnostics);
}

/** The one of a name; without a name the only one, else `default`, which `sam deploy` takes. */
export function environmentNamed(
  environments: readonly SamEnvironment[],
  name: string | undefined,
): SamEnvironment | undefined {
  if (name === undefined && environments.length === 1) return environments[0];
  return environments.find((each) => each.name === (name ?? 'default'));
}

function environmentOf(name: string, commands: Table, places: Places): SamEnvironment {
  const settings = (command: string): Table => tableOf(tableOf(commands[command])['parameters']);
  // What `global` states holds for every command; the command's own settings are stronger.
  const [deploy, build, global] = [settings('deploy'), settings('build'), settings('global')];
  const stated = { ...global, ...deploy };
  const placeOf = (key: string): SourceRange =>
    places.of([name, key in deploy ? 'deploy' : 'global', 'parameters', key]);
  const overridesOf = (key: string): readonly Override[] => overrides(stated[key], placeOf(key));
  const region = textOf(stated['region']);
  return {
    name,
    statedAt: places.of([name]),
    template: textOf(deploy['template_file'] ?? build['template_file'] ?? global['template_file']),
    region: region === undefined ? undefined : parseRegion(region),
    stackName: textOf(stated['stack_name']),
    overrides: overridesOf('parameter_overrides'),
    tags: overridesOf('tags'),
  };
}

/** One text, a list of texts each of which is one entry, or names with their values. */
function overrides(value: unknown, written: SourceRange): readonly Override[] {
  if (typeof value === 'string') return overridesIn(value, written);
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : Object.entries(tableOf(value)).map(([name, text]) => `${name}=${String(text)}`);
  return items.flatMap((item) => (typeof item === 'string' ? overrideIn(item, written) : []));
}

type Table = Readonly<Record<string, unknown>>;

function tableOf(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function syntaxMistake(file: SourceFile, error: TomlError): Outcome<unknown>['diagnostics'][number] {
  const lines = file.text.split('\n').slice(0, error.line - 1);
  const start = lines.reduce((offset, line) => offset + line.length + 1, 0) + Math.max(0, error.column - 1);
  const [what = 'it cannot be read'] = error.message.replace('Invalid TOML document: ', '').split('\n');
  const at = Math.min(start, file.text.length);
  return {
    code: 'input/syntax',
    level: 'error',
    message: `This is not valid TOML: ${what}.`,
    help: 'Correct the file.',
    range: { file, start: at, end: at },
    path: file.path,
  };
}
