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

/** The edits that something is to be put down to, with the reason why they must not be made. */
type Blame = ReadonlyMap<Candidate, string>;

interface State {
  /** Path → text, of the files that are edited. */
  readonly texts: ReadonlyMap<string, string>;
  readonly report: Report;
  readonly fixed: readonly Finding[];
}

export async function settleEdits({ report, only, lint }: Settling): Promise<Settled> {
  const settler = new Settler(report, only);
  for (let run = 0; run < mostRuns; run += 1) {
    const candidates = settler.next();
    if (candidates.length === 0) break;
    const texts = settler.textsWith(candidates);
    settler.judge(candidates, texts, await lint(texts));
  }
  return settler.settled();
}

class Settler {
  readonly #known: ReadonlySet<string>;
  /** The keys of what may be fixed; all of it when undefined. */
  readonly #allowed: Set<string> | undefined;
  readonly #befores = new Map<string, string>();
  readonly #takenBack = new Map<string, Settled['takenBack'][number]>();
  /** Of what was taken back that which is not tried again: it was tried on what there is. */
  readonly #blocked = new Set<string>();
  #fixedWhenRetried = 0;
  #state: State;
  /** Before edits that brought failures which other edits can settle: what to return to if none does, and without which edits. */
  #owing: { readonly state: State; readonly debts: Map<string, Blame> } | undefined;

  constructor(report: Report, only: Settling['only']) {
    this.#known = new Set(report.findings.flatMap(keysOf));
    this.#state = { texts: new Map(), report, fixed: [] };
    this.#allowed = only === undefined ? undefined : new Set(only.flatMap(keysOf));
  }

  /** What to try; none when all is settled. */
  next(): readonly Candidate[] {
    let candidates = this.#candidates();
    if (candidates.length === 0 && this.#owing !== undefined) {
      this.#goBack();
      candidates = this.#candidates();
    }
    // Another edit may have made room for what was taken back before it.
    if (candidates.length === 0 && this.#state.fixed.length > this.#fixedWhenRetried) {
      this.#fixedWhenRetried = this.#state.fixed.length;
      this.#blocked.clear();
      candidates = this.#candidates();
    }
    return candidates;
  }

  textsWith(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
    return new Map([...this.#state.texts, ...editedTexts(candidates, this.#befores)]);
  }

  /** @param report on the texts with the edits of all candidates */
  judge(candidates: readonly Candidate[], texts: State['texts'], report: Report): void {
    const faults = unsettled(candidates, report);
    const debts = new Map<string, Blame>();
    for (const { finding, keys } of worseFindings(this.#state.report, report)) {
      const because = `${finding.policy} would fail then`;
      const blame = new Map(blamed(finding, candidates).map((each) => [each, because]));
      if (this.#canBeSettled(finding, report)) for (const key of [...keys, ...keysOf(finding)]) debts.set(key, blame);
      else for (const [candidate] of blame) faults.set(candidate, because);
    }
    if (faults.size > 0) return this.#takeBack(faults);
    this.#owe(debts);
    const fixed = [...this.#state.fixed, ...candidates.map(({ finding }) => finding)];
    this.#state = { texts, report, fixed };
    const grave = new Set(report.findings.filter(isOpen).flatMap((finding) => graveOf(finding).map(([key]) => key)));
    if (this.#owing !== undefined && ![...this.#owing.debts.keys()].some((key) => grave.has(key))) {
      this.#owing = undefined;
    }
  }

  settled(): Settled {
    if (this.#owing !== undefined) this.#goBack();
    const { texts, fixed, report } = this.#state;
    const open = openKeys(report);
    const changes = [...texts].map(
      ([path, after]) => [path, { before: this.#befores.get(path) ?? '', after }] as const,
    );
    return {
      changes: new Map(changes),
      fixed: fixed.filter((finding) => keysOf(finding).some((key) => this.#known.has(key))),
      takenBack: [...this.#takenBack.values()].filter(({ finding }) => keysOf(finding).some((key) => open.has(key))),
    };
  }

  /** By an edit of its own, unless that was taken back, or did it before. */
  #canBeSettled(finding: Finding, { proposals }: Report): boolean {
    const key = keyOf(finding);
    const isTried = this.#blocked.has(key) || this.#state.fixed.some((each) => keyOf(each) === key);
    return !isTried && proposals?.get(finding.fingerprint)?.kind === 'edits';
  }

  #owe(debts: ReadonlyMap<string, Blame>): void {
    if (debts.size === 0) return;
    this.#owing ??= { state: this.#state, debts: new Map() };
    for (const [key, blame] of debts) {
      this.#owing.debts.set(key, blame);
      this.#allowed?.add(key);
    }
  }

  #goBack(): void {
    if (this.#owing === undefined) return;
    const { state, debts } = this.#owing;
    this.#state = state;
    this.#owing = undefined;
    for (const blame of debts.values()) this.#takeBack(blame);
  }

  #takeBack(faults: Blame): void {
    for (const [{ finding }, because] of faults) {
      this.#takenBack.set(keyOf(finding), { finding, because });
      this.#blocked.add(keyOf(finding));
    }
  }

  #candidates(): readonly Candidate[] {
    return candidatesIn(
      this.#state.report,
      (finding) =>
        !this.#blocked.has(keyOf(finding)) &&
        keysOf(finding).every((key) => this.#allowed === undefined || this.#allowed.has(key)),
    );
  }
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

/** The edits after which their findings are still there, with the reason why they must not be made. */
function unsettled(candidates: readonly Candidate[], after: Report): Map<Candidate, string> {
  const open = openKeys(after);
  const faulty = candidates.filter(({ finding }) => keysOf(finding).some((key) => open.has(key)));
  return new Map(faulty.map((candidate) => [candidate, 'it would still fail then']));
}

/** What fails newly, or more gravely, as a warning or an error: what of each finding, consequences too. */
function worseFindings(
  before: Report,
  after: Report,
): readonly { readonly finding: Finding; readonly keys: readonly string[] }[] {
  const known = new Map(before.findings.filter(isOpen).flatMap(gravitiesOf));
  return after.findings
    .filter(isOpen)
    .map((finding) => {
      const worse = graveOf(finding).filter(([key, level]) => !reaches(known.get(key) ?? 'note', level));
      return { finding, keys: worse.map(([key]) => key) };
    })
    .filter(({ keys }) => keys.length > 0);
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

function openKeys({ findings }: Report): ReadonlySet<string> {
  return new Set(findings.filter(isOpen).flatMap(keysOf));
}

function keyOf(finding: Finding): string {
  return keysOf(finding).join('\n');
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

function graveOf(finding: Finding): ReturnType<typeof gravitiesOf> {
  return gravitiesOf(finding).filter(([, level]) => reaches(level, 'warning'));
}

function keyOfDiagnostic({ policy, path, message }: Finding): string {
  return `${policy} ${path} ${message}`;
}
