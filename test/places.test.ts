/** Wherever a report leads: the text at the place, by offsets and by line and column, is what the place names. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../src/config/default-config.ts';
import { nodeFileSystem } from '../src/core/file-system-node.ts';
import { locationOf, textOf } from '../src/core/source.ts';
import { lint } from '../src/lint.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { lintFixture, readFixtures, type Fixture } from './helpers/fixture.ts';
import { lintText } from './helpers/lint-text.ts';
import { toldPlaces, type ToldPlace } from './helpers/places/told-places.ts';
import { PlaceChecker, wrongPlaces } from './helpers/places/wrong-places.ts';
import { readTemplates } from './metamorphic/cloudformation/template-project.ts';
import { asJson, asShortYaml, asYaml, withEntries, type TreeMap } from './metamorphic/cloudformation/tree.ts';

const root = fileURLToPath(new URL('../fixtures/', import.meta.url));
const policies = builtInPolicies();
const folders = [...policies.map(({ id }) => `policies/${id}`), 'twins', 'normal-forms', 'projects'];
const fixtures = [
  ...folders.flatMap((folder) => readFixtures(root + folder)),
  ...readFixtures(root).filter(({ name }) => name === 'demo'),
];

/** Every so manieth, so that the whole takes seconds; `npm run test:search` takes all. */
function sampled<T>(all: readonly T[], step: number): readonly T[] {
  return process.env['DR_LINT_SEARCH'] === undefined ? all.filter((_, index) => index % step === 0) : all;
}

describe.each(['terraform', 'cloudformation'] as const)('in fixtures of %s', (language) => {
  const written = fixtures.filter(({ languages }) => languages.includes(language));

  test('each place holds what it names', async () => {
    const wrong: string[] = [];
    for (const fixture of sampled(written, 3)) wrong.push(...wrongPlaces(await lintFixture(fixture, policies)));
    expect(wrong).toEqual([]);
  });
});

