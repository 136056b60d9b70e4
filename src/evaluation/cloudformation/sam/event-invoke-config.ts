/**
 * `EventInvokeConfig` of a function: how asynchronous invocations are retried, and where they end. SAM makes the queue or topic of a
 * destination that names none.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventinvokeconfiguration.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { EventTarget } from './events.ts';
import { conditionOf, type Expansion, ofConditions } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, getAtt, literal, mapping, pick, ref, textOfNode } from './nodes.ts';
import { statedOrMade } from './stated-or-made.ts';

const unchanged: ReadonlySet<string> = new Set(['MaximumEventAgeInSeconds', 'MaximumRetryAttempts']);

interface Made {
  readonly type: string;
  readonly suffix: string;
  /** What gives its ARN. */
  readonly arn: (logicalId: string, node: TemplateNode) => TemplateNode;
  /** The property by which a template may refer to it. */
  readonly name: string;
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-onfailure.html
const madeDestinations: ReadonlyMap<string, Made> = new Map([
  [
    'SQS',
    {
      type: 'AWS::SQS::Queue',
      suffix: 'Queue',
      arn: (id: string, { range }: TemplateNode) => getAtt(id, 'Arn', range),
      name: 'DestinationQueue',
    },
  ],
  [
    'SNS',
    {
      type: 'AWS::SNS::Topic',
      suffix: 'Topic',
      arn: (id: string, { range }: TemplateNode) => ref(id, range),
      name: 'DestinationTopic',
    },
  ],
]);

export function eventInvokeConfig(
  source: ServerlessResource,
  target: EventTarget,
  expansion: Expansion,
): readonly GeneratedResource[] {
  const { logicalId, properties } = source;
  const config = valueOf(properties, 'EventInvokeConfig');
  if (config === undefined) return [];
  const { range } = config;
  const destinations = valueOf(config, 'DestinationConfig');
  const [success, failure] = ['OnSuccess', 'OnFailure'].map((name) =>
    destinationOf(source, name, valueOf(destinations, name), expansion),
  );
  const dependsOn = target.aliasId === undefined ? undefined : literal(target.aliasId, range);
  return [
    ...(success?.resources ?? []),
    ...(failure?.resources ?? []),
    {
      logicalId: `${logicalId}EventInvokeConfig`,
      type: 'AWS::Lambda::EventInvokeConfig',
      properties: [
        ...pick(config, unchanged),
        ...entriesOf({
          FunctionName: ref(logicalId, range),
          Qualifier: valueOf(properties, 'AutoPublishAlias') ?? literal('$LATEST', range),
          DestinationConfig:
            destinations && mapping({ OnSuccess: success?.value, OnFailure: failure?.value }, destinations.range),
        }),
      ],
      attributes: entriesOf({ DependsOn: dependsOn }),
    },
  ];
}

interface Destination {
  readonly value: TemplateNode;
  readonly resources: readonly GeneratedResource[];
}

function destinationOf(
  source: ServerlessResource,
  name: string,
  node: TemplateNode | undefined,
  expansion: Expansion,
): Destination | undefined {
  if (node === undefined) return undefined;
  const { range } = node;
  const stated = valueOf(node, 'Destination');
  const kind = madeDestinations.get(textOfNode(valueOf(node, 'Type')) ?? '');
  if (kind === undefined) return { value: mapping({ Destination: stated }, range), resources: [] };
  const madeId = `${source.logicalId}EventInvokeConfig${name}${kind.suffix}`;
  const choice = statedOrMade(stated, kind.arn(madeId, node), expansion);
  const value = mapping({ Destination: choice.value }, range);
  if (!choice.isMade) return { value, resources: [] };
  expansion.name(`${source.logicalId}.${kind.name}`, madeId);
  const attributes = entriesOf({ Condition: conditionOfMade(source, choice.condition, range, expansion) });
  return { value, resources: [{ logicalId: madeId, type: kind.type, properties: [], attributes, header: range }] };
}

/** What SAM makes for a function exists where the function does and nothing is stated. */
function conditionOfMade(
  source: ServerlessResource,
  condition: string | undefined,
  range: SourceRange,
  expansion: Expansion,
): TemplateNode | undefined {
  const own = textOfNode(conditionOf(source));
  if (condition === undefined || own === undefined)
    return condition === undefined ? undefined : literal(condition, range);
  const both = `${own}AND${condition}`;
  expansion.addCondition(both, ofConditions('Fn::And', [own, condition], range));
  return literal(both, range);
}
