/** A CDK app in two Regions, as CDK itself synthesized it: what its assembly gives, from the manifest to the report. */
import { beforeAll, describe, expect, test } from 'vitest';
import { locationOf, textOf } from '../src/core/source.ts';
import type { Report } from '../src/findings/report.ts';
import type { GraphNode } from '../src/graph/node.ts';
import { githubReporter } from '../src/reporters/github.ts';
import { jsonReporter } from '../src/reporters/json.ts';
import { markdownReporter } from '../src/reporters/markdown.ts';
import { sarifReporter } from '../src/reporters/sarif.ts';
import { textReporter } from '../src/reporters/text.ts';
import { fixtureFiles } from './helpers/fixture-files.ts';
import { lintText } from './helpers/lint-text.ts';

const folder = 'projects/cdk-two-regions/';
const app = Object.fromEntries(
  fixtureFiles(folder, ['.json', '.mjs']).map(({ path, text }) => [path.slice(folder.length), text]),
);
const options = { width: 200, color: false };

let report: Report;
beforeAll(async () => {
  report = await lintText({ ...app, '.gitignore': 'cdk.out\n' });
});

function constructAt(path: string): GraphNode {
  const nodes = [...report.graph.nodes.values()].filter(({ construct, part }) => construct?.path === path && !part);
  const [node] = nodes;
  if (node === undefined || nodes.length > 1) throw new Error(`${nodes.length} nodes stand for ${path}`);
  return node;
}

function ends(path: string, verb: string): readonly string[] {
  return report.graph
    .follow(constructAt(path).id, verb)
    .map(({ node, relation }) => `${node.construct?.path ?? node.address}${relation.certain ? '' : '?'}`)
    .toSorted();
}

/** What the app is about; a catalogue that grows finds more in it. */
const services =
  /^(?:dynamodb|rds|secretsmanager|stateful)\/|^backup\/(?:resource-covered|vault-lock)$|^s3\/(?:cross-region-replication|replication-time-control|versioning)$/u;

const failures = (of: Report): readonly string[] =>
  of.verdicts
    .filter(({ policy, verdict, level }) => services.test(policy) && verdict === 'fail' && level !== 'off')
    .map(({ policy, node }) => `${policy} ${of.graph.node(node)?.construct?.path ?? node}`)
    .toSorted();

