import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

async function nodesOf(type: string, config: string): Promise<readonly [masters: unknown, even: unknown]> {
  const main = `variable "nodes" {}\nresource "${type}" "products" {\n  cluster_config {\n${config}\n  }\n}\n`;
  const report = await lintText({ 'main.tf': main });
  const fact = (name: string): unknown => shown(factOf(report, `${type}.products`, name));
  return [fact('dedicatedMasters'), fact('evenNodes')];
}

const spread = 'zone_awareness_enabled = true';

test.each([
  ['nothing is written', '', [0, undefined]],
  ['masters are on', 'dedicated_master_enabled = true\ndedicated_master_count = 3', [3, undefined]],
  ['a count that is off', 'dedicated_master_enabled = false\ndedicated_master_count = 3', [0, undefined]],
  ['two zones', `${spread}\ninstance_count = 4`, [0, true]],
  ['two zones by default, unevenly', `${spread}\ninstance_count = 3`, [0, false]],
  ['three zones', `${spread}\ninstance_count = 4\nzone_awareness_config {\navailability_zone_count = 3\n}`, [0, false]],
  ['an unknown number', `${spread}\ninstance_count = var.nodes`, [0, '? var.nodes']],
])('a search domain where %s', async (_, config, expected) => {
  expect(await nodesOf('aws_opensearch_domain', config)).toEqual(expected);
  expect(await nodesOf('aws_elasticsearch_domain', config)).toEqual(expected);
});

test('a standby is in a third zone', async () => {
  const config = 'multi_az_with_standby_enabled = true\ninstance_count = 6';
  expect(await nodesOf('aws_opensearch_domain', config)).toEqual([0, true]);
});

test('how many masters there are by themselves is not known', async () => {
  const [masters] = await nodesOf('aws_opensearch_domain', 'dedicated_master_enabled = true');
  expect(masters).toBe('? how many dedicated master nodes aws_opensearch_domain.products has');
});
