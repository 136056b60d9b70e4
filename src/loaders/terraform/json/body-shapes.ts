/**
 * What Terraform expects in the bodies of its blocks, as far as JSON does not say it: which properties are nested blocks,
 * with how many labels, and how the texts of arguments are read.
 *
 * https://developer.hashicorp.com/terraform/language/syntax/json#block-type-specific-exceptions
 */
import type { TemplateNode } from '../../template-node.ts';
import type { TextMode } from './json-expression.ts';
import { takesMap } from './map-arguments.ts';

export interface BlockShape {
  /** What the labels say, for messages: `a type`, `a name`. */
  readonly labels: readonly string[];
  readonly body: (labels: readonly string[]) => BodyShape;
}

export interface BodyShape {
  /** The block that a property stands for; undefined for an argument. */
  readonly blockOf: (name: string, value: TemplateNode) => BlockShape | undefined;
  readonly modeOf: (name: string) => TextMode;
  /** The only properties that may stand here, where that is known. */
  readonly only?: readonly string[];
}

interface Parts {
  readonly blocks?: Readonly<Record<string, BlockShape>>;
  readonly modes?: Readonly<Record<string, TextMode>>;
  /** How other arguments are read. */
  readonly others?: TextMode;
  /** What other properties stand for. */
  readonly otherBlocks?: BodyShape['blockOf'];
}

function body({ blocks = {}, modes = {}, others = 'template', otherBlocks = () => undefined }: Parts): BodyShape {
  const blocksByName = new Map(Object.entries(blocks));
  const modesByName = new Map(Object.entries(modes));
  return {
    blockOf: (name, value) => blocksByName.get(name) ?? (modesByName.has(name) ? undefined : otherBlocks(name, value)),
    modeOf: (name) => modesByName.get(name) ?? others,
  };
}

function block(shape: BodyShape, ...labels: readonly string[]): BlockShape {
  return { labels, body: () => shape };
}

const plain = body({});
const condition = block(plain);

const connection = block(body({ modes: { type: 'literal' } }));

const provisioner = block(
  body({ blocks: { connection }, modes: { when: 'reference', on_failure: 'reference' } }),
  'a provisioner',
);

const lifecycle = block(
  body({
    blocks: { precondition: condition, postcondition: condition },
    modes: { ignore_changes: 'reference', replace_triggered_by: 'reference' },
  }),
);

/** Blocks by the schema of AWS's provider; what others hold is not judged, and stays the value that it may be. */
function schemaBlocks(type: string): BodyShape['blockOf'] {
  const isKnown = type.startsWith('aws_') || type === 'provider';
  const nested: BlockShape = { labels: [], body: () => body({ otherBlocks: blockOf }) };
  // https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
  const dynamic = block(
    body({ blocks: { content: nested }, modes: { iterator: 'reference' } }),
    'the type of the blocks',
  );
  const blockOf: BodyShape['blockOf'] = (name, value) => {
    if (name === 'dynamic') return dynamic;
    return isKnown && holdsObjects(value) && !takesMap(type, name) ? nested : undefined;
  };
  return blockOf;
}

function holdsObjects(value: TemplateNode): boolean {
  if (value.kind === 'mapping') return true;
  return value.kind === 'sequence' && value.items.length > 0 && value.items.every(({ kind }) => kind === 'mapping');
}

const resource: BlockShape = {
  labels: ['a type', 'a name'],
  body: ([type = '']) =>
    body({
      blocks: { lifecycle, connection, provisioner },
      modes: { count: 'template', for_each: 'template', provider: 'reference', depends_on: 'reference' },
      otherBlocks: schemaBlocks(type),
    }),
};

const variable = block(
  body({
    blocks: { validation: condition },
    modes: { type: 'reference' },
    others: 'literal',
  }),
  'a name',
);

const output = block(
  body({
    blocks: { precondition: condition },
    modes: { value: 'template', depends_on: 'reference' },
    others: 'literal',
  }),
  'a name',
);

const moduleCall = block(
  body({
    blocks: { lifecycle },
    modes: { source: 'literal', version: 'literal', providers: 'reference', depends_on: 'reference' },
  }),
  'a name',
);

const provider = block(
  body({
    modes: { alias: 'literal', version: 'literal', for_each: 'template' },
    otherBlocks: schemaBlocks('provider'),
  }),
  'a name',
);

const settings = block(
  body({
    blocks: {
      backend: block(body({ blocks: { workspaces: block(plain) } }), 'a type'),
      cloud: block(body({ blocks: { workspaces: block(plain) } })),
      required_providers: block(body({ others: 'literal' })),
      provider_meta: block(plain, 'a provider'),
      encryption: block(plain),
    },
    others: 'literal',
  }),
);

const move = block(body({ others: 'reference' }));

const importOf = block(body({ modes: { to: 'reference', provider: 'reference' } }));

const removal = block(body({ blocks: { lifecycle, provisioner }, modes: { from: 'reference' } }));

const check = block(body({ blocks: { data: resource, assert: condition } }), 'a name');

const topLevel = {
  terraform: settings,
  provider,
  variable,
  locals: block(plain),
  module: moduleCall,
  resource,
  data: resource,
  ephemeral: resource,
  output,
  moved: move,
  import: importOf,
  removed: removal,
  check,
  // https://developer.hashicorp.com/terraform/language/block/action
  action: block(plain, 'a type', 'a name'),
} satisfies Record<string, BlockShape>;

/** What a file consists of. */
export const fileShape: BodyShape = { ...body({ blocks: topLevel }), only: Object.keys(topLevel) };
