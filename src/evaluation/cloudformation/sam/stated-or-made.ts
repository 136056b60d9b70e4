/** What a template states, or else what SAM makes in its place; also where a condition decides between the two. */
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { type Expansion, ofConditions } from './expansion.ts';
import { mapping, referredTo, sequence, textOfNode } from './nodes.ts';

export interface StatedOrMade {
  readonly value: TemplateNode;
  /** Whether SAM makes something at all. */
  readonly isMade: boolean;
  /** The condition under which that exists; undefined when it always does. */
  readonly condition: string | undefined;
}

/** @param made what refers to that which SAM makes */
export function statedOrMade(stated: TemplateNode | undefined, made: TemplateNode, expansion: Expansion): StatedOrMade {
  if (stated === undefined || isNoValue(stated)) return { value: made, isMade: true, condition: undefined };
  const choice = valueOf(stated, 'Fn::If');
  const [condition, ...branches] = choice?.kind === 'sequence' ? choice.items : [];
  const name = textOfNode(condition);
  if (name === undefined || !branches.some(isNoValue)) return { value: stated, isMade: false, condition: undefined };
  if (branches.every(isNoValue)) return { value: made, isMade: true, condition: undefined };
  const chosen = [condition, ...branches.map((branch) => (isNoValue(branch) ? made : branch))];
  const value = mapping({ 'Fn::If': sequence(chosen, stated.range) }, stated.range);
  if (isNoValue(branches[0])) return { value, isMade: true, condition: name };
  const opposite = `NOT${name}`;
  expansion.addCondition(opposite, ofConditions('Fn::Not', [name], stated.range));
  return { value, isMade: true, condition: opposite };
}

function isNoValue(node: TemplateNode | undefined): boolean {
  return referredTo(node) === 'AWS::NoValue';
}
