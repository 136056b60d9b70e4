/** The image that something is launched from: whether its id is written literally, in which Regions that id is used, or which parameter holds it. */
import { appendTo } from '../../../core/append-to.ts';
import { documentMap, ReferenceLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { DeployedRegions } from './deployed-regions.ts';
import { isLiteralAt } from './literal.ts';

/** Type → where its image stands. */
const imagePointers: ReadonlyMap<string, string> = new Map([
  ['AWS::EC2::Instance', '/ImageId'],
  ['AWS::EC2::LaunchTemplate', '/LaunchTemplateData/ImageId'],
  ['AWS::AutoScaling::LaunchConfiguration', '/ImageId'],
]);

export function setImages(context: GraphContext): void {
  const users = new Map<string, DraftNode[]>();
  const launched: (readonly [node: DraftNode, pointer: string, image: Document])[] = [];
  for (const [type, pointer] of imagePointers) {
    for (const node of context.ofType(type)) {
      const image = propertyAt(node, pointer);
      if (image === undefined || node.kind === 'looked-up') continue;
      launched.push([node, pointer, image]);
      if (isId(image)) appendTo(users, image, node);
    }
  }
  const regions = new Map([...users].map(([image, nodes]) => [image, new DeployedRegions(nodes)]));
  for (const [node, pointer, image] of launched) {
    const used = isId(image) ? regions.get(image) : undefined;
    node.facts.set(
      'image',
      documentMap([
        ['id', image],
        ['literal', isLiteral(node, pointer, image)],
        ['parameter', parameterOf(image)],
        ['regions', used?.seenFrom(node) ?? []],
      ]),
    );
    node.factSources.set('image', [pointer]);
  }
}

/** The parameter whose image AWS looks up at launch; none behind an attribute of something, for that is an id. */
// https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
function parameterOf(image: Document): Document | undefined {
  if (image instanceof ReferenceLeaf) return undefined;
  return typeof image === 'string' && !image.startsWith('resolve:ssm:') ? undefined : image;
}

/** Neither an input that is left empty nor a parameter, whose name holds in every Region. */
function isId(image: Document): image is string {
  return typeof image === 'string' && image.startsWith('ami-');
}

/** An id in the code that no lookup and no per-deployment input decides; not a name that AWS resolves at launch. */
function isLiteral(node: DraftNode, pointer: string, image: Document): Document {
  if (typeof image === 'string') return isId(image) && isLiteralAt(node, pointer);
  if (!(image instanceof UnknownLeaf)) return false;
  // Of an input without a value whoever states it writes no code; where the input chooses, one of the choices may be an id.
  return image.symbol().reason.code === 'unsupported' || choosesId(node, pointer) ? image : false;
}

/** An id that is spelled out in a conditional; a mapping by Region is none. */
function choosesId(node: DraftNode, pointer: string): boolean {
  const { range, decidedAt } = node.normal?.origins.get(node.base + pointer) ?? {};
  return [range, decidedAt].some((place) => {
    const text = place?.file.text.slice(place.start, place.end) ?? '';
    return /\?|!If\b|Fn::If/u.test(text) && /\bami-[0-9a-f]{8,17}\b/u.test(text);
  });
}
