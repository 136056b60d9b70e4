/** The image that something is launched from: whether its id is written literally, and in which Regions that id is used. */
import { documentMap, UnknownLeaf, type Document } from '../../core/document.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { identityKey } from '../identity/same.ts';
import { isLiteralAt } from './literal.ts';

/** Type → where its image stands. */
const imagePointers: ReadonlyMap<string, string> = new Map([
  ['AWS::EC2::Instance', '/ImageId'],
  ['AWS::EC2::LaunchTemplate', '/LaunchTemplateData/ImageId'],
  ['AWS::AutoScaling::LaunchConfiguration', '/ImageId'],
]);

export function setImages(context: GraphContext): void {
  const regions = new Map<string, Map<string, Document>>();
  const launched: (readonly [node: DraftNode, pointer: string, image: Document])[] = [];
  for (const [type, pointer] of imagePointers) {
    for (const node of context.ofType(type)) {
      const image = propertyAt(node, pointer);
      if (image === undefined || node.kind === 'looked-up') continue;
      launched.push([node, pointer, image]);
      if (typeof image !== 'string' || node.region === undefined) continue;
      const used = regions.get(image) ?? new Map<string, Document>();
      used.set(identityKey(node.region) ?? node.id, node.region);
      regions.set(image, used);
    }
  }
  for (const [node, pointer, image] of launched) {
    const used = typeof image === 'string' ? regions.get(image) : undefined;
    node.facts.set(
      'image',
      documentMap([
        ['id', image],
        ['literal', isLiteral(node, pointer, image)],
        ['regions', Object.freeze([...(used ?? new Map<string, Document>()).values()])],
      ]),
    );
    node.factSources.set('image', [pointer]);
  }
}

/** An id in the code that no lookup and no per-deployment input decides; not a name that AWS resolves at launch. */
function isLiteral(node: DraftNode, pointer: string, image: Document): Document {
  if (typeof image === 'string') {
    return image.startsWith('ami-') && isLiteralAt(node, pointer);
  }
  // An input without a value: whoever states it writes no code.
  return image instanceof UnknownLeaf && image.symbol().reason.code === 'unsupported' ? image : false;
}
