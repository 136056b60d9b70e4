/**
 * Rewritings of a fixture that mean the same to its language, and the law that they obey: addresses and places
 * change, verdicts never. Those of templates stand in `cloudformation/`.
 *
 * To add one: write a `Transformation` in `transformations/<name>.ts`, and add it to `transformations/index.ts`. Its
 * `rewrite` gets the fixture as a `TerraformProject` (texts and syntax trees) and returns the new files, mostly as
 * `{ files: edited(project.files, edits) }`, or undefined where there is nothing to rewrite. The settings in a fixture's
 * comments (`# tier: …`) are read from the original text, so comments may get lost.
 */
import type { Report } from '../../src/findings/report.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { asDeployed } from '../helpers/deployed.ts';
import { lintFixture, type Fixture } from '../helpers/fixture.ts';
import type { Files } from '../helpers/source-edits.ts';
import type { TerraformProject } from './terraform-project.ts';

export interface Transformation<Project = TerraformProject> {
  /** As the list of tests shows it: `in a module`. */
  readonly what: string;
  readonly rewrite: (project: Project) => Rewritten | undefined;
  /** Judgements that rest on where a value stands, not on what it is. Their form: see `judgements`. */
  readonly isExcepted?: (judgement: string) => boolean;
  /** What a judgement becomes where the meaning is not quite the same. */
  readonly becomes?: (judgement: string) => string;
}

/**
 * A name that is spelled out where it is used is none as soon as it comes from elsewhere, and matters in code that may be
 * deployed twice, as a module may: of this the way it is written is what is judged.
 */
export function isOfSpelling(judgement: string): boolean {
  return judgement.startsWith('iac/explicit-names ');
}

export interface Rewritten {
  readonly files: Files;
  /** Files of parameters that it is linted with. */
  readonly parameters?: readonly string[];
  /** An address of afterwards → the one before; absent where none changes. */
  readonly addressBefore?: (address: string) => string;
  /** What `files` must be judged like; the fixture itself where it is absent. */
  readonly like?: Files;
}

/** A fixture with what is read of it once for all transformations, when the first of them asks. */
export interface Subject<Project = TerraformProject> {
  /** `policies/rds/multi-az/fail-default.tf` */
  readonly what: string;
  readonly fixture: Fixture;
  project(): Project;
  judged(): Promise<readonly string[]>;
}

export function subjectOf<Project>(what: string, fixture: Fixture, read: (files: Files) => Project): Subject<Project> {
  let project: Project | undefined;
  let judged: Promise<readonly string[]> | undefined;
  return {
    what,
    fixture,
    project: () => (project ??= read(fixture.files)),
    judged: () => (judged ??= judgedLike(fixture, { files: fixture.files })),
  };
}

/** Where the rewritten fixture is judged differently: `- ` before, `+ ` after; empty when the law holds. */
export async function differencesIn<Project>(
  subject: Subject<Project>,
  rewritten: Rewritten,
  { isExcepted, becomes }: Transformation<Project>,
): Promise<readonly string[]> {
  const { like } = rewritten;
  const before = await (like === undefined ? subject.judged() : judgedLike(subject.fixture, { files: like }));
  const after = await judgedLike(subject.fixture, rewritten);
  const compared = (judgement: string): boolean => isExcepted?.(judgement) !== true;
  const expected = before.filter(compared).map((judgement) => becomes?.(judgement) ?? judgement);
  return differencesBetween(expected, after.filter(compared));
}

async function judgedLike(
  fixture: Fixture,
  { files, parameters, addressBefore }: Rewritten,
): Promise<readonly string[]> {
  const report = await lintFixture(
    { ...fixture, files: asDeployed(files), parameters },
    builtInPolicies(),
    fixture.files,
  );
  return judgements(report, addressBefore ?? ((address) => address));
}

/** What must stay: each verdict, the tiers, and what was wrong with the input. One line each: `rds/multi-az fail 0 error aws_db_instance.main`. */
function judgements(report: Report, addressBefore: (address: string) => string): readonly string[] {
  const verdicts = report.verdicts.map(({ policy, verdict, check, level, missed, node: id }) => {
    const node = report.graph.node(id);
    const address = addressBefore(node?.address ?? '');
    const place = [node?.deployment, address, node?.part].filter((each) => each !== undefined).join(' ');
    const disruptions = missed?.flatMap((each) => each.disruptions).join(',') ?? '-';
    return [policy, verdict, check ?? '-', level, disruptions, place].join(' ');
  });
  const tiers = report.workloads.map(
    ({ name, tier, achievedTier, possibleTier }) => `tier ${name} ${tier} ${achievedTier} ${possibleTier ?? '-'}`,
  );
  // A variable file makes a root of a library, of which more is noted.
  const problems = report.diagnostics.filter(({ level }) => level !== 'note');
  const diagnostics = new Set(problems.map(({ code, level }) => `${code} ${level}`));
  return [...verdicts, ...tiers, ...diagnostics].toSorted();
}

function differencesBetween(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...after];
  const gone: string[] = [];
  for (const row of before) {
    const at = left.indexOf(row);
    if (at === -1) gone.push(row);
    else left.splice(at, 1);
  }
  return [...gone.map((row) => `- ${row}`), ...left.map((row) => `+ ${row}`)];
}
