/**
 * `AWS::Serverless::SimpleTable`: a DynamoDB table with a primary key.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html
 */
import { valueOf } from '../../../loaders/template-node.ts';
import { type GeneratedResource, type ServerlessResource, tagList } from './generated.ts';
import { entriesOf, literal, madeBySam, mapping, pick, sequence, textOfNode } from './nodes.ts';

const unchanged: ReadonlySet<string> = new Set([
  'PointInTimeRecoverySpecification',
  'ProvisionedThroughput',
  'SSESpecification',
  'TableName',
]);

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-simpletable-primarykeyobject.html
const attributeTypes: ReadonlyMap<string, string> = new Map([
  ['String', 'S'],
  ['Number', 'N'],
  ['Binary', 'B'],
]);

export function expandSimpleTable({ logicalId, properties, header }: ServerlessResource): readonly GeneratedResource[] {
  const key = valueOf(properties, 'PrimaryKey');
  const range = key?.range ?? header;
  const name = valueOf(key, 'Name') ?? literal('id', range);
  const type = valueOf(key, 'Type') ?? literal('String', range);
  const letter = attributeTypes.get(textOfNode(type) ?? '');
  const attributeType =
    letter === undefined ? madeBySam(`${logicalId}.PrimaryKey`, range) : literal(letter, type.range);
  const isProvisioned = valueOf(properties, 'ProvisionedThroughput') !== undefined;
  return [
    {
      logicalId,
      type: 'AWS::DynamoDB::Table',
      properties: [
        ...pick(properties, unchanged),
        ...entriesOf({
          AttributeDefinitions: sequence(
            [mapping({ AttributeName: name, AttributeType: attributeType }, range)],
            range,
          ),
          KeySchema: sequence([mapping({ AttributeName: name, KeyType: literal('HASH', range) }, range)], range),
          BillingMode: isProvisioned ? undefined : literal('PAY_PER_REQUEST', header),
          Tags: tagList(valueOf(properties, 'Tags')),
        }),
      ],
    },
  ];
}
