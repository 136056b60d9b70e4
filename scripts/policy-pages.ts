/** The pages about all policies: one for each service, an index with the level at each tier, and what the standards call the same. */
import { appendTo } from '../src/core/append-to.ts';
import { compareTexts } from '../src/findings/sort.ts';
import type { Explained } from '../src/reporters/explain.ts';
import { markdownText } from '../src/reporters/markdown-text.ts';
import { standardsOf, type ExplainedTiers } from '../src/reporters/policy-account.ts';
import { markdownTable, policyMarkdown } from '../src/reporters/policy-markdown.ts';

const generated = '<!-- Generated from policies/ and fixtures/policies/ by `npm run docs`; do not edit. -->';

/** Name of a page → its text. `explained` is sorted by id. */
export function explainedPages(explained: readonly Explained[], tiers: ExplainedTiers): ReadonlyMap<string, string> {
  const services = new Map<string, Explained[]>();
  for (const each of explained) appendTo(services, serviceOf(each.policy.id), each);
  return new Map([
    ['README.md', indexPage(services, tiers)],
    ['standards.md', standardsPage(explained)],
    ...[...services].map(([service, members]) => [`${service}.md`, servicePage(service, members, tiers)] as const),
  ]);
}

function serviceOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function servicePage(service: string, members: readonly Explained[], tiers: ExplainedTiers): string {
  const sections = members.map((each) => policyMarkdown(each, tiers));
  return [generated, '', `# ${service}`, '', 'All policies: [index](README.md).', '', sections.join('\n')].join('\n');
}

function indexPage(services: ReadonlyMap<string, readonly Explained[]>, tiers: ExplainedTiers): string {
  const head = ['policy', 'what must hold', ...tiers.names];
  const sections = [...services].map(([service, members]) => {
    const rows = members.map(({ policy }) => [
      link(policy.id),
      markdownText(policy.title),
      ...tiers.names.map((tier) => tiers.levelOf(policy, tier) ?? '-'),
    ]);
    return `## ${service}\n\n${markdownTable([head, ...rows])}\n`;
  });
  const count = [...services.values()].flat().length;
  return [
    generated,
    '',
    '# Policies',
    '',
    `${count} policies, with their level at each tier; \`off\` is not told. \`dr-lint explain POLICY\` prints what stands on these pages.`,
    'What AWS Config, Security Hub, Backup Audit Manager and the Well-Architected Framework call the same: [standards](standards.md).',
    'Your own policies: [how to write one](../writing-policies.md).',
    '',
    sections.join('\n'),
  ].join('\n');
}

function standardsPage(explained: readonly Explained[]): string {
  const standards = new Map<string, Map<string, string[]>>();
  for (const { policy } of explained) {
    for (const [name, ids] of standardsOf(policy)) {
      const byId = standards.get(name) ?? new Map<string, string[]>();
      standards.set(name, byId);
      for (const id of ids) appendTo(byId, id, link(policy.id));
    }
  }
  const sections = sortedByKey(standards).map(([name, byId]) => {
    const rows = sortedByKey(byId).map(([id, links]) => [markdownText(id), links.join(', ')]);
    return `## ${name}\n\n${markdownTable([['id', 'policies'], ...rows])}\n`;
  });
  return [
    generated,
    '',
    '# Standards',
    '',
    'Which policies judge in code what these standards ask for. A policy may ask for more: it knows the tier that was promised.',
    '',
    sections.join('\n'),
  ].join('\n');
}

function sortedByKey<T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...entries].toSorted(([one], [other]) => compareTexts(one, other));
}

function link(id: string): string {
  return `[${id}](${serviceOf(id)}.md#${anchor(id)})`;
}

/** As GitHub makes them of headings. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/gu, '')
    .replaceAll(' ', '-');
}
