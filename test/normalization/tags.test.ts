import { describe, expect, test } from 'vitest';
import { map, scalar, type Value } from '../../src/core/value.ts';
import { cloudFormation, input, terraform } from '../helpers/declared.ts';
import { normalOf, propertyOf } from '../helpers/normal.ts';
import { plainDocument } from '../helpers/plain-document.ts';

function tagsOf(resource: ReturnType<typeof terraform>): { readonly values: unknown; readonly complete: boolean } {
  const { values, complete } = normalOf(resource).tags;
  return { values: plainDocument(values), complete };
}

/** `merge({ team = "shop" }, var.tags)` */
const mergedWithUnknown: Value = {
  ...map(new Map([['team', scalar('shop')]])),
  rest: input('var.tags').symbol,
};

describe('tags', () => {
  test.each([
    {
      what: 'of Terraform over those of its provider',
      resource: terraform(
        'aws_kms_key.a',
        { tags: { backup: 'daily' } },
        { defaultTags: { backup: 'none', team: 'shop' } },
      ),
      expected: { values: { backup: 'daily', team: 'shop' }, complete: true },
    },
    {
      what: 'of the provider alone',
      resource: terraform('aws_kms_key.a', {}, { defaultTags: { team: 'shop' } }),
      expected: { values: { team: 'shop' }, complete: true },
    },
    {
      what: 'of which nothing is known may override those of the provider',
      resource: terraform('aws_kms_key.a', { tags: input('var.tags') }, { defaultTags: { team: 'shop' } }),
      expected: { values: { team: { $unknown: 'tag team' } }, complete: false },
    },
    {
      what: 'merged with an unknown map keep the known ones',
      resource: terraform('aws_kms_key.a', { tags: mergedWithUnknown }),
      expected: { values: { team: 'shop' }, complete: false },
    },
    {
      what: 'with an unknown value have it as a leaf',
      resource: terraform('aws_kms_key.a', { tags: { backup: input('var.backup') } }),
      expected: { values: { backup: { $unknown: 'var.backup' } }, complete: true },
    },
    {
      what: 'of an Auto Scaling group stand in blocks, without those of the provider',
      resource: terraform(
        'aws_autoscaling_group.web',
        { tag: [{ key: 'team', value: 'shop', propagate_at_launch: true }] },
        { defaultTags: { backup: 'daily' } },
      ),
      expected: { values: { team: 'shop' }, complete: true },
    },
    {
      what: 'of CloudFormation are a list',
      resource: cloudFormation('Key', 'AWS::KMS::Key', { Tags: [{ Key: 'cost', Value: 42 }] }),
      expected: { values: { cost: '42' }, complete: true },
    },
    {
      what: 'of CloudFormation with an unknown item or key are incomplete',
      resource: cloudFormation('Key', 'AWS::KMS::Key', {
        Tags: [{ Key: 'team', Value: 'shop' }, input('parameter Tag'), { Key: input('parameter Key'), Value: 'x' }],
      }),
      expected: { values: { team: 'shop' }, complete: false },
    },
    {
      what: 'of a vault are a map',
      resource: cloudFormation('Vault', 'AWS::Backup::BackupVault', { BackupVaultTags: { team: 'shop' } }),
      expected: { values: { team: 'shop' }, complete: true },
    },
    {
      what: 'of a type that no table maps are read all the same',
      resource: cloudFormation('Topic', 'AWS::IoT::Policy', { Tags: [{ Key: 'team', Value: 'shop' }] }),
      expected: { values: { team: 'shop' }, complete: true },
    },
    {
      what: 'of something looked up are never all known',
      resource: terraform('data.aws_kms_key.a', { key_id: 'alias/a' }, { kind: 'data', defaultTags: { team: 'shop' } }),
      expected: { values: {}, complete: false },
    },
  ])('$what', ({ resource, expected }) => {
    expect(tagsOf(resource)).toEqual(expected);
  });

  test('are a property, too, in the form that AWS gives it', () => {
    const key = normalOf(terraform('aws_kms_key.a', { tags: { team: 'shop', backup: 'daily' } }));
    const vault = normalOf(terraform('aws_backup_vault.a', { tags: { team: 'shop' } }));
    expect(propertyOf(key, '/Tags')).toEqual([
      { Key: 'backup', Value: 'daily' },
      { Key: 'team', Value: 'shop' },
    ]);
    expect(propertyOf(vault, '/BackupVaultTags')).toEqual({ team: 'shop' });
    expect(key.origins.get('/Tags/0/Value')).toMatchObject({ name: 'tags.backup', how: 'written' });
  });
});
