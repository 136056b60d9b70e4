/** The resources of a plan or of the state before it, as an index: where each stands in the text, and where its values start. */
import type { SourceFile, SourceRange } from '../../core/source.ts';
import type { JsonScan } from '../json-scan.ts';

export interface PlannedResource {
  /** Terraform's own: `module.db["a"].aws_db_instance.this[0]`. */
  readonly address: string;
  /** The address of its module; empty in the root. */
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** The key of `for_each` or the index of `count`. */
  readonly key: string | number | undefined;
  /** Its address in the text. */
  readonly header: SourceRange;
  /** Everything that the plan says of it. */
  readonly block: SourceRange;
  /** Where its values start; undefined when it has none. */
  readonly values: number | undefined;
  /** Where it starts which of them are known only after the plan was applied, and which are secret. */
  readonly unknown: number | undefined;
  readonly sensitive: number | undefined;
}

/** Where a resource's change says what is unknown or secret. */
export type Changes = ReadonlyMap<string, Pick<PlannedResource, 'unknown' | 'sensitive'>>;

/** By address. Of an object that was deposed nothing is left after the plan. */
export function readChanges(scan: JsonScan, at: number | undefined): Changes {
  const changes = new Map<string, Pick<PlannedResource, 'unknown' | 'sensitive'>>();
  if (at === undefined) return changes;
  scan.array(at, (_, changeAt) => {
    let address: string | undefined;
    let isDeposed = false;
    let unknown: number | undefined;
    let sensitive: number | undefined;
    const end = scan.object(changeAt, (key, valueAt) => {
      if (key === 'address') address = scan.string(valueAt);
      if (key === 'deposed') isDeposed = true;
      if (key !== 'change') return undefined;
      return scan.object(valueAt, (part, partAt) => {
        if (part === 'after_unknown') unknown = partAt;
        if (part === 'after_sensitive') sensitive = partAt;
        return undefined;
      });
    });
    if (address !== undefined && !isDeposed) changes.set(address, { unknown, sensitive });
    return end;
  });
  return changes;
}

/** Modules that lie in each other deeper than real ones do are not read. */
export const maximumModuleDepth = 64;

/** All resources of a module and the modules in it. @param tooDeep told when there are modules that are not read */
export function readPlannedResources(
  file: SourceFile,
  scan: JsonScan,
  root: { readonly at: number | undefined; readonly changes: Changes; readonly tooDeep: () => void },
): readonly PlannedResource[] {
  const { at, changes, tooDeep } = root;
  const resources: PlannedResource[] = [];
  const readModule = (moduleAt: number, depth: number): number => {
    let address = '';
    const own: number[] = [];
    const end = scan.object(moduleAt, (key, valueAt) => {
      if (key === 'address') address = scan.string(valueAt) ?? '';
      if (key === 'resources') {
        return scan.array(valueAt, (_, resourceAt) => {
          own.push(resourceAt);
          return undefined;
        });
      }
      if (key === 'child_modules' && depth >= maximumModuleDepth) tooDeep();
      if (key !== 'child_modules' || depth >= maximumModuleDepth) return undefined;
      return scan.array(valueAt, (_, childAt) => readModule(childAt, depth + 1));
    });
    for (const resourceAt of own) {
      const resource = readResource(file, scan, resourceAt, address);
      if (resource !== undefined) resources.push({ ...resource, ...changes.get(resource.address) });
    }
    return end;
  };
  if (at !== undefined) readModule(at, 0);
  return resources;
}

function readResource(file: SourceFile, scan: JsonScan, at: number, module: string): PlannedResource | undefined {
  const texts = new Map<string, string | undefined>();
  let header: SourceRange | undefined;
  let key: string | number | undefined;
  let values: number | undefined;
  let sensitive: number | undefined;
  const end = scan.object(at, (name, valueAt) => {
    if (name === 'values') values = valueAt;
    else if (name === 'sensitive_values') sensitive = valueAt;
    else if (name === 'index')
      key = scan.string(valueAt) ?? Number.parseInt(scan.text.slice(valueAt, valueAt + 12), 10);
    else texts.set(name, scan.string(valueAt));
    if (name === 'address') header = { file, start: valueAt, end: scan.skip(valueAt) };
    return undefined;
  });
  const address = texts.get('address');
  const type = texts.get('type');
  const name = texts.get('name');
  if (address === undefined || type === undefined || name === undefined || header === undefined) return undefined;
  const mode = texts.get('mode') === 'data' ? 'data' : 'managed';
  const block = { file, start: at, end };
  return { address, module, mode, type, name, key, header, block, values, unknown: undefined, sensitive };
}
