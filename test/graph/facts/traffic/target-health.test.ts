import { expect, test } from 'vitest';
import { isDocumentMap, MeasureLeaf, type Document } from '../../../../src/core/document.ts';
import { lintText, nodeAt } from '../../../helpers/lint-text.ts';

async function times(type: string, healthCheck: string): Promise<readonly unknown[]> {
  const main = `variable "interval" {}
resource "${type}" "web" {
  ${healthCheck}
}`;
  const { document } = nodeAt(await lintText({ 'main.tf': main }), `${type}.web`);
  const facts = isDocumentMap(document) ? document['facts'] : undefined;
  const ends = (name: string): unknown => {
    const fact: Document | undefined = isDocumentMap(facts) ? facts[name] : undefined;
    return fact instanceof MeasureLeaf ? [fact.interval().low, fact.interval().high] : fact;
  };
  return [ends('detection'), ends('comeback')];
}

const target = 'aws_lb_target_group';

test.each([
  ['by default', target, '', [90, 90], [90, 90]],
  [
    'as written',
    target,
    'health_check {\n interval = 10\n unhealthy_threshold = 2\n healthy_threshold = 5\n}',
    [20, 20],
    [50, 50],
  ],
  [
    'of which the interval is not known',
    target,
    'health_check { interval = var.interval }',
    [3, Infinity],
    [3, Infinity],
  ],
  [
    'of a classic load balancer',
    'aws_elb',
    'health_check {\n target = "HTTP:80/"\n interval = 30\n timeout = 5\n unhealthy_threshold = 2\n healthy_threshold = 10\n}',
    [60, 60],
    [300, 300],
  ],
  ['of a classic load balancer that states none', 'aws_elb', '', undefined, undefined],
])('the times of a check %s', async (_, type, healthCheck, detection, comeback) => {
  expect(await times(type, healthCheck)).toEqual([detection, comeback]);
});
