/** How a box is called: short, for its kind and its Region are told beside it. The address stands in its details. */
import { printText } from '../../core/print.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { Box } from './picture.ts';

/** How a resource is called inside of what holds it. */
interface Name {
  /** `orders` for `aws_db_instance.orders`, `backup-vault:dr` for an ARN. */
  readonly name: string;
  /** The modules, nested stacks or constructs around it; empty for none. */
  readonly module: string;
}

export function nameOf(node: GraphNode): Name {
  const { name, around } = piecesOf(node);
  // A module's only resource of its type is often called `this`: the module's name says more.
  const isNameless = /^(?:this|main|default|Resource|Default)$/u.test(name) && around.length > 0;
  const own = isNameless ? (around.at(-1) ?? name) : name;
  const module = isNameless ? around.slice(0, -1) : around;
  return {
    name: printText(node.part === undefined ? own : `${own} ${node.part}`),
    module: printText(module.join(node.language === 'terraform' ? '.' : '/')),
  };
}

function piecesOf({ anchor, address, kind, construct, language }: GraphNode): {
  readonly name: string;
  readonly around: readonly string[];
} {
  if (kind === 'external') return { name: endOfArn(address), around: [] };
  const path = construct === undefined ? anchor : construct.path;
  const pieces = path.split(language === 'cloudformation' ? '/' : '.');
  const name = pieces.at(-1) ?? path;
  if (language === 'cloudformation') return { name, around: pieces.slice(0, -1) };
  return { name, around: pieces.filter((_, at) => pieces[at - 1] === 'module') };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function endOfArn(text: string): string {
  if (!text.startsWith('arn:')) return text;
  // A variable may stand for any of the first five pieces, and holds colons only in its name.
  return text.replace(/^arn(?::(?:\$\{[^}]*\}|[^:])*){4}:/u, '');
}

/** `Load balancer · web`, `S3 bucket, declared elsewhere` */
export function kindInWords({ node, kind, module, isDeclared, guestOf }: Box): string {
  if (node.kind === 'possible') return kind;
  if (guestOf !== undefined) return `${kind}, of workload ${guestOf}`;
  if (!isDeclared) return `${kind}, declared elsewhere`;
  return module === '' ? kind : `${kind} · ${module}`;
}

/** ` ×3` for three instances of one declaration, ` ×n` where their number is not known; empty for one. */
export function timesOf(nodes: readonly GraphNode[]): string {
  if (nodes.some(({ address }) => address.includes('[*]'))) return ' ×n';
  return nodes.length > 1 ? ` ×${nodes.length}` : '';
}
