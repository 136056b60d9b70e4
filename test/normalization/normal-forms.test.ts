/** Whole files in both languages, service by service: what they declare has one normal form, satellites folded, parts cut. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  isDocumentMap,
  isLeaf,
  ReferenceLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
} from '../../src/core/document.ts';
import type { NodeId } from '../../src/core/ids.ts';
import type { Report } from '../../src/findings/report.ts';
import type { GraphNode } from '../../src/graph/node.ts';
import { tables } from '../../src/normalization/tables.ts';
import { lintFixture, readFixtures, type Fixture } from '../helpers/fixture.ts';

const fixtures = readFixtures(fileURLToPath(new URL('../../fixtures/normal-forms/', import.meta.url)));

const pairs = fixtures
  .filter(({ name }) => name.endsWith('.tf'))
  .map((terraform) => {
    const what = terraform.name.replace(/\.tf$/u, '');
    return { what, terraform, cloudFormation: fixtures.find(({ name }) => name === `${what}.yaml`) };
  });

/** Facts that only one language states (a skipped final snapshot) are no part of the comparison. */
const oneSided = new Set(
  tables.flatMap(({ type, properties }) =>
    Object.entries(properties).flatMap(([property, field]) =>
      'api' in field && field.api !== undefined ? [`${type} ${property}`] : [],
    ),
  ),
);

interface Form {
  readonly type: string;
  readonly part: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly tags: unknown;
}

async function formsOf(fixture: Fixture): Promise<readonly Form[]> {
  const report = await lintFixture(fixture, []);
  const nodes = [...report.graph.nodes.values()].filter(({ kind }) => kind === 'declared' || kind === 'part');
  return nodes.map((node) => formOf(report, node)).toSorted(byText);
}

function formOf(report: Report, { type, part, document }: GraphNode): Form {
  const { properties, tags = null } = isDocumentMap(document) ? document : {};
  const common = Object.entries(isDocumentMap(properties) ? properties : {}).filter(
    ([property]) => !oneSided.has(`${type} ${property}`),
  );
  return {
    type,
    part,
    properties: Object.fromEntries(common.map(([property, value]) => [property, plain(report, value)])),
    tags: plain(report, tags),
  };
}

/** A reference is what it leads to: the languages name attributes differently. */
function plain(report: Report, document: Document): unknown {
  if (document instanceof ReferenceLeaf) return { $ref: typeAt(report, document.value().resource) };
  if (document instanceof UnknownLeaf) return { $unknown: true };
  if (document instanceof TemplateLeaf) {
    return {
      $template: document
        .value()
        .parts.map((part) =>
          typeof part === 'string' ? part : part.kind === 'unknown' ? '?' : typeAt(report, part.resource),
        )
        .join(''),
    };
  }
  if (Array.isArray(document)) return document.map((item: Document) => plain(report, item));
  if (typeof document !== 'object' || document === null || isLeaf(document)) return document;
  return Object.fromEntries(Object.entries(document).map(([key, member]) => [key, plain(report, member)]));
}

function typeAt(report: Report, id: NodeId): string {
  return report.graph.node(id)?.type ?? 'nothing';
}

function byText(left: Form, right: Form): number {
  const [a, b] = [left, right].map(
    (form) => `${form.type} ${form.part ?? ''} ${JSON.stringify(form.properties, keysInOrder)}`,
  );
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function keysInOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

describe('one normal form in both languages', () => {
  test.each(pairs)('$what', async ({ terraform, cloudFormation }) => {
    const forms = await formsOf(terraform);
    expect(forms.length).toBeGreaterThan(0);
    expect(forms.filter(({ type }) => !type.startsWith('AWS::'))).toEqual([]);
    expect(cloudFormation === undefined ? [] : await formsOf(cloudFormation)).toEqual(forms);
  });
});
