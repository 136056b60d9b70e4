import { describe, expect, test } from 'vitest';
import { graphDot } from '../../src/reporters/graph-dot.ts';
import { graphMermaid } from '../../src/reporters/graph-mermaid.ts';
import { hostileEstate, twoRegions } from '../helpers/estate.ts';
import { lintText } from '../helpers/lint-text.ts';

describe('Mermaid', () => {
  test('a subgraph for each Region, and the arrows between their boxes', async () => {
    const diagram = graphMermaid(await lintText(twoRegions));
    const id = (label: string): string => new RegExp(`(\\w+)\\["${label}`, 'u').exec(diagram)?.[1] ?? label;
    expect(diagram.match(/(?<=subgraph \w+\[")[^"]*/gu)).toEqual([
      'us-east-1, primary',
      'eu-west-1, recovery',
      'Global',
    ]);
    expect(diagram).toContain(
      `${id('RDS database<br>orders<br>')} -->|replicates to| ${id('RDS database<br>orders_replica')}`,
    );
  });

  test('what was written stays inside its label', async () => {
    const lines = graphMermaid(await lintText(hostileEstate())).split('\n');
    const shape =
      /^\s*(?:flowchart LR|subgraph \w+\["[^"<>;`]*"\]|end|\w+\["(?:[^"<>`]|<br>)*"\](?::::\w+)?|\w+ -?-\.?-?>?\|[a-z ]+\| \w+|\w+ (?:-->|-\.->)\|[a-z ]+\| \w+|classDef .*|)$/u;
    expect(lines.filter((line) => !shape.test(line))).toEqual([]);
  });
});

describe('DOT', () => {
  test('a cluster for each Region, and the arrows between their boxes', async () => {
    const diagram = graphDot(await lintText(twoRegions));
    const id = (label: string): string => new RegExp(`("[\\w-]+") \\[label="${label}`, 'u').exec(diagram)?.[1] ?? label;
    expect(diagram.match(/(?<=label=")[^"]*(?="; style)/gu)).toEqual([
      'us-east-1, primary',
      'eu-west-1, recovery',
      'Global',
    ]);
    const vaults = 'Backup vault\\\\n';
    expect(diagram).toContain(
      `${id(String.raw`Backup plan\\ndaily`)} -> ${id(`${vaults}recovery`)} [label="copies to"`,
    );
  });

  test('what was written stays inside its quotes', async () => {
    const diagram = graphDot(await lintText(hostileEstate()));
    // Without all that is quoted, nothing of it is left.
    const bare = diagram.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""');
    expect(bare).not.toMatch(/script|alert|img/u);
    expect(bare.split('{')).toHaveLength(bare.split('}').length);
  });
});
