/** Which files of a folder are its module, and in which order. */
import { describe, expect, test } from 'vitest';
import { configurationFiles, isConfigurationFile } from '../../src/discovery/configuration-files.ts';

describe('of a folder are read', () => {
  test.each([
    { what: 'both syntaxes', names: ['b.tf.json', 'a.tf'], read: ['a.tf', 'b.tf.json'] },
    { what: 'both syntaxes under one name', names: ['main.tf', 'main.tf.json'], read: ['main.tf', 'main.tf.json'] },
    {
      what: 'override files of all kinds, after the others',
      names: ['a_override.tf.json', 'main.tf', 'override.tf', 'override.tofu.json', 'z.tf', 'overrides.tf'],
      read: ['main.tf', 'overrides.tf', 'z.tf', 'a_override.tf.json', 'override.tf', 'override.tofu.json'],
    },
    {
      what: "OpenTofu's own instead of Terraform's of the same name",
      names: ['main.tf', 'main.tofu', 'other.tf', 'more.tofu'],
      read: ['main.tofu', 'more.tofu', 'other.tf'],
    },
    {
      what: "OpenTofu's own instead of Terraform's of the same name and syntax only",
      names: ['a.tf.json', 'a.tofu', 'b.tf.json', 'b.tofu.json', 'c_override.tf', 'c_override.tofu'],
      read: ['a.tf.json', 'a.tofu', 'b.tofu.json', 'c_override.tofu'],
    },
    {
      what: 'neither tests nor what editors leave behind',
      names: ['main.tftest.hcl', 'main.tofutest.json', '.main.tf', '#main.tf', 'main.tf~', 'main.tf.bak', '.tf'],
      read: [],
    },
  ])('$what', ({ names, read }) => {
    expect(configurationFiles(names)).toEqual(read);
    expect(names.filter((name) => isConfigurationFile(name))).toEqual(expect.arrayContaining([...read]));
  });
});
