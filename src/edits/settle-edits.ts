/**
 * Makes edits in memory, round by round, and judges the result anew each time: what doesn't parse, doesn't settle its
 * finding, or brings a new error or warning is taken back.
 */
import { appendTo } from '../core/append-to.ts';
import { reaches, type Level } from '../core/level.ts';
import type { SourceFile } from '../core/source.ts';
import { withEdits, type TextEdit } from '../core/text-edit.ts';
import type { Finding } from '../findings/finding.ts';
import type { Report } from '../findings/report.ts';
import { verdictKey } from '../policy/verdict.ts';

export interface Settling {
  /** Of what is there, with proposals, and nothing filtered out. */
  readonly report: Report;
  /** The findings that may be fixed, of those in the report; all of them when undefined. */
  readonly only: readonly Finding[] | undefined;
  /** Judges anew, with these texts (path → text) in place of what is there. */
  readonly lint: (texts: ReadonlyMap<string, string>) => Promise<Report>;
}

export interface Settled {
  /** Path → the text before and after. */
  readonly changes: ReadonlyMap<string, Change>;
  /** The findings that are gone by an edit. */
  readonly fixed: readonly Finding[];
  /** Those whose edit was taken back, with the reason as the end of a sentence. */
  readonly takenBack: readonly { readonly finding: Finding; readonly because: string }[];
}

export interface Change {
  readonly before: string;
  readonly after: string;
}

/** Runs of the linter. A resource takes one for each of its edits, since one may be the cure of several findings. */
const mostRuns = 40;

interface Candidate {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

export async function settleEdits({ report, only, lint }: Settling): Promise<Settled> {
  const allowed = only === undefined ? undefined : new Set(only.flatMap(keysOf));
  const fixed: Finding[] = [];
  const takenBack = new Map<string, { readonly finding: Finding; readonly because: string }>();
  const befores = new Map<string, string>();
  let texts = new Map<string, string>();
  let current = report;
  for (let run = 0; run < mostRuns; run += 1) {
    const candidates = candidatesIn(current, (finding) => {
      const keys = keysOf(finding);
      return !takenBack.has(keys.join('\n')) && (allowed === undefined || keys.every((key) => allowed.has(key)));
    });
    if (candidates.length === 0) break;
    const edited = new Map([...texts, ...editedTexts(candidates, befores)]);
    const next = await lint(edited);
    const faulty = faultsOf(candidates, current, next);
    if (faulty.size === 0) {
      fixed.push(...candidates.map(({ finding }) => finding));
      texts = edited;
      current = next;
    }
    for (const [{ finding }, because] of faulty) takenBack.set(keysOf(finding).join('\n'), { finding, because });
  }
  const changes = new Map([...texts].map(([path, after]) => [path, { before: befores.get(path) ?? '', after }]));
  return { changes, fixed, takenBack: [...takenBack.values()] };
}

/** The edits that can be made at once: of several on one resource, or that touch or meet each other, the first. */
function candidatesIn(report: Report, isAllowed: (finding: Finding) => boolean): readonly Candidate[] {
  const taken = new Map<SourceFile, TextEdit[]>();
  const busy = new Set<string>();
  const candidates: Candidate[] = [];
  for (const finding of report.findings) {
    const proposal = report.proposals?.get(finding.fingerprint);
    if (proposal?.kind !== 'edits' || !isAllowed(finding)) continue;
    const isFree = proposal.edits.every(({ range }) =>
      (taken.get(range.file) ?? []).every((other) => other.range.end < range.start || range.end < other.range.start),
    );
    if (!isFree || finding.resources.some((id) => busy.has(id))) continue;
    for (const id of finding.resources) busy.add(id);
    candidates.push({ finding, edits: proposal.edits });
    for (const edit of proposal.edits) appendTo(taken, edit.range.file, edit);
  }
  return candidates;
}

/** @param befores gets the text of each file that is edited for the first time */
function editedTexts(candidates: readonly Candidate[], befores: Map<string, string>): ReadonlyMap<string, string> {
  const byFile = new Map<SourceFile, TextEdit[]>();
  for (const edit of candidates.flatMap(({ edits }) => edits)) appendTo(byFile, edit.range.file, edit);
  const texts = new Map<string, string>();
  for (const [file, edits] of byFile) {
    if (!befores.has(file.path)) befores.set(file.path, file.text);
    texts.set(file.path, withEdits(file.text, edits));
  }
  return texts;
}

/** The edits that must not be made, with the reason: those to blame for what is worse than before. */
function faultsOf(candidates: readonly Candidate[], before: Report, after: Report): ReadonlyMap<Candidate, string> {
  const faulty = new Map<Candidate, string>();
  const remaining = new Set(after.findings.filter(isOpen).flatMap(keysOf));
  for (const candidate of candidates) {
    const [key] = keysOf(candidate.finding);
    if (key !== undefined && keysOf(candidate.finding).some((each) => remaining.has(each))) {
      faulty.set(candidate, 'it would still fail then');
    }
  }
  const known = new Map(before.findings.filter(isOpen).flatMap(gravitiesOf));
  for (const finding of after.findings.filter(isOpen)) {
    const isWorse = gravitiesOf(finding).some(
      ([key, level]) => reaches(level, 'warning') && !reaches(known.get(key) ?? 'note', level),
    );
    if (!isWorse) continue;
    for (const candidate of blamed(finding, candidates)) faulty.set(candidate, `${finding.policy} would fail then`);
  }
  return faulty;
}

/** The edits of the same resource, else of the same file, else all. */
function blamed(finding: Finding, candidates: readonly Candidate[]): readonly Candidate[] {
  const resources = new Set(finding.resources);
  const ofResource = candidates.filter((each) => each.finding.resources.some((id) => resources.has(id)));
  if (ofResource.length > 0) return ofResource;
  const ofFile = candidates.filter(({ edits }) => edits.some(({ range }) => range.file.path === finding.path));
  return ofFile.length > 0 ? ofFile : candidates;
}

function isOpen({ state }: Finding): boolean {
  return state === 'open';
}

/** What it is about, whatever else changes, and whatever consequences are told in it. */
function keysOf(finding: Finding): readonly string[] {
  const { policy, verdicts } = finding;
  if (verdicts.length === 0) return [keyOfDiagnostic(finding)];
  return verdicts.filter((verdict) => verdict.policy === policy).map(verdictKey);
}

/** How grave each thing is that it tells, consequences too. */
function gravitiesOf(finding: Finding): readonly (readonly [key: string, level: Level])[] {
  if (finding.verdicts.length === 0) return [[keyOfDiagnostic(finding), finding.level]];
  return finding.verdicts.map((verdict) => [verdictKey(verdict), verdict.level]);
}

function keyOfDiagnostic({ policy, path, message }: Finding): string {
  return `${policy} ${path} ${message}`;
}
