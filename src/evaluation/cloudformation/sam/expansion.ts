/** What the expansion of one template's serverless resources shares: the template's names, and what several of them add to one resource. */
import { appendTo } from '../../../core/append-to.ts';
import type { SourceRange } from '../../../core/source.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { ExpandedEntry } from '../loops.ts';
import type { Scope } from '../scope.ts';
import { knownText } from '../text.ts';
import type { ServerlessResource } from './generated.ts';
import { literal, mapping, referredTo, sequence } from './nodes.ts';

/** A use of an API by an event of a function or state machine. */
export interface ApiUse {
  readonly source: ServerlessResource;
  /** The event's name, in the text of the template. */
  readonly event: SourceRange;
}

/** A way of requests through an API, as an event adds it to the API's definition. */
export interface ApiCall {
  readonly path: string;
  readonly method: string;
  readonly operation: TemplateNode;
}

/** Records of domains in one hosted zone. */
export interface RecordGroup {
  readonly logicalId: string;
  /** The API that the first of the domains belongs to. */
  readonly source: ServerlessResource;
  readonly properties: readonly MappingEntry[];
  readonly header: SourceRange;
}

export interface RecordsOfZone {
  readonly group: RecordGroup;
  readonly records: TemplateNode[];
}

export class Expansion {
  readonly scope: Scope;
  readonly globals: TemplateNode | undefined;
  /** The uses of the APIs that SAM adds, by their logical ids. */
  readonly implicitApis: Map<string, ApiUse[]> = new Map();
  /** What events add to the `LambdaConfigurations` of buckets, by their logical ids. */
  readonly notifications: Map<string, TemplateNode[]> = new Map();

  /** What events add to the definitions of APIs, by their logical ids. */
  readonly calls: Map<string, ApiCall[]> = new Map();

  readonly recordGroups: Map<string, RecordsOfZone> = new Map();

  readonly #resources: ReadonlyMap<string, ExpandedEntry>;

  constructor(entries: readonly ExpandedEntry[], globals: TemplateNode | undefined, scope: Scope) {
    this.#resources = new Map(entries.map((expanded) => [expanded.entry.key, expanded]));
    this.globals = globals;
    this.scope = scope;
  }

  /** A resource as the template declares it. */
  declared(logicalId: string | undefined): TemplateNode | undefined {
    return logicalId === undefined ? undefined : this.#resources.get(logicalId)?.entry.value;
  }

  /** A `Ref` to a parameter as the text that it stands for, where that is known; everything else as it is. */
  resolved(node: TemplateNode | undefined): TemplateNode | undefined {
    const name = referredTo(node);
    const text = name === undefined ? undefined : knownText(this.scope.parameters.get(name));
    return node === undefined || text === undefined ? node : literal(text, node.range);
  }

  /** What SAM allows templates to call a resource that it makes: `MyApi.Stage`. */
  name(reference: string, logicalId: string): void {
    this.scope.generatedNames.set(reference, logicalId);
  }

  /** A condition that SAM adds to the template. */
  addCondition(name: string, condition: TemplateNode): void {
    if (!this.scope.conditions.has(name)) this.scope.conditions.set(name, condition);
  }

  useImplicitApi(logicalId: string, use: ApiUse): void {
    appendTo(this.implicitApis, logicalId, use);
  }

  addRecords(group: RecordGroup, records: readonly TemplateNode[]): void {
    const known = this.recordGroups.get(group.logicalId);
    if (known === undefined) this.recordGroups.set(group.logicalId, { group, records: [...records] });
    else known.records.push(...records);
  }

  notify(bucket: string, configuration: TemplateNode): void {
    appendTo(this.notifications, bucket, configuration);
  }

  call(api: string, added: ApiCall): void {
    appendTo(this.calls, api, added);
  }
}

/** How many conditions one `Fn::And` or `Fn::Or` may have. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html */
const mostOperands = 10;

/** `Fn::And`, `Fn::Not` or `Fn::Or` of conditions by their names; many are grouped. */
export function ofConditions(
  name: 'Fn::And' | 'Fn::Not' | 'Fn::Or',
  conditions: readonly string[],
  range: SourceRange,
): TemplateNode {
  let operands: TemplateNode[] = conditions.map((each) => mapping({ Condition: literal(each, range) }, range));
  while (operands.length > mostOperands) {
    const groups: TemplateNode[] = [];
    for (let start = 0; start < operands.length; start += mostOperands) {
      const group = operands.slice(start, start + mostOperands);
      const [only] = group;
      groups.push(group.length === 1 && only !== undefined ? only : mapping({ [name]: sequence(group, range) }, range));
    }
    operands = groups;
  }
  return mapping({ [name]: sequence(operands, range) }, range);
}

/** The condition that stands at a resource. */
export function conditionOf(source: ServerlessResource): TemplateNode | undefined {
  return valueOf(source.node, 'Condition');
}