describe('the stacks of an assembly', () => {
  test('are deployed to the accounts and Regions that the app states', () => {
    const places = new Map(
      [...report.graph.nodes.values()]
        .filter(({ kind, type }) => kind === 'declared' && /::(?:DBInstance|Bucket|Table|BackupVault)$/u.test(type))
        .map(({ construct, document }) => [construct?.path, document]),
    );
    expect(
      [...places].map(([path, document]) => [
        path,
        Reflect.get(Object(document), 'region'),
        Reflect.get(Object(document), 'account'),
      ]),
    ).toEqual(
      [
        ['Production/Copies/Invoices/Resource', 'us-west-2'],
        ['Production/Copies/Vault/Resource', 'us-west-2'],
        ['Production/Primary/Orders/Resource', 'us-east-1'],
        ['Production/Primary/Customers/Resource', 'us-east-1'],
        ['Production/Primary/Invoices/Resource', 'us-east-1'],
        ['Production/Primary/Previews/Resource', 'us-east-1'],
        ['Production/Primary/Vault/Resource', 'us-east-1'],
        ['Production/Primary/Jobs/Queue/Resource', 'us-east-1'],
        ['Production/Recovery/Customers/Resource', 'us-west-2'],
      ].map((row) => [...row, '111122223333']),
    );
  });

  test('are joined by what they read of each other in another Region', () => {
    expect(ends('Production/Recovery/Customers/Resource', 'replicaOf')).toEqual([
      'Production/Primary/Customers/Resource',
    ]);
    expect(ends('Production/Primary/Invoices/Resource', 'replicatesTo')).toEqual([
      'Production/Copies/Invoices/Resource',
    ]);
  });

  test('are judged once, those that are nested too', () => {
    const keys = report.verdicts.map(({ policy, node }) => `${policy} ${node}`);
    expect(keys).toEqual([...new Set(keys)]);
    expect(report.inputs.map(({ path, status }) => `${status} ${path}`)).toEqual([
      'read cdk.out/Dns.template.json',
      'read cdk.out/assembly-Production/ProductionCopies23F49DE1.template.json',
      'read cdk.out/assembly-Production/ProductionPrimary205B5268.template.json',
      'read cdk.out/assembly-Production/ProductionRecoveryD7EDA618.template.json',
      'read cdk.out/assembly-Production/manifest.json',
      'read cdk.out/manifest.json',
    ]);
    expect(constructAt('Production/Primary/Jobs/Queue/Resource').address).toBe(
      'JobsNestedStackJobsNestedStackResource4FE929C3/Queue4A7E3555',
    );
  });

  test('fail where the app makes mistakes, and nowhere else', () => {
    expect(failures(report)).toEqual([
      'backup/resource-covered Production/Primary/Invoices/Resource',
      'backup/resource-covered Production/Primary/Jobs/Queue/Resource',
      'backup/resource-covered Production/Primary/Previews/Resource',
      'backup/vault-lock Production/Copies/Vault/Resource',
      'backup/vault-lock Production/Primary/Vault/Resource',
      'dynamodb/deletion-protection Production/Primary/Jobs/Queue/Resource',
      'dynamodb/deletion-protection Production/Primary/Orders/Resource',
      'dynamodb/global-table Production/Primary/Jobs/Queue/Resource',
      'dynamodb/pitr Production/Primary/Jobs/Queue/Resource',
      'rds/backup-retention Production/Primary/Customers/Resource',
      'rds/deletion-protection Production/Primary/Customers/Resource',
      'rds/multi-az Production/Primary/Customers/Resource',
      'rds/replica-capacity Production/Recovery/Customers/Resource',
      's3/cross-region-replication Production/Primary/Previews/Resource',
      's3/replication-time-control Production/Primary/Invoices/Resource',
      's3/versioning Production/Primary/Previews/Resource',
      'secretsmanager/replica Production/Primary/Customers/Secret/Resource',
      'stateful/deletion-policy Production/Primary/Previews/Resource',
    ]);
  });

  test('are judged alike in a folder of another name', async () => {
    const renamed = Object.entries(app).map(([path, text]) => [path.replace(/^cdk\.out\//u, 'build/infra/'), text]);
    expect(failures(await lintText(Object.fromEntries(renamed)))).toEqual(failures(report));
  });
});

describe('findings', () => {
  test('stand at the line of the app, and lead to the token of the template', () => {
    const finding = report.findings.find(({ policy }) => policy === 'rds/multi-az');
    const places = [finding?.place, ...(finding?.related ?? []).map(({ range }) => range)].flatMap((range) =>
      range === undefined
        ? []
        : [{ file: locationOf(range).file, text: range.file.text.slice(range.start, range.end) }],
    );
    expect(places).toEqual([
      { file: 'lib/primary-stack.mjs', text: "this.customers = new DatabaseInstance(this, 'Customers', {" },
      { file: 'cdk.out/assembly-Production/ProductionPrimary205B5268.template.json', text: 'false' },
    ]);
  });

  test('are annotated where git knows the file', () => {
    const { runs } = JSON.parse(sarifReporter(report, options));
    const [result] = runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'rds/multi-az');
    expect(result).toMatchObject({
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'lib/primary-stack.mjs' }, region: { startLine: 29 } } },
      ],
      relatedLocations: [
        {
          message: { text: 'in the synthesized template' },
          physicalLocation: {
            artifactLocation: { uri: expect.stringMatching(/^cdk\.out\/.*ProductionPrimary.*\.template\.json$/u) },
          },
        },
      ],
    });
    expect(githubReporter(report, options)).toContain('file=lib/primary-stack.mjs,line=29,');
  });

  test('stand in the template where the app keeps no traces', async () => {
    const traceless = Object.entries(app).filter(([path]) => !path.endsWith('.metadata.json'));
    const { findings } = await lintText(Object.fromEntries(traceless));
    const [finding] = findings.filter(({ policy }) => policy === 'rds/multi-az');
    expect(finding?.path).toMatch(/ProductionPrimary.*\.template\.json$/u);
    expect(finding?.place && textOf(finding.place)).toBe('false');
  });

  test('are suppressed by the metadata of the resource', async () => {
    const path = 'cdk.out/assembly-Production/ProductionPrimary205B5268.template.json';
    const template = JSON.parse(app[path] ?? '');
    template.Resources.Customers6955EA0A.Metadata['dr-lint'] = {
      ignore: [{ policy: 'rds/multi-az', reason: 'customers may wait' }],
    };
    const suppressed = await lintText({ ...app, [path]: JSON.stringify(template) });
    const states = (of: Report): readonly string[] =>
      of.findings.filter(({ policy }) => policy.startsWith('rds/')).map(({ policy, state }) => `${policy} ${state}`);
    expect(states(suppressed)).toEqual(
      states(report).map((each) => (each === 'rds/multi-az open' ? 'rds/multi-az suppressed' : each)),
    );
    expect(suppressed.findings.map(({ policy }) => policy)).not.toContain('suppression/unused');
  });

  test('name the construct, with its logical id', () => {
    const name = 'Production/Primary/Customers/Resource (Customers6955EA0A)';
    expect(textReporter(report, options)).toContain(name);
    expect(markdownReporter(report, options)).toContain('Customers6955EA0A');
    const { verdicts } = JSON.parse(jsonReporter(report, options));
    const resources = verdicts.map(({ resource }: { resource: unknown }) => resource);
    expect(resources).toContainEqual(
      expect.objectContaining({
        address: 'Customers6955EA0A',
        construct: {
          path: 'Production/Primary/Customers/Resource',
          createdAt: expect.objectContaining({ file: 'lib/primary-stack.mjs', line: 29 }),
        },
      }),
    );
  });

  test('show nothing of the machine that ran the app', () => {
    for (const reporter of [textReporter, markdownReporter, jsonReporter])
      expect(reporter(report, options)).not.toContain('/tmp/shop');
  });
});

describe('what CDK adds for itself', () => {
  const own = /Custom::|BucketNotificationsHandler|CDKMetadata/u;

  test('is not judged', () => {
    const judged = report.verdicts
      .filter(({ verdict }) => verdict !== 'not-applicable')
      .map(({ node }) => report.graph.node(node)?.construct?.path ?? '');
    expect(judged.filter((path) => own.test(path))).toEqual([]);
    expect(judged).toContain('Production/Primary/Customers/Resource');
  });

  test('is counted', () => {
    expect(report.summary.leftOut.filter(({ what }) => what.startsWith("CDK's own"))).toEqual([
      { what: "CDK's own: it runs custom resources", count: 14 },
      { what: "CDK's own: it reports which constructs are used", count: 5 },
      { what: "CDK's own: it sets the notifications of buckets", count: 2 },
    ]);
  });
});
