/**
 * The `configuration` of a plan as an index: modules, their resources, calls and outputs, and where the expressions of
 * each start. An expression is given by its constant value or by the names in it, never whole.
 */
import type { JsonScan } from '../json-scan.ts';

export interface ModuleConfiguration {
  /** By `aws_x.y` or `data.aws_x.y`. */
  readonly resources: ReadonlyMap<string, ConfiguredBlock>;
  readonly calls: ReadonlyMap<string, ConfiguredCall>;
  /** Where their expressions start. */
  readonly outputs: ReadonlyMap<string, number>;
}

/** Where its expressions start; undefined for what is not written. */
export interface ConfiguredBlock {
  /** `aws.dr`, or with the module that configures it `module.network:aws`; empty when nothing says it. */
  readonly provider: string;
  readonly expressions: number | undefined;
  readonly count: number | undefined;
  readonly forEach: number | undefined;
  readonly dependsOn: number | undefined;
}

export interface ConfiguredCall extends ConfiguredBlock {
  readonly module: ModuleConfiguration;
}

export interface PlannedProvider {
  readonly name: string;
  readonly alias: string | undefined;
  /** `registry.terraform.io/hashicorp/aws` */
  readonly fullName: string;
  /** Calls from the root inwards, `module.a.module.b`; empty for the root. */
  readonly module: string;
  readonly expressions: number | undefined;
}

const nothing: ModuleConfiguration = { resources: new Map(), calls: new Map(), outputs: new Map() };
/** Calls lie in each other no deeper than Terraform's own modules do. */
const maximumDepth = 64;

export function readModuleConfiguration(scan: JsonScan, at: number | undefined): ModuleConfiguration {
  return at === undefined ? nothing : readModule(scan, at, 0).module;
}

interface ReadModule {
  readonly module: ModuleConfiguration;
  readonly end: number;
}

function readModule(scan: JsonScan, at: number, depth: number): ReadModule {
  const resources = new Map<string, ConfiguredBlock>();
  const calls = new Map<string, ConfiguredCall>();
  const outputs = new Map<string, number>();
  const end = scan.object(at, (key, sectionAt) => {
    switch (key) {
      case 'resources':
        return scan.array(sectionAt, (_, resourceAt) => {
          const { block, address, end: resourceEnd } = readBlock(scan, resourceAt, depth);
          if (address !== undefined) resources.set(address, block);
          return resourceEnd;
        });
      case 'module_calls':
        return scan.object(sectionAt, (name, callAt) => {
          const { block, module, end: callEnd } = readBlock(scan, callAt, depth);
          calls.set(name, { ...block, module });
          return callEnd;
        });
      case 'outputs':
        return scan.object(sectionAt, (name, outputAt) =>
          scan.object(outputAt, (part, partAt) => {
            if (part === 'expression') outputs.set(name, partAt);
            return undefined;
          }),
        );
      default:
        return undefined;
    }
  });
  return { module: { resources, calls, outputs }, end };
}

interface ReadBlock {
  readonly block: ConfiguredBlock;
  /** Of a resource. */
  readonly address: string | undefined;
  /** Of a call. */
  readonly module: ModuleConfiguration;
  readonly end: number;
}

function readBlock(scan: JsonScan, at: number, depth: number): ReadBlock {
  const starts = new Map<string, number>();
  let module = nothing;
  const end = scan.object(at, (key, valueAt) => {
    starts.set(key, valueAt);
    if (key !== 'module' || depth >= maximumDepth) return undefined;
    const inner = readModule(scan, valueAt, depth + 1);
    module = inner.module;
    return inner.end;
  });
  const text = (key: string): string | undefined => {
    const start = starts.get(key);
    return start === undefined ? undefined : scan.string(start);
  };
  const block = {
    provider: text('provider_config_key') ?? '',
    expressions: starts.get('expressions'),
    count: starts.get('count_expression'),
    forEach: starts.get('for_each_expression'),
    dependsOn: starts.get('depends_on'),
  };
  return { block, address: text('address'), module, end };
}

export function readProviderBlocks(scan: JsonScan, at: number | undefined): ReadonlyMap<string, PlannedProvider> {
  const providers = new Map<string, PlannedProvider>();
  if (at === undefined) return providers;
  scan.object(at, (key, providerAt) => {
    const texts = new Map<string, string | undefined>();
    let expressions: number | undefined;
    const end = scan.object(providerAt, (part, partAt) => {
      if (part === 'expressions') expressions = partAt;
      else texts.set(part, scan.string(partAt));
      return undefined;
    });
    providers.set(key, {
      name: texts.get('name') ?? '',
      alias: texts.get('alias'),
      fullName: texts.get('full_name') ?? '',
      module: texts.get('module_address') ?? '',
      expressions,
    });
    return end;
  });
  return providers;
}
