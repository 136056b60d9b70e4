/** What is counted here must not grow faster than the template: conditions that are decided, resources that are judged again. */
import { describe, expect, test } from 'vitest';
import { configurationOf } from '../../../scripts/benchmark/configuration.ts';
import { resourcesOfService, templateOf } from '../../../scripts/benchmark/template.ts';
import { defaultConfig } from '../../../src/config/default-config.ts';
import { memoryFileSystem } from '../../../src/core/file-system-memory.ts';
import type { NodeId } from '../../../src/core/ids.ts';
import { SourceFile } from '../../../src/core/source.ts';
import { evaluateTemplate } from '../../../src/evaluation/cloudformation/evaluate.ts';
import type { DeclaredResource } from '../../../src/evaluation/declared-resource.ts';
import { evaluateAll } from '../../../src/evaluation/evaluate-all.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import type { ResourceGraph } from '../../../src/graph/resource-graph.ts';
import { loadTemplateFile } from '../../../src/loaders/cloudformation/template.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../../src/loaders/template-node.ts';
import { normalize } from '../../../src/normalization/normalize.ts';
import { builtInPolicies, tiersWith } from '../../../src/policy/built-in.ts';
import { withParameterCases } from '../../../src/policy/parameter-cases.ts';
import type { Verdict } from '../../../src/policy/verdict.ts';
import { lintText } from '../../helpers/lint-text.ts';

const conditions = 40;
const sizes = [250, 500, 1000];
const deployment = {
  id: 'shop.json',
  language: 'cloudformation',
  path: 'shop.json',
  inputFiles: [],
  region: undefined,
  role: undefined,
} as const;

function textOf(resources: number): string {
  return JSON.stringify(templateOf({ resources, conditions }));
}

/** Condition → how often its function was looked up while the template was evaluated. */
function decisions(text: string): ReadonlyMap<string, number> {
  const { value: template } = loadTemplateFile(new SourceFile(deployment.path, text));
  const counts = new Map<string, number>();
  const section = valueOf(template.root, 'Conditions');
  const root = withEntry(template.root, 'Conditions', {
    ...mappingOf(section),
    entries: mappingOf(section).entries.map((entry) => {
      counts.set(entry.key, 0);
      return { ...entry, value: counting(entry, () => counts.set(entry.key, (counts.get(entry.key) ?? 0) + 1)) };
    }),
  });
  evaluateTemplate({
    deployment,
    template: { ...template, root },
    parameters: new Map(),
    readTemplate: () => ({ value: undefined, diagnostics: [] }),
  });
  return counts;
}

/** The expression of a condition, which tells when the name of its function is read. */
function counting({ value }: MappingEntry, read: () => void): TemplateNode {
  const [call] = mappingOf(value).entries;
  if (call === undefined) throw new Error('no condition');
  const entries: readonly MappingEntry[] = [
    {
      ...call,
      get key() {
        read();
        return call.key;
      },
    },
  ];
  return { ...mappingOf(value), entries };
}

function mappingOf(node: TemplateNode | undefined): Extract<TemplateNode, { readonly kind: 'mapping' }> {
  if (node?.kind !== 'mapping') throw new Error('no mapping');
  return node;
}

function withEntry(node: TemplateNode | undefined, key: string, value: TemplateNode): TemplateNode {
  const { entries, ...mapping } = mappingOf(node);
  return { ...mapping, entries: entries.map((entry) => (entry.key === key ? { ...entry, value } : entry)) };
}

describe('conditions', () => {
  test('are decided once, however many resources ask for them', () => {
    const [once] = decisions(textOf(conditions * 10)).values();
    expect(once).toBeGreaterThan(0);
    for (const resources of [conditions * 20, conditions * 40]) {
      expect([...decisions(textOf(resources)).values()]).toEqual(Array.from({ length: conditions }, () => once));
    }
  });

  test('that nothing asks for are not decided at all', () => {
    const [asked = 0, ...others] = [...decisions(textOf(10)).values()];
    // Each is looked through once, for whether it asks in which Region the stack is.
    expect(others).toEqual(Array.from({ length: conditions - 1 }, () => 1));
    expect(asked).toBeGreaterThan(1);
  });
});

/** What trying the parameters of a template asks for: the sizes of what is judged again, all databases having failed. */
async function triedWith(resources: number): Promise<readonly number[]> {
  const fileSystem = memoryFileSystem({ [deployment.path]: textOf(resources) });
  const declared = await evaluateAll([deployment], { fileSystem });
  const tiers = tiersWith({});
  const graphOf = (again: readonly DeclaredResource[]): ResourceGraph => {
    const normal = normalize(again).value;
    return buildGraph({ resources: normal, deployments: [deployment], config: defaultConfig, tiers }).graph;
  };
  const graph = graphOf(declared.value);
  const databases = [...graph.nodes.values()].filter(({ type }) => type === 'AWS::RDS::DBInstance');
  const judged: number[] = [];
  withParameterCases({
    graph,
    verdicts: databases.map(({ id }) => failureOf(id)),
    deployments: declared.deployments,
    declared: declared.byDeployment,
    whatIf: (each) => declared.whatIf(each),
    judgeAgain: (again, asked) => {
      judged.push(again.length);
      // While no parameter is known, nothing is decided.
      const verdicts = judged.length === 1 ? asked.map((each) => ({ ...each, verdict: 'unknown' as const })) : asked;
      return { graph: judged.length === 1 ? graphOf(again) : graph, verdicts };
    },
  });
  return judged;
}

function failureOf(node: NodeId): Verdict {
  const policy = builtInPolicies().find(({ id }) => id === 'rds/multi-az')?.id;
  if (policy === undefined) throw new Error('no such policy');
  const said = { message: 'It has no standby.', place: undefined, related: [], unknowns: [], check: 0 };
  return { policy, node, verdict: 'fail', level: 'error', ...said };
}

describe('parameters', () => {
  test.each(sizes)('of a template with %i resources cost what they change', async (resources) => {
    const [whole, ...judged] = await triedWith(resources);
    const servicesOfParameter = Math.ceil(resources / resourcesOfService / conditions);
    // Everything once, while no parameter is known; then what each parameter decides, as it is and with two other values.
    expect(whole).toBe(resources + 1);
    expect(judged).toHaveLength(Math.min(conditions, resources / resourcesOfService) * 3);
    expect(Math.max(...judged)).toBeLessThanOrEqual(servicesOfParameter * resourcesOfService + 1);
  });
});

test.each([
  ['template', { 'shop.json': textOf(100) }],
  ['configuration', { 'main.tf': configurationOf({ resources: 100, conditions }) }],
])('the %s of the benchmark is read in full', async (_, files) => {
  const { diagnostics, inputs } = await lintText(files);
  expect(diagnostics.filter(({ level }) => level !== 'note')).toEqual([]);
  expect(inputs).toHaveLength(1);
});
