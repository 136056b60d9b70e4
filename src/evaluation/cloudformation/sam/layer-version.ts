/**
 * `AWS::Serverless::LayerVersion`: a version of a layer, which SAM keeps when the next one is published.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html
 */
import { entryOf, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { contentOf } from './artifacts.ts';
import type { Expansion } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, literal, madeBySam, pick, textOfNode } from './nodes.ts';

const unchanged: ReadonlySet<string> = new Set([
  'CompatibleArchitectures',
  'CompatibleRuntimes',
  'Description',
  'LicenseInfo',
]);

/** Its logical id goes without the hash of the content that SAM adds. */
export function expandLayerVersion(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header, node } = source;
  const isDecided = entryOf(node, 'DeletionPolicy') !== undefined;
  const kept = isDecided ? undefined : literal('Retain', header);
  const deletion = retentionOf(source, expansion) ?? kept;
  return [
    {
      logicalId,
      type: 'AWS::Lambda::LayerVersion',
      properties: [
        ...pick(properties, unchanged),
        ...entriesOf({
          LayerName: valueOf(properties, 'LayerName') ?? literal(logicalId, header),
          Content: contentOf(valueOf(properties, 'ContentUri')),
        }),
      ],
      attributes: entriesOf({ DeletionPolicy: deletion }),
    },
  ];
}

/** `Retain` or `Delete`, in any case. */
function retentionOf({ logicalId, properties }: ServerlessResource, expansion: Expansion): TemplateNode | undefined {
  const stated = expansion.resolved(valueOf(properties, 'RetentionPolicy'));
  if (stated === undefined) return undefined;
  const text = textOfNode(stated)?.toLowerCase();
  if (text === 'retain' || text === 'delete') return literal(text === 'retain' ? 'Retain' : 'Delete', stated.range);
  return madeBySam(`${logicalId}.RetentionPolicy`, stated.range);
}
