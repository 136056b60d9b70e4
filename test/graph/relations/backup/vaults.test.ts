import { describe, expect, test } from 'vitest';
import { MeasureLeaf } from '../../../../src/core/document.ts';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import type { DraftNode } from '../../../../src/graph/draft.ts';
import type { GraphContext } from '../../../../src/graph/graph-context.ts';
import type { RelationKind } from '../../../../src/graph/relation.ts';
import { relateCopies } from '../../../../src/graph/relations/backup/copies-to.ts';
import { relateStorage } from '../../../../src/graph/relations/backup/stores-in.ts';
import { cloudFormation, input, reference, template, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';

const day = 86_400;
const vault = terraform('aws_backup_vault.main', { name: 'main' });
const recoveryVault = terraform('aws_backup_vault.dr', { name: 'dr' }, { region: 'us-west-2' });

/** What the only rule of a plan relates to: address, Region, days of retention, and the reason where it is only possible. */
function ends(
  kind: RelationKind,
  plan: DeclaredResource,
  part: string,
  ...more: readonly DeclaredResource[]
): readonly string[] {
  const context = graphContext([plan, ...more]);
  relateStorage(context);
  relateCopies(context);
  return context.from(kind, nodeAt(context, plan.address, part)).map((relation) => {
    const node = context.get(relation.to);
    const kept = relation.properties['retention'];
    const days = kept instanceof MeasureLeaf ? printDays(kept) : 'unknown';
    return `${printEnd(context, node)} for ${days}${relation.certain ? '' : `? ${relation.because ?? ''}`}`;
  });
}

function printEnd(context: GraphContext, node: DraftNode | undefined): string {
  const region = typeof node?.region === 'string' ? node.region : 'somewhere';
  const place =
    node !== undefined && context.nodes.has(node.id) ? node.address : `${node?.kind} ${node?.type.split('::')[2]}`;
  return `${place} in ${region}`;
}

function printDays(kept: MeasureLeaf): string {
  const { low, high } = kept.interval();
  return low === high ? String(low / day) : `${low / day} to ${high / day}`;
}

function plan(rule: Record<string, Plain>): DeclaredResource {
  return terraform('aws_backup_plan.daily', { name: 'daily', rule: [{ rule_name: 'nightly', ...rule }] });
}

const nightly = 'rule["nightly"]';
const copyTo = (destination_vault_arn: Plain, days?: Plain): Plain => ({
  destination_vault_arn,
  ...(days === undefined ? {} : { lifecycle: [{ delete_after: days }] }),
});

describe('where a rule stores', () => {
  test.each<{ what: string; rule: Record<string, Plain>; stored: string }>([
    {
      what: 'a vault by reference, kept for ever',
      rule: { target_vault_name: reference(vault, 'name') },
      stored: 'aws_backup_vault.main in us-east-1 for Infinity',
    },
    {
      what: 'a vault by name, kept for a month',
      rule: { target_vault_name: 'main', lifecycle: [{ delete_after: 30 }] },
      stored: 'aws_backup_vault.main in us-east-1 for 30',
    },
    {
      what: 'never deleted, as the API writes it',
      rule: { target_vault_name: 'main', lifecycle: [{ delete_after: -1 }] },
      stored: 'aws_backup_vault.main in us-east-1 for Infinity',
    },
    {
      what: 'a retention that is not known is a day at least',
      rule: { target_vault_name: 'main', lifecycle: [{ delete_after: input('var.days') }] },
      stored: 'aws_backup_vault.main in us-east-1 for 1 to Infinity',
    },
    {
      what: 'a vault that nothing declares lies in the Region of the plan',
      rule: { target_vault_name: 'Default' },
      stored: 'external BackupVault in us-east-1 for Infinity',
    },
  ])('$what', ({ rule, stored }) => {
    expect(ends('storesIn', plan(rule), nightly, vault, recoveryVault)).toEqual([stored]);
  });

  test('in CloudFormation alike', () => {
    const main = cloudFormation('Main', 'AWS::Backup::BackupVault', { BackupVaultName: 'main' });
    const daily = cloudFormation('Daily', 'AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanName: 'daily',
        BackupPlanRule: [
          { RuleName: 'nightly', TargetBackupVault: reference(main, 'Ref'), Lifecycle: { DeleteAfterDays: '30' } },
        ],
      },
    });
    expect(ends('storesIn', daily, nightly, main)).toEqual(['Main in us-east-1 for 30']);
  });
});

describe('where a rule copies', () => {
  test.each<{ what: string; copies: Plain; copied: readonly string[] }>([
    { what: 'nowhere', copies: [], copied: [] },
    {
      what: 'a vault in another Region, by reference',
      copies: [copyTo(reference(recoveryVault, 'arn'), 90)],
      copied: ['aws_backup_vault.dr in us-west-2 for 90'],
    },
    {
      what: 'without a lifecycle it is kept as long as the source',
      copies: [copyTo(reference(recoveryVault, 'arn'))],
      copied: ['aws_backup_vault.dr in us-west-2 for 30'],
    },
    {
      what: 'one that never expires goes with its source',
      copies: [copyTo(reference(recoveryVault, 'arn'), -1)],
      copied: ['aws_backup_vault.dr in us-west-2 for 30'],
    },
    {
      what: 'a literal ARN lies in its Region',
      copies: [copyTo('arn:aws:backup:eu-west-1:111122223333:backup-vault:other')],
      copied: ['external BackupVault in eu-west-1 for 30'],
    },
    {
      what: 'a vault that is not known is somewhere',
      copies: [copyTo(input('var.vault_arn'))],
      copied: ['external BackupVault in somewhere for 30'],
    },
    {
      what: 'an ARN whose Region is not known is somewhere',
      copies: [copyTo(template('arn:aws:backup:', input('var.region'), ':111122223333:backup-vault:other'))],
      copied: ['external BackupVault in somewhere for 30'],
    },
    {
      what: 'copies of which not even the number is known may be',
      copies: input('var.copies'),
      copied: ['external BackupVault in somewhere for unknown? var.copies is not known'],
    },
    {
      what: 'two copies',
      copies: [copyTo(reference(recoveryVault, 'arn')), copyTo(reference(vault, 'arn'), 7)],
      copied: ['aws_backup_vault.dr in us-west-2 for 30', 'aws_backup_vault.main in us-east-1 for 7'],
    },
  ])('$what', ({ copies, copied }) => {
    const daily = plan({ target_vault_name: 'main', lifecycle: [{ delete_after: 30 }], copy_action: copies });
    expect(ends('copiesTo', daily, nightly, vault, recoveryVault)).toEqual(copied);
  });

  test('rules that are not known may store and copy anywhere', () => {
    const daily = terraform('aws_backup_plan.daily', { name: 'daily', rule: input('var.rules') });
    expect(ends('storesIn', daily, 'rule[*]')[0]).toMatch(/\? aws_backup_plan\.daily is not known in full$/u);
    expect(ends('copiesTo', daily, 'rule[*]')).toEqual([
      expect.stringMatching(/^external BackupVault in somewhere .*\?/u),
    ]);
  });
});
