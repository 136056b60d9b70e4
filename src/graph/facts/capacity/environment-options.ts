/**
 * What an environment of Elastic Beanstalk is told of servers and zones: its own options stand above those of the saved
 * configuration that it is made from. Absent where neither says anything.
 *
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html#configuration-options-precedence
 */
import { isDocumentMap, isLeaf, type Document, type Leaf } from '../../../core/document.ts';
import { originAt, type Origin } from '../../../normalization/normal-resource.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';
import { derivedUnknown } from '../derived-unknown.ts';

const savedConfiguration = 'AWS::ElasticBeanstalk::ConfigurationTemplate';

/** Fact → namespace and name of the option that it holds. */
// https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
const options: ReadonlyMap<string, readonly [namespace: string, name: string]> = new Map([
  ['environmentType', ['aws:elasticbeanstalk:environment', 'EnvironmentType']],
  ['mostServers', ['aws:autoscaling:asg', 'MaxSize']],
  ['zonesAskedFor', ['aws:autoscaling:asg', 'Availability Zones']],
  ['zonesNamed', ['aws:autoscaling:asg', 'Custom Availability Zones']],
  ['subnetsNamed', ['aws:ec2:vpc', 'Subnets']],
]);

// A saved configuration may be made from another one; nobody makes longer chains.
const longestChain = 4;

export function setEnvironmentOptions(context: GraphContext): void {
  for (const environment of context.ofType('AWS::ElasticBeanstalk::Environment')) {
    for (const [fact, [namespace, name]] of options) {
      const found = optionOf(context, environment, { namespace, name }, longestChain);
      if (found === undefined) continue;
      environment.facts.set(fact, found.value);
      if (found.origin !== undefined) environment.factOrigins.set(fact, found.origin);
    }
  }
}

interface OptionName {
  readonly namespace: string;
  readonly name: string;
}

interface Option {
  readonly value: Document;
  /** Where it is written, if it is. */
  readonly origin: Origin | undefined;
}

/** The option of an environment or saved configuration, its own or an inherited one. */
function optionOf(context: GraphContext, node: DraftNode, option: OptionName, chain: number): Option | undefined {
  const own = ownOption(node, option);
  if (own !== undefined) return own;
  const pointer = node.type === savedConfiguration ? '/SourceConfiguration/TemplateName' : '/TemplateName';
  const [source] = resolve(context, node, pointer, [savedConfiguration]);
  const isMadeFromRunning = propertyAt(node, '/EnvironmentId') !== undefined;
  if (source === undefined && !isMadeFromRunning) return undefined;
  const isKnown = source?.certain === true && isDeclared(source.node) && chain > 0;
  return isKnown
    ? optionOf(context, source.node, option, chain - 1)
    : { value: saved(node, option), origin: undefined };
}

/** What was saved from a running environment, or is declared elsewhere. */
function saved(node: DraftNode, { name }: OptionName): Leaf {
  const subject = `what the saved configuration of ${node.address} says of ${name}`;
  return derivedUnknown(`${name} saved for ${node.id}`, subject, 'write the option in the environment itself');
}

/** The last item that surely sets it; else the first that may. */
function ownOption(node: DraftNode, option: OptionName): Option | undefined {
  const pointer = '/OptionSettings';
  const whole = propertyAt(node, pointer);
  if (isLeaf(whole)) return { value: whole, origin: originOf(node, pointer) };
  const items = itemsAt(node, pointer).map((item, index) => ({ item, pointer: `${pointer}/${index}/Value` }));
  const sure = items.findLast(({ item }) => isDocumentMap(item) && sets(item, option));
  if (sure !== undefined) {
    const value = propertyAt(node, sure.pointer);
    return value === undefined ? undefined : { value, origin: originOf(node, sure.pointer) };
  }
  const doubtful = items.map((each) => ({ ...each, leaf: leafThatMayBe(each.item, option) }));
  const [first] = doubtful.filter(({ leaf }) => leaf !== undefined);
  return first?.leaf === undefined ? undefined : { value: first.leaf, origin: originOf(node, first.pointer) };
}

function sets(item: Readonly<Record<string, Document>>, { namespace, name }: OptionName): boolean {
  return item['Namespace'] === namespace && item['OptionName'] === name;
}

/** What is not known of an item that may set the option; undefined where it surely sets another one. */
function leafThatMayBe(item: Document, { namespace, name }: OptionName): Leaf | undefined {
  if (isLeaf(item)) return item;
  if (!isDocumentMap(item)) return undefined;
  const asked = [
    [item['Namespace'], namespace],
    [item['OptionName'], name],
  ] as const;
  if (asked.some(([written, wanted]) => !isLeaf(written) && written !== wanted)) return undefined;
  return asked.map(([written]) => written).find((written) => isLeaf(written));
}

function originOf({ normal, base }: DraftNode, pointer: string): Origin | undefined {
  return normal === undefined ? undefined : originAt(normal.origins, base + pointer);
}
