/** From backup plans to the frameworks and report plans of their account. */
import { expect, test } from 'vitest';
import { scalar } from '../../../../src/core/value.ts';
import { relateAudits } from '../../../../src/graph/relations/backup/audited-by.ts';
import { terraform, type Given } from '../../../helpers/declared.ts';
import { graphContext, nodeAt, relationsFrom } from '../../../helpers/graph-context.ts';

const framework = 'aws_backup_framework.backups';

test.each<{ what: string; where: Given; audits: readonly string[] }>([
  { what: 'in its Region', where: {}, audits: [framework] },
  { what: 'in another Region', where: { region: 'eu-west-1' }, audits: [framework] },
  { what: 'in another account', where: { account: scalar('444455556666') }, audits: [] },
])('a plan and a framework $what', ({ where, audits }) => {
  const plan = terraform('aws_backup_plan.daily', { name: 'daily' }, { account: scalar('111122223333') });
  const context = graphContext([
    plan,
    terraform(framework, { name: 'backups' }, { account: scalar('111122223333'), ...where }),
  ]);
  relateAudits(context);
  expect(relationsFrom(context, 'checkedBy', nodeAt(context, 'aws_backup_plan.daily'))).toEqual(audits);
});
