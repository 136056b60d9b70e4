/**
 * `AWS::Serverless::Application`: a nested stack, of a template beside this one or of the Serverless Application Repository.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
 */
import { valueOf } from '../../../loaders/template-node.ts';
import { type GeneratedResource, type ServerlessResource, tagList } from './generated.ts';
import { entriesOf, pick } from './nodes.ts';

const unchanged: ReadonlySet<string> = new Set(['NotificationARNs', 'Parameters', 'TimeoutInMinutes']);

/** Where an application of the repository lies is only known to the repository: it stays what it is. */
export function expandApplication({ logicalId, properties }: ServerlessResource): readonly GeneratedResource[] {
  const location = valueOf(properties, 'Location');
  if (location?.kind !== 'scalar') {
    return [{ logicalId, type: 'AWS::Serverless::Application', properties: properties.entries }];
  }
  return [
    {
      logicalId,
      type: 'AWS::CloudFormation::Stack',
      properties: [
        ...pick(properties, unchanged),
        ...entriesOf({ TemplateURL: location, Tags: tagList(valueOf(properties, 'Tags')) }),
      ],
    },
  ];
}
