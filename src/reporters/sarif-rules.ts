/** Policies and diagnostic codes as SARIF rules. */
import type { PropertyBag, ReportingDescriptor } from 'sarif';
import { levels, type FindingLevel } from '../core/level.ts';
import type { Policy } from '../policy/policy.ts';

// The limits of a rule's texts and tags.
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support#reportingdescriptor-object
const maximumText = 1024;
const maximumTags = 20;

// `error` shows as high, `warning` as medium, `note` as low (over 7.0, over 4.0, over 0.1).
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support#reportingdescriptor-object
const severities = {
  error: { security: '8.0', problem: 'error' },
  warning: { security: '5.0', problem: 'warning' },
  note: { security: '2.0', problem: 'recommendation' },
} as const satisfies Record<FindingLevel, { readonly security: string; readonly problem: string }>;

export function policyRule(policy: Policy): ReportingDescriptor {
  const level = highestLevel(policy);
  const [helpUri] = policy.references;
  return {
    id: policy.id,
    name: pascalCase(policy.id),
    shortDescription: { text: limited(sentence(policy.title)) },
    fullDescription: { text: limited(policy.why.trim() === '' ? sentence(policy.title) : policy.why.trim()) },
    help: { text: helpText(policy), markdown: helpMarkdown(policy) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
    properties: propertiesOf(policy, level),
  };
}

/** The rule of a diagnostic, whose message and help say all there is to say. */
export function diagnosticRule(code: string): ReportingDescriptor {
  const text = diagnosticTexts.get(code) ?? 'Something about an input or the configuration needs attention.';
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text },
    fullDescription: { text },
    help: { text },
    properties: { tags: ['disaster-recovery', code.slice(0, code.indexOf('/'))], precision: 'very-high' },
  };
}

const diagnosticTexts = new Map([
  ['input/syntax', 'A file has a syntax error; what stands in it is judged only in part.'],
  ['input/unreadable', 'A file could not be read; what it declares is not judged.'],
  ['input/too-large', 'A file is too large to be read; what it declares is not judged.'],
  ['input/unresolved-module', 'A module is not on disk; what it declares is not judged.'],
  [
    'input/modelled-module',
    'A module or template lies elsewhere; what it declares is judged by a model of it, or by the file it was uploaded from.',
  ],
  ['input/unresolved-include', 'An included file is not on disk; what it declares is not judged.'],
  ['input/cycle', 'Declarations refer to each other in a circle; their values are not known.'],
  ['input/limit', 'A bound on depth, size or number was reached; what lies beyond it is not judged.'],
  ['input/provider-unconfigured', 'A provider is configured nowhere; the Region of its resources is not known.'],
  ['suppression/expired', 'A suppression has expired and no longer applies.'],
  ['suppression/ending', 'A suppression ends within two weeks.'],
  ['suppression/unused', 'A suppression hides nothing.'],
  ['suppression/no-reason', 'A suppression gives no reason.'],
  ['config/unknown-key', 'The configuration holds a key that is not known.'],
]);

/** The level of a result is its own; this is what the rule amounts to where it is gravest. */
function highestLevel({ level }: Policy): FindingLevel {
  let highest: FindingLevel = 'note';
  for (const each of Object.values(level)) {
    if (each !== 'off' && levels.indexOf(each) > levels.indexOf(highest)) highest = each;
  }
  return highest;
}

function propertiesOf({ id, guards, standards }: Policy, level: FindingLevel): PropertyBag {
  const service = id.slice(0, id.indexOf('/'));
  const losesSomething = guards.some((guard) => guard !== 'hygiene' && guard !== 'validity');
  const tags = ['disaster-recovery', service, ...guards, ...Object.values(standards).flat()];
  return {
    tags: [...new Set(tags)].slice(0, maximumTags),
    precision: 'high',
    'problem.severity': severities[level].problem,
    // With a score an alert counts as one of security: right for lost data and outages, wrong for tidiness.
    ...(losesSomething && { 'security-severity': severities[level].security }),
  };
}

function helpText({ why, fix, references }: Policy): string {
  return [why, `Terraform: ${fix.terraform}`, `CloudFormation: ${fix.cloudformation}`, ...references]
    .map((part) => part.trim())
    .join('\n');
}

function helpMarkdown({ title, why, fix, references }: Policy): string {
  const sections = [
    `**${title.trim()}**`,
    why.trim(),
    `## How to fix`,
    `**Terraform:** ${fix.terraform.trim()}`,
    `**CloudFormation:** ${fix.cloudformation.trim()}`,
  ];
  if (references.length > 0) sections.push('## References', references.map((page) => `- <${page}>`).join('\n'));
  return sections.join('\n\n');
}

/** `rds/multi-az` as `RdsMultiAz`. */
function pascalCase(id: string): string {
  return id
    .split(/[^a-zA-Z0-9]+/u)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('')
    .slice(0, 255);
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith('.') ? trimmed : `${trimmed}.`;
}

function limited(text: string): string {
  return text.length <= maximumText ? text : `${text.slice(0, maximumText - 1)}…`;
}