describe('in templates', () => {
  const templates = fixtures.flatMap((fixture) => {
    const read = readTemplates(fixture.files);
    const [path, tree] = [...read.templates][0] ?? [];
    return path === undefined || tree === undefined || Object.keys(fixture.files).length > 1
      ? []
      : [{ fixture, path, tree }];
  });
  const described = (tree: TreeMap): TreeMap =>
    withEntries(new Map([['Description', 'Für Köln 🚚']]), Object.fromEntries(tree));

  test.each<{ what: string; write: (text: string, tree: TreeMap) => string; extension?: string }>([
    { what: 'with the line breaks of Windows', write: (text) => text.replaceAll('\n', '\r\n') },
    { what: 'with a byte order mark', write: (text) => `\u{FEFF}${text}` },
    { what: 'with tabs behind values', write: (text) => text.replaceAll(/(?<=\w)$/gmu, '\t# ÄÖÜ 🚚') },
    { what: 'in short forms', write: (_, tree) => asShortYaml(tree) },
    { what: 'in flow style', write: (_, tree) => asYaml(described(tree), { collectionStyle: 'flow' }) },
    {
      what: 'with texts in blocks',
      write: (_, tree) => asYaml(tree, { defaultStringType: 'BLOCK_LITERAL', defaultKeyType: 'PLAIN' }),
    },
    { what: 'in JSON on one line', write: (_, tree) => asJson(described(tree), 0), extension: '.json' },
    {
      what: 'in JSON with tabs and escapes',
      write: (_, tree) =>
        asJson(tree)
          .replaceAll(/^ +/gmu, (indentation) => '\t'.repeat(indentation.length / 2))
          .replaceAll(/"(\w)(?=[^"]*"\s*:)/gu, (_all, letter: string) => `"\\u${hex(letter)}`),
      extension: '.json',
    },
  ])('each place $what', async ({ write, extension }) => {
    const wrong: string[] = [];
    for (const { fixture, path, tree } of sampled(templates, 10)) {
      const text = write(fixture.files[path] ?? '', tree);
      const name = extension === undefined ? path : path.replace(/\.\w+$/u, extension);
      const rewritten: Fixture = { ...fixture, files: { [name]: text } };
      wrong.push(...wrongPlaces(await lintFixture(rewritten, policies, fixture.files)));
    }
    expect(wrong).toEqual([]);
  });
});

function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(4, '0');
}

test('what an alias or a merge key brings stands where it is anchored', async () => {
  const report = await lintText({
    'template.yaml': `Metadata:
  Defaults: &defaults
    MultiAZ: false
    BackupRetentionPeriod: 1
  Off: &off "false"
Resources:
  Orders: { Type: AWS::RDS::DBInstance, Properties: { <<: *defaults, DBInstanceIdentifier: Köln 🚚, DeletionProtection: *off } }
  Invoices:
    Type: AWS::RDS::DBInstance
    Properties:
      <<: [*defaults]
      DBInstanceIdentifier: >-
        invoices
      Tags: [{ Key: 🚚, Value: Köln }]
      DeletionProtection:\t{ Ref: Protected }
Parameters:
  Protected: { Type: String, Default: !!str "false" }
`,
  });
  expect(wrongPlaces(report)).toEqual([]);
  const told = report.findings
    .filter(({ policy }) => ['rds/multi-az', 'rds/deletion-protection', 'rds/backup-retention'].includes(policy))
    .map(({ policy, place }) => {
      const { line, column } = place === undefined ? { line: 0, column: 0 } : locationOf(place);
      return `${policy} ${line}:${column} ${place === undefined ? '' : textOf(place)}`;
    });
  expect(told).toEqual([
    'rds/multi-az 3:14 false',
    'rds/backup-retention 4:28 1',
    'rds/deletion-protection 5:13 "false"',
    'rds/deletion-protection 15:27 { Ref: Protected }',
  ]);
});

test.each([
  {
    what: 'the items of a splat at all of it',
    files: {
      'main.tf': `
resource "aws_subnet" "web" {
  count             = 2
  availability_zone = "eu-west-1a"
}
resource "aws_autoscaling_group" "web" {
  vpc_zone_identifier = aws_subnet.web[*].id
}
`,
    },
    of: 'VPCZoneIdentifier/1',
    text: 'aws_subnet.web[*].id',
    name: 'vpc_zone_identifier',
  },
  {
    what: 'the fate of a replaced resource at the only policy there is',
    files: {
      'stack.yaml':
        'Resources: { Orders: { Type: AWS::DynamoDB::Table, DeletionPolicy: Retain, Properties: { TableName: orders } } }',
    },
    of: 'facts/keptAtReplacement',
    text: 'Retain',
    name: 'DeletionPolicy',
  },
])('$what', async ({ files, of, text, name }) => {
  const places = toldPlaces(await lintText(files)).filter(
    (place) => place.kind === 'property' && place.of.endsWith(of),
  );
  expect(places.map(({ range }) => textOf(range))).toEqual([text]);
  expect(places).toMatchObject([{ origin: { name } }]);
});

describe('the checker', () => {
  const shifts = [
    { what: 'starts one later', start: 1, end: 0 },
    { what: 'starts one earlier', start: -1, end: 0 },
    { what: 'ends one later', start: 0, end: 1 },
    { what: 'ends one earlier', start: 0, end: -1 },
    { what: 'is one further on', start: 1, end: 1 },
    { what: 'is one further back', start: -1, end: -1 },
  ];
  const reports = sampled(fixtures, 16).map((fixture) => lintFixture(fixture, policies));

  test.each(shifts)('complains of a place that $what', async ({ start, end }) => {
    const unnoticed: string[] = [];
    for (const report of await Promise.all(reports)) {
      const checker = new PlaceChecker();
      for (const place of toldPlaces(report)) {
        const range = { ...place.range, start: place.range.start + start, end: place.range.end + end };
        const isInText = range.start >= 0 && range.end <= range.file.text.length;
        if (isInText && checker.complaint({ ...place, range }) === undefined)
          unnoticed.push(`${place.kind} of ${place.of}: ${textOf(range)}`);
      }
    }
    expect(unnoticed).toEqual([]);
  });

  test('complains of the place of another property', async () => {
    const report = await lintText({
      'template.yaml': `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Delete
    Properties: { MultiAZ: false, StorageEncrypted: true, Tags: [{ Key: team, Value: shop }, { Key: stage, Value: live }] }
`,
    });
    const properties = toldPlaces(report).filter(({ kind, of }) => kind === 'property' && of.includes('/properties/'));
    const checker = new PlaceChecker();
    const swapped = properties.flatMap((place) =>
      properties
        .filter(({ range }) => range.start !== place.range.start)
        .map(({ range }): ToldPlace => ({ ...place, range })),
    );
    expect(swapped.length).toBeGreaterThan(12);
    const unnoticed = swapped.filter((place) => checker.complaint(place) === undefined);
    expect(unnoticed.map(({ of, range }) => `${of} at ${textOf(range)}`)).toEqual([]);
  });
});

const folder = process.env['DR_LINT_TEMPLATES'] ?? '';

describe.skipIf(folder === '')('in the folder that DR_LINT_TEMPLATES names', () => {
  test('each place holds what it names', { timeout: 600_000 }, async () => {
    const report = await lint({
      fileSystem: nodeFileSystem(folder),
      paths: ['.'],
      config: { ...defaultConfig, tier: 'warm-standby' },
      varFiles: [],
      parameters: [],
      region: undefined,
      policies,
      verdicts: 'all',
      today: '2026-11-23',
    });
    expect(wrongPlaces(report)).toEqual([]);
  });
});
