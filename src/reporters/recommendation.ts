/** A recommended tier as text, Markdown and JSON: why it, what it takes, what to know, and the configuration that states it. */
import type { CheaperTier, NeedValue, Recommendation, RecommendedMechanism } from '../assessment/recommend.ts';
import type { Purpose } from '../assessment/recommendation-data.ts';
import { jsonText } from './json-text.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import type { ReporterOptions } from './reporter.ts';
import { hanging, paint } from './text-style.ts';

/** In the order in which they are told. */
const purposes: readonly Purpose[] = ['data', 'compute', 'traffic', 'backups', 'people'];

const noTier = 'None of this depends on the tier: keep the one that is promised.';

/** @param format text, json or markdown */
export function printRecommendation(recommendation: Recommendation, format: string, options: ReporterOptions): string {
  if (format === 'json') return recommendationJson(recommendation);
  return format === 'markdown' ? recommendationMarkdown(recommendation) : recommendationText(recommendation, options);
}

function recommendationText(recommendation: Recommendation, options: ReporterOptions): string {
  const { because, remarks, cheaper, mechanisms } = recommendation;
  const listed = (items: readonly string[]): readonly string[] =>
    items.flatMap((item) => hanging('  * ', item, 4, options.width));
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint(title, 'heading', options), ...lines];
  return [
    ...hanging('', headline(recommendation), 2, options.width),
    ...section('Why', listed(because)),
    ...section('What it takes', listed(sorted(mechanisms).map(phrase))),
    ...section('Mind', listed(remarks)),
    ...section('Cheaper', listed(cheaper.map(cheaperSentence))),
    ...section(
      'In .dr-lint.yaml',
      configLines(recommendation).map((line) => `  ${line}`),
    ),
    '',
  ].join('\n');
}

function recommendationMarkdown(recommendation: Recommendation): string {
  const { because, remarks, cheaper, mechanisms } = recommendation;
  const section = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`### ${title}`, '', ...items.map((item) => `* ${item}`), ''];
  return [
    `## ${markdownText(headline(recommendation))}`,
    '',
    ...section('Why', because.map(markdownText)),
    ...section('What it takes', sorted(mechanisms).map(markdownMechanism)),
    ...section('Mind', remarks.map(markdownText)),
    ...section(
      'Cheaper',
      cheaper.map((each) => markdownText(cheaperSentence(each))),
    ),
    '```yaml',
    ...configLines(recommendation),
    '```',
    '',
  ].join('\n');
}

/** Times in seconds. */
function recommendationJson({ request, ...recommended }: Recommendation): string {
  const { rto, rpo, retention, cost, needs } = request;
  return jsonText({
    schemaVersion: 1,
    request: {
      ...(rto !== undefined && { rto }),
      ...(rpo !== undefined && { rpo }),
      ...(retention !== undefined && { retention }),
      ...(cost !== undefined && { cost }),
      needs: Object.fromEntries(needs),
    },
    tier: recommended.tier ?? null,
    because: recommended.because,
    mechanisms: recommended.mechanisms,
    remarks: recommended.remarks,
    cheaper: recommended.cheaper,
  });
}

function headline({ tier }: Recommendation): string {
  return tier === undefined ? noTier : `Recommended tier: ${tier}`;
}

function sorted(mechanisms: readonly RecommendedMechanism[]): readonly RecommendedMechanism[] {
  const rank = (each: RecommendedMechanism): number =>
    purposes.indexOf(each.for) + (each.optional ? purposes.length : 0);
  return mechanisms.toSorted((one, other) => rank(one) - rank(other));
}

function phrase({ for: purpose, build, policies, optional }: RecommendedMechanism): string {
  const checks = policies.length === 0 ? '' : ` (${policies.join(', ')})`;
  return `${purpose}${optional ? ', worth adding' : ''}: ${build}${checks}`;
}

function markdownMechanism(mechanism: RecommendedMechanism): string {
  const checks = mechanism.policies.map(markdownCode).join(', ');
  const told = markdownText(phrase({ ...mechanism, policies: [] }));
  return `${told}${checks === '' ? '' : ` (${checks})`} [AWS](${mechanism.reference})`;
}

function cheaperSentence({ tier, where, mechanisms }: CheaperTier): string {
  return `${tier} with ${mechanisms.map(({ build }) => build).join('; ')}: where ${where}`;
}

/** What to write, so that lint holds the code against what was asked for; the needs that lint knows belong to a workload. */
function configLines({ request, tier }: Recommendation): readonly string[] {
  const { rto, rpo } = request;
  const objectives = [
    ...(rto === undefined ? [] : [`rto: ${spellSeconds(rto)}`]),
    ...(rpo === undefined ? [] : [`rpo: ${spellSeconds(rpo)}`]),
  ];
  const needs = [...request.needs].flatMap(([name, value]) => needEntry(name, value));
  return [
    ...(tier === undefined ? [] : [`tier: ${tier}`]),
    ...(objectives.length === 0 ? [] : [`objectives: { ${objectives.join(', ')} }`]),
    ...(needs.length === 0
      ? []
      : ['workloads:', `  - { name: everything, include: ['**'], needs: [${needs.join(', ')}] }`]),
  ];
}

/** Needs that only choose a tier: lint asks nothing more for them. */
const choosingNeeds: ReadonlySet<string> = new Set(['global-users', 'low-latency', 'compliance']);

function needEntry(name: string, value: NeedValue): readonly string[] {
  if (choosingNeeds.has(name)) return [];
  if (value === true) return [name];
  if (typeof value !== 'number') return [`{ ${name}: [${value.join(', ')}] }`];
  return [`{ ${name}: ${name === 'point-in-time-days' ? value : spellSeconds(value)} }`];
}

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
] as const;

/** As a configuration spells it: the largest unit that leaves no rest. */
function spellSeconds(seconds: number): string {
  if (seconds === 0) return '0s';
  const unit = units.find(([, size]) => seconds % size === 0);
  return unit === undefined ? `${seconds}s` : `${seconds / unit[1]}${unit[0]}`;
}
