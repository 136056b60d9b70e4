/** What holds of all edits together: fixing what one policy asks for breaks nothing that another does, in whatever order it is done. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/findings/report.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { verdictKey } from '../../src/policy/verdict.ts';
import { fixText, fixWith, type Fixed } from '../helpers/fix.ts';
import { lintFixture, readFixtures, type Fixture } from '../helpers/fixture.ts';

const folder = fileURLToPath(new URL('../../fixtures/policies/', import.meta.url));
const policies = builtInPolicies();

const failing = policies
  .filter(({ fix }) => fix.edits.length > 0)
  .flatMap(({ id }) => readFixtures(`${folder}${id}`).map((fixture) => ({ what: `${id}/${fixture.name}`, fixture })))
  .filter(({ fixture }) => fixture.name.startsWith('fail-'));

const tried = process.env['DR_LINT_SEARCH'] === undefined ? failing.filter((_, index) => index % 29 === 0) : failing;

test.each(tried)(
  '$what: nothing fails newly, in either order, and a second time nothing changes',
  async ({ fixture }) => {
    const forwards = await fixed(fixture, (findings) => findings);
    const backwards = await fixed(fixture, (findings) => findings.toReversed());
    const after = await lintAs(fixture, forwards.files);
    const before = new Set(failures(forwards.report));
    expect(failures(after).filter((key) => !before.has(key) && !isBroughtAlong(key))).toEqual([]);
    expect(failures(await lintAs(fixture, backwards.files))).toEqual(failures(after));
    const again = await fixWith(forwards.files, (files) => lintAs(fixture, files));
    expect(again.changes.size).toBe(0);
  },
);

type Order = (findings: Report['findings']) => Report['findings'];

function fixed(fixture: Fixture, order: Order): Promise<Fixed> {
  return fixWith(fixture.files, async (files) => {
    const report = await lintAs(fixture, files);
    return { ...report, findings: order(report.findings) };
  });
}

/** By the settings of the fixture as it is, for an edit doesn't change them. */
function lintAs(fixture: Fixture, files: Fixture['files']): Promise<Report> {
  return lintFixture({ ...fixture, files }, policies, fixture.files, { withProposals: true });
}

/** A note: what is versioned now is kept for ever, until a lifecycle says for how long. */
function isBroughtAlong(key: string): boolean {
  return key.startsWith('s3/noncurrent-lifecycle ');
}

function failures({ findings }: Report): readonly string[] {
  const verdicts = findings.filter(({ state }) => state === 'open').flatMap((finding) => finding.verdicts);
  return verdicts
    .filter(({ verdict }) => verdict === 'fail')
    .map(verdictKey)
    .toSorted();
}

describe('an edit that brings another failure', () => {
  const fixedBy = (ids: readonly string[], text: string): Promise<Fixed> =>
    fixText({ 'main.tf': text }, { policies: policies.filter(({ id }) => ids.includes(id)) });

  const database =
    'resource "aws_db_instance" "orders" {\n  engine                  = "postgres"\n  skip_final_snapshot     = true\n';

  test('is made together with the one that settles it', async () => {
    const { files, fixed, takenBack } = await fixedBy(
      ['rds/backup-retention', 'rds/automated-backups-deleted'],
      `${database}  backup_retention_period = 0\n}\n`,
    );
    expect(files['main.tf']).toBe(
      `${database}  backup_retention_period = 30\n\n  delete_automated_backups = false\n}\n`,
    );
    expect(fixed.map(({ policy }) => policy)).toEqual(['rds/backup-retention']);
    expect(takenBack).toEqual([]);
  });

  test('is taken back where that is for people', async () => {
    const text = `${database}  backup_retention_period  = 0\n  delete_automated_backups = local.forget\n}\n\nlocals {\n  forget = true\n}\n`;
    const { files, takenBack } = await fixedBy(['rds/backup-retention', 'rds/automated-backups-deleted'], text);
    expect(files['main.tf']).toBe(text);
    expect(takenBack.map(({ because }) => because)).toEqual(['rds/automated-backups-deleted would fail then']);
  });
});
