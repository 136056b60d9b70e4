/** Lints with somebody watching: progress for who looks at a terminal, figures for who asks for them. */
import type { Report } from '../findings/report.ts';
import type { LintOptions } from '../lint.ts';
import type { CommandContext } from './command-context.ts';
import { Progress } from './progress.ts';
import { RunFigures } from './run-figures.ts';

export interface WatchedReport {
  readonly report: Report;
  readonly figures: RunFigures;
}

export async function watchedLint(context: CommandContext, options: LintOptions): Promise<WatchedReport> {
  const { commandLine, environment, dependencies } = context;
  const figures = new RunFigures(environment);
  const progress = new Progress(environment, commandLine.options.isGiven('quiet'));
  try {
    const report = await dependencies.lint({
      ...options,
      fileSystem: figures.counting(options.fileSystem),
      watcher: {
        begin: (stage) => {
          figures.begin(stage);
          progress.begin(stage);
        },
        evaluated: (done, total) => progress.evaluated(done, total),
      },
    });
    return { report, figures };
  } finally {
    progress.end();
  }
}
