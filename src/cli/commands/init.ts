/** `dr-lint init [paths…]`: writes a configuration from what it finds. It never overwrites one. */
import { posix } from 'node:path';
import { defaultConfig } from '../../config/default-config.ts';
import { findConfig } from '../../config/find-config.ts';
import { withFlags } from '../../config/with-flags.ts';
import { starterConfig } from '../../reporters/starter-config.ts';
import { refuse, remark, type CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { readFlags } from '../flags.ts';
import { commonFolder, fromWorkingDirectory } from '../named-paths.ts';
import { optionNames, Options } from '../options.ts';
import { emptyPathMistakes, readSettings, todayOf, type Settings } from '../settings.ts';
import { watchedLint } from '../watched-lint.ts';

export async function runInit(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const { options, operands } = commandLine;
  const named = options.value('config');
  // The named configuration is written, not read.
  const reading = { ...context, commandLine: { ...commandLine, options: withoutConfig(options) } };
  const settings = await readSettings(reading, operands);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const path =
    named === undefined ? defaultPath(environment.cwd, settings.value) : fromWorkingDirectory(environment.cwd, named);
  const existing = named === undefined ? findConfig(settings.value.fileSystem, posix.dirname(path)) : undefined;
  if (existing !== undefined) {
    return refuse(environment, [
      `${existing} holds for these paths already, and init overwrites nothing. --config names another file.`,
    ]);
  }
  const flags = readFlags(options, await dependencies.tierNames());
  if (flags.kind === 'mistaken') return refuse(environment, flags.mistakes);
  const config = withFlags(defaultConfig, flags.value);
  const { report } = await watchedLint(context, {
    ...settings.value,
    config,
    // The file states a primary Region, and that alone deploys nothing there.
    region: undefined,
    verdicts: 'findings',
    today: todayOf(environment),
  });
  const empty = emptyPathMistakes(settings.value, report, options);
  if (empty.length > 0) return refuse(environment, empty);
  const text = starterConfig(report, { path, tier: config.tier });
  const reason = environment.createFile(path, text);
  if (reason !== undefined) return refuse(environment, [`${path} can't be written: ${reason}`]);
  environment.stdout.write(text);
  remark(environment, `Wrote ${path}.${config.tier === undefined ? ' Next: state in it which tier is promised.' : ''}`);
  return exitCodes.ok;
}

/** In the working directory, where runs without a path look; for paths outside of it, in the folder that holds them all. */
function defaultPath(cwd: string, { paths }: Settings): string {
  const common = commonFolder(cwd, paths);
  return posix.join(common === '..' || common.startsWith('../') ? common : '.', '.dr-lint.yaml');
}

function withoutConfig(options: Options): Options {
  const kept = optionNames.filter((name) => name !== 'config' && options.isGiven(name));
  return new Options(new Map(kept.map((name) => [name, options.values(name)])));
}
