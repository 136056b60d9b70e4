/** The resources that AWS Backup can protect, indexed by what selections name them by: ARN, service and tag. */
import { appendTo } from '../../../core/append-to.ts';
import { SensitiveLeaf, TemplateLeaf, type Document } from '../../../core/document.ts';
import { arnForm, nameProperty } from '../../../normalization/identity-of.ts';
import { backedUpTypes, backupSupport } from '../../aws/backup-support.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { OptIn } from './opt-in.ts';

export class SelectableResources {
  readonly all: readonly DraftNode[];
  readonly optIn: OptIn;
  readonly #selectable: ReadonlySet<DraftNode>;
  readonly #byService = new Map<string, DraftNode[]>();
  readonly #byArn = new Map<string, DraftNode[]>();
  readonly #partlyNamed = new Map<string, DraftNode[]>();
  readonly #withoutName = new Map<string, DraftNode[]>();
  readonly #byTag = new Map<string, DraftNode[]>();
  readonly #withOpaqueTag = new Map<string, DraftNode[]>();
  readonly #withMoreTags: DraftNode[] = [];

  constructor(context: GraphContext) {
    this.optIn = new OptIn(context);
    this.all = context.ofType(...backedUpTypes).filter(isSelectable);
    this.#selectable = new Set(this.all);
    for (const node of this.all) {
      this.#indexArn(node);
      this.#indexTags(node);
    }
  }

  /** AWS Backup can protect it, however it is named. */
  has(node: DraftNode): boolean {
    return this.#selectable.has(node);
  }

  /** All whose ARN has this service; undefined: of any service. */
  ofService(service: string | undefined): readonly DraftNode[] {
    return service === undefined ? this.all : (this.#byService.get(service) ?? []);
  }

  /** All whose ARN ends like this (`table/orders`), or may do so as far as their name is known. */
  named(service: string, resource: string): readonly DraftNode[] {
    return [...(this.#byArn.get(`${service} ${resource}`) ?? []), ...(this.#partlyNamed.get(service) ?? [])];
  }

  /** All of a service of whose name nothing is known, or that AWS makes up. */
  unnamed(service: string): readonly DraftNode[] {
    return this.#withoutName.get(service) ?? [];
  }

  /** All that have this tag, or may have it. */
  tagged(key: string, value: string): readonly DraftNode[] {
    return [
      ...(this.#byTag.get(`${key}=${value}`) ?? []),
      ...(this.#withOpaqueTag.get(key) ?? []),
      ...this.#withMoreTags,
    ];
  }

  #indexArn(node: DraftNode): void {
    const form = arnForm(node.type);
    if (form === undefined) return;
    appendTo(this.#byService, form.service, node);
    const name = nameOf(node);
    if (typeof name === 'string') appendTo(this.#byArn, `${form.service} ${form.prefix}${name}`, node);
    else if (name instanceof TemplateLeaf) appendTo(this.#partlyNamed, form.service, node);
    else appendTo(this.#withoutName, form.service, node);
  }

  #indexTags(node: DraftNode): void {
    if (!node.tags.complete) this.#withMoreTags.push(node);
    else {
      for (const [key, value] of Object.entries(node.tags.values)) {
        const text = textOf(value);
        if (text === undefined) appendTo(this.#withOpaqueTag, key, node);
        else appendTo(this.#byTag, `${key}=${text}`, node);
      }
    }
  }
}

/** Members of a cluster are protected with their cluster, and only with it. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
function isSelectable(node: DraftNode): boolean {
  return backupSupport(node) !== undefined && node.facts.get('clusterMember') !== true;
}

/** The name that ends its ARN: a text, an opaque leaf, or undefined when AWS makes it up. */
export function nameOf(node: DraftNode): Document | undefined {
  const property = nameProperty(node.type);
  return property === undefined ? undefined : propertyAt(node, `/${property}`);
}

/** A scalar as the text that AWS sees; undefined for what is not known. */
export function textOf(value: Document | undefined): string | undefined {
  if (value instanceof SensitiveLeaf) return textOf(value.reveal());
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return String(value);
}
