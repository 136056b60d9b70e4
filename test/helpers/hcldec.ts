/**
 * Decodes a body by a specification, as the program `hcldec` of HashiCorp's does: the part of its language that the HCL
 * specification suite uses. https://github.com/hashicorp/hcl/blob/main/cmd/hcldec/spec-format.md
 */
import type { SourceRange } from '../../src/core/source.ts';
import { list, map, scalar, type Value } from '../../src/core/value.ts';
import type { Scope } from '../../src/evaluation/terraform/scope.ts';
import { convertTo, parseType } from '../../src/evaluation/terraform/variables/type-constraints.ts';
import type { Block, Body, Expression } from '../../src/loaders/hcl/ast.ts';
import { attributeNamed } from '../../src/loaders/terraform/terraform-module.ts';

interface Decoded {
  readonly value: Value;
  /** What the specification does not expect, by the places that HCL names. */
  readonly unexpected: readonly SourceRange[];
}

/** The names that the specification binds, and the value of a body that follows it. */
export function decode(specification: Body, body: Body, scope: Scope): Decoded {
  const named = specification.blocks.find(({ type }) => type === 'variables');
  const names = named?.body.attributes.map(({ name, value }) => [name, scope.evaluate(value)] as const) ?? [];
  const [root] = specification.blocks.filter((block) => block !== named);
  if (root === undefined) throw new Error('The specification says nothing.');
  return { value: valueOf(root, body, scope.with(names)), unexpected: unexpectedIn(root, body) };
}

function valueOf(spec: Block, body: Body, scope: Scope): Value {
  switch (spec.type) {
    case 'literal':
      return scope.evaluate(settingOf(spec, 'value'));
    case 'object':
      return map(new Map(spec.body.blocks.map((inner) => [nameOf(inner), valueOf(inner, body, scope)] as const)));
    case 'attr': {
      const written = attributeNamed(body, nameOf(spec));
      const value = written === undefined ? scalar(null) : scope.evaluate(written.value);
      return convertTo(value, parseType(settingOf(spec, 'type')), scope);
    }
    case 'block': {
      const [block] = blocksOf(spec, body);
      return block === undefined ? scalar(null) : valueOf(contentOf(spec), block.body, scope);
    }
    case 'block_list':
      return list(blocksOf(spec, body).map((block) => valueOf(contentOf(spec), block.body, scope)));
    case 'block_map': {
      const entries = blocksOf(spec, body).map(
        ({ labels, body: inner }) => [labels[0]?.text ?? '', valueOf(contentOf(spec), inner, scope)] as const,
      );
      return map(new Map(entries));
    }
    default:
      throw new Error(`The specification has a kind that is not known here: ${spec.type}.`);
  }
}

function unexpectedIn(spec: Block, body: Body): readonly SourceRange[] {
  if (spec.type === 'literal') return [];
  const members = spec.type === 'object' ? spec.body.blocks : [spec];
  const attributes = new Set(members.filter(({ type }) => type === 'attr').map(nameOf));
  const types = new Set(members.filter(({ type }) => type.startsWith('block')).map(nameOf));
  return [
    ...body.attributes.filter(({ name }) => !attributes.has(name)).map(({ nameRange }) => nameRange),
    ...body.blocks.filter(({ type }) => !types.has(type)).map(({ headerRange }) => headerRange),
    ...members
      .filter(({ type }) => type.startsWith('block'))
      .flatMap((inner) => blocksOf(inner, body).flatMap((block) => unexpectedIn(contentOf(inner), block.body))),
  ];
}

function settingOf(spec: Block, name: string): Expression {
  const attribute = attributeNamed(spec.body, name);
  if (attribute === undefined) throw new Error(`${spec.type} lacks ${name}.`);
  return attribute.value;
}

/** What is looked for: stated, or else the label. */
function nameOf(spec: Block): string {
  const stated = attributeNamed(spec.body, spec.type === 'attr' ? 'name' : 'block_type')?.value;
  const part = stated?.kind === 'template' ? stated.parts[0] : undefined;
  return part?.kind === 'text' ? part.text : (spec.labels[0]?.text ?? '');
}

function blocksOf(spec: Block, body: Body): readonly Block[] {
  return body.blocks.filter(({ type }) => type === nameOf(spec));
}

function contentOf(spec: Block): Block {
  const [content] = spec.body.blocks;
  if (content === undefined) throw new Error(`${spec.type} does not say what is in it.`);
  return content;
}
