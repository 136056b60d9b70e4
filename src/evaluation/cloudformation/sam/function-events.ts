/** The events of functions: their types, and what SAM makes of each. */
import { apiEvent, httpApiEvent } from './api-events.ts';
import type { ExpandEvent } from './events.ts';
import { bucketEvent, logsEvent, skillEvent, topicEvent, topicRuleEvent, userPoolEvent } from './push-events.ts';
import { patternEvent, scheduleEvent, schedulerEvent } from './rule-events.ts';
import { sourceEvent, sourceTypes } from './source-events.ts';

export const functionEvents: ReadonlyMap<string, ExpandEvent> = new Map<string, ExpandEvent>([
  ...[...sourceTypes.keys()].map((type) => [type, sourceEvent] as const),
  ['AlexaSkill', skillEvent],
  ['Api', apiEvent],
  ['CloudWatchEvent', patternEvent],
  ['CloudWatchLogs', logsEvent],
  ['Cognito', userPoolEvent],
  ['EventBridgeRule', patternEvent],
  ['HttpApi', httpApiEvent],
  ['IoTRule', topicRuleEvent],
  ['S3', bucketEvent],
  ['Schedule', scheduleEvent],
  ['ScheduleV2', schedulerEvent],
  ['SNS', topicEvent],
]);
