import { expect, test } from 'vitest';
import { isDocumentMap } from '../../../../src/core/document.ts';
import { factOf } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const service = (count: string): string => `
resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web:7"
  ${count}
}
`;

const target = (id: string, namespace = 'ecs'): string => `
resource "aws_appautoscaling_target" "web" {
  service_namespace  = "${namespace}"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = ${id}
  min_capacity       = 2
  max_capacity       = 8
}
`;

const byReference = '"service/shop/${aws_ecs_service.web.name}"';

test.each([
  ['nothing scales it', service('desired_count = 3'), { desired: 3, minimum: 3, maximum: undefined }],
  ['it is scaled up', service('') + target(byReference), { desired: 2, minimum: 2, maximum: 8 }],
  [
    'it runs more than the least',
    service('desired_count = 5') + target(byReference),
    { desired: 5, minimum: 2, maximum: 8 },
  ],
  ['it is scaled by its name', service('') + target('"service/shop/web"'), { desired: 2, minimum: 2, maximum: 8 }],
  [
    'another one is scaled',
    service('') + target('"service/shop/jobs"'),
    { desired: 0, minimum: 0, maximum: undefined },
  ],
  [
    'its table is scaled',
    service('') + target('"table/web"', 'dynamodb'),
    { desired: 0, minimum: 0, maximum: undefined },
  ],
])('the tasks of a service, where %s', async (_, main, expected) => {
  const capacity = factOf(await lintText({ 'main.tf': main }), 'aws_ecs_service.web', 'capacity');
  expect(isDocumentMap(capacity) ? { ...capacity } : capacity).toEqual(expected);
});
