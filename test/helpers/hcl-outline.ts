/** What was read of a file, in a line: `resource.aws_lb.web { name, tags? }`; `?` stands after what was lost. */
import type { Body } from '../../src/loaders/hcl/ast.ts';

export function outlineOf(body: Body): string {
  const attributes = body.attributes.map(({ name }) => name);
  const unread = (body.unread ?? []).map((name) => `${name}?`);
  const blocks = body.blocks.map((block) => {
    const header = [block.type, ...block.labels.map(({ text }) => text)].join('.');
    const content = outlineOf(block.body);
    return content === '' ? header : `${header} { ${content} }`;
  });
  return [...attributes, ...unread, ...blocks].join(', ');
}
