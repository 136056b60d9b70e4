/** `dr-lint recommend`: the cheapest tier that meets objectives and needs, and what it takes. It reads no code. */
import { recommend, type RecommendationRequest } from '../../assessment/recommend.ts';
import { recommendations } from '../../assessment/recommendations.generated.ts';
import { tiersWith } from '../../policy/built-in.ts';
import { printRecommendation } from '../../reporters/recommendation.ts';
import { done, mistaken, type Attempt } from '../attempt.ts';
import { refuse, type CommandContext } from '../command-context.ts';
import { formatsOf } from '../commands.ts';
import type { ExitCode } from '../exit-codes.ts';
import { durationMistakes, secondsOf } from '../flags.ts';
import { readNeeds } from '../needs.ts';
import type { Options } from '../options.ts';
import { outputTargets, writeResults } from '../outputs.ts';
import { readSettings } from '../settings.ts';

export async function runRecommend(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment } = context;
  const { options, operands } = commandLine;
  const [operand] = operands;
  if (operand !== undefined) {
    return refuse(environment, [
      `recommend takes no path: ${operand}. What a path achieves is told by dr-lint ${operand}.`,
    ]);
  }
  const targets = outputTargets(options, await formatsOf(context));
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const request = readRequest(options);
  if (request.kind === 'mistaken') return refuse(environment, request.mistakes);
  const settings = await readSettings(context, []);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const recommendation = recommend(request.value, tiersWith(settings.value.config.tiers), recommendations);
  return writeResults(context, targets.value, async ({ format }, printing) =>
    printRecommendation(recommendation, format, printing),
  );
}

function readRequest(options: Options): Attempt<RecommendationRequest> {
  const needs = readNeeds(options.values('need'), recommendations.needs);
  const mistakes = [
    ...durationMistakes(options, ['rto', 'rpo', 'retention']),
    ...(needs.kind === 'mistaken' ? needs.mistakes : []),
  ];
  if (mistakes.length > 0 || needs.kind === 'mistaken') return mistaken(mistakes);
  const asked = ['rto', 'rpo', 'retention', 'need'] as const;
  if (!asked.some((name) => options.isGiven(name))) {
    return mistaken([
      'recommend needs to know what is asked for: --rto 15m, --rpo 1m, --retention 7d or --need immutability.',
    ]);
  }
  return done({
    rto: secondsOf(options.value('rto')),
    rpo: secondsOf(options.value('rpo')),
    retention: secondsOf(options.value('retention')),
    needs: needs.value,
    cost: options.value('cost') === 'minimal' ? 'minimal' : undefined,
  });
}
