/** How a box is called: short, for its kind and its Region are told beside it. The address stands in its details. */
import { printText } from '../../core/print.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { Box } from './picture.ts';

/** `orders` for `aws_db_instance.orders`, `this` for `module.web.aws_lb.this["a"]`, `backup-vault:dr` for an ARN. */
export function shortName({ anchor, address, part, kind, construct }: GraphNode): string {
  if (construct !== undefined) return printText(part === undefined ? construct.path : `${construct.path} ${part}`);
  if (kind === 'external') return printText(endOfArn(address));
  const name = anchor.split(/[./]/u).at(-1) ?? anchor;
  return printText(part === undefined ? name : `${name} ${part}`);
}

/** The modules that it stands in, from the outside: `region_us_east_1`; of CloudFormation, the stacks; else empty. */
export function moduleOf({ anchor, kind, construct, language }: GraphNode): string {
  if (kind === 'external' || construct !== undefined) return '';
  if (language === 'cloudformation') return printText(anchor.split('/').slice(0, -1).join('/'));
  return printText([...anchor.matchAll(/\bmodule\.([^.]+)/gu)].map(([, name]) => name ?? '').join('.'));
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
