/**
 * SARIF 2.1.0 as code scanning takes it: one run, every policy as a rule, one-line regions, stable fingerprints, and
 * nothing that changes between two runs over the same input.
 */
import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import type { Diagnostic } from '../core/diagnostic.ts';
import { levels } from '../core/level.ts';
import type { Finding } from '../findings/finding.ts';
import type { Proposal } from '../findings/proposal.ts';
import type { Report } from '../findings/report.ts';
import { compareTexts } from '../findings/sort.ts';
import { jsonText } from './json-text.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { artifactChanges, fileLocation, sarifLocation } from './sarif-location.ts';
import { diagnosticRule, policyRule } from './sarif-rules.ts';
import { missedJson } from './workload-json.ts';

// Of 25 000 results that are accepted only the first 5 000 are kept, so that it is better to choose them here.
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
const maximumResults = 4500;

export const sarifReporter: Reporter = (report, options) => jsonText(sarifLog(report, options));

function sarifLog(report: Report, options: ReporterOptions): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [sarifRun(report, options)],
  };
}

function sarifRun(report: Report, options: ReporterOptions): Run {
  const { tool, diagnostics, findings } = report;
  const rules = rulesOf(report);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const told = findings.filter(({ state }) => state === 'open' || options.suppressed === true);
  const kept = gravest(told);
  const leftOut = told.length - kept.length;
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted(compareTexts);
  return {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        ...(tool.homepage !== undefined && { informationUri: tool.homepage }),
        rules,
        ...(codes.length > 0 && { notifications: codes.map(diagnosticRule) }),
      },
    },
    automationDetails: { id: `${options.category ?? tool.name}/` },
    originalUriBaseIds: { '%SRCROOT%': { description: { text: `The directory that ${tool.name} was run in.` } } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: !diagnostics.some(({ level }) => level === 'error'),
        toolExecutionNotifications: [
          ...diagnostics.map((diagnostic) => notificationOf(diagnostic, codes.indexOf(diagnostic.code))),
          ...(leftOut > 0 ? [leftOutNotification(leftOut)] : []),
        ],
      },
    ],
    results: kept.map((finding) => ({
      ...resultOf(finding, ruleIndexes.get(finding.policy)),
      ...fixesOf(finding, report.proposals?.get(finding.fingerprint)),
      ...propertiesOf(finding, report),
    })),
  };
}

/** Every policy of the run, whether it found something or not, and the codes of the diagnostics that occurred. */
function rulesOf({ policies, findings }: Report): ReportingDescriptor[] {
  const rules = new Map(policies.map((policy) => [`${policy.id}`, policyRule(policy)]));
  for (const { policy } of findings) if (!rules.has(policy)) rules.set(policy, diagnosticRule(policy));
  return [...rules.values()].toSorted((left, right) => compareTexts(left.id, right.id));
}

/** All that fit, the gravest first when they do not; in their own order either way. */
function gravest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= maximumResults) return findings;
  const byLevel = findings.toSorted((left, right) => levels.indexOf(right.level) - levels.indexOf(left.level));
  const kept = new Set(byLevel.slice(0, maximumResults));
  return findings.filter((finding) => kept.has(finding));
}

function resultOf(finding: Finding, ruleIndex: number | undefined): Result {
  const { policy, level, place, path, related, state, fingerprint } = finding;
  const location = place === undefined ? fileLocation(path) : sarifLocation(place);
  return {
    ruleId: policy,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level,
    message: { text: messageText(finding) },
    locations: path === '' ? [] : [location],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ range, label }, index) => ({
        id: index + 1,
        message: { text: plainText(label) },
        ...sarifLocation(range),
      })),
    }),
    partialFingerprints: { 'drLint/v1': fingerprint },
    ...(state !== 'open' && {
      suppressions: [{ kind: 'external' as const, status: 'accepted' as const }],
    }),
  };
}

/** Where an editor can make the change by itself. */
function fixesOf({ fix }: Finding, proposal: Proposal | undefined): Pick<Result, 'fixes'> {
  if (proposal?.kind !== 'edits') return {};
  return { fixes: [{ description: { text: plainText(fix) }, artifactChanges: artifactChanges(proposal.edits) }] };
}

/** A finding of a thousand instances must stay readable. */
const maximumMissing = 20;

/** The promises that its resources break, for machines: each disruption with the estimate. */
function propertiesOf({ verdicts }: Finding, report: Report): Pick<Result, 'properties'> {
  const missing = verdicts.filter(({ missed }) => missed !== undefined).slice(0, maximumMissing);
  if (missing.length === 0) return {};
  const objectivesMissed = missing.map((verdict) => ({
    resource: report.graph.node(verdict.node)?.address ?? verdict.node,
    missed: missedJson(verdict, report),
  }));
  return { properties: { objectivesMissed } };
}

/** Related locations are shown only where the message links to them. */
function messageText({ message, related }: Finding): string {
  const text = plainText(message);
  if (related.length === 0) return text;
  const links = related.map(({ label }, index) => `[${label.replaceAll(/[[\]\\]/gu, String.raw`\$&`)}](${index + 1})`);
  return `${text} See: ${links.join(', ')}.`;
}

/** A name from the input must not become a link. */
function plainText(text: string): string {
  return text.replaceAll('](', '] (');
}

function notificationOf(diagnostic: Diagnostic, index: number): Notification {
  const { code, level, message, range, path } = diagnostic;
  return {
    descriptor: { id: code, index },
    level,
    message: { text: plainText(message) },
    ...(path !== '' && { locations: [range === undefined ? fileLocation(path) : sarifLocation(range)] }),
  };
}

function leftOutNotification(count: number): Notification {
  return {
    level: 'warning',
    message: {
      text: `${count} findings of the lowest levels were left out, because code scanning would cut them off.`,
    },
  };
}
