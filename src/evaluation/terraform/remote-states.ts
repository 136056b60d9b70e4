/**
 * What the roots of a run tell each other through their states: the outputs of the root that keeps its state where
 * `terraform_remote_state` reads one. A root is opened when the first of them asks; nothing is declared here.
 * https://developer.hashicorp.com/terraform/language/state/remote-state-data
 */
import { posix } from 'node:path';
import { map, noMarks, type UnknownSymbol, type Value } from '../../core/value.ts';
import type { Block } from '../../loaders/hcl/ast.ts';
import { attributeNamed } from '../../loaders/terraform/terraform-module.ts';
import type { Deployment } from '../deployment.ts';
import type { ModuleInstance } from './modules/module-instance.ts';
import type { OtherDeployments, SoughtState } from './root-run.ts';
import { toText } from './values/convert.ts';
import { marked } from './values/places.ts';

/** Opens the root of a deployment, which may read the states of others in turn; undefined where it can't be read. */
export type OpenRoot = (deployment: Deployment) => ModuleInstance | undefined;

/** Backend → the arguments that say where it keeps a state. https://developer.hashicorp.com/terraform/language/backend */
const places: Readonly<Record<string, readonly string[]>> = {
  s3: ['bucket', 'key'],
  gcs: ['bucket', 'prefix'],
  azurerm: ['storage_account_name', 'container_name', 'key'],
};
const localState = 'terraform.tfstate';

export class RemoteStates implements Pick<OtherDeployments, 'outputsOfState' | 'outputsOfUnit'> {
  readonly #deployments: readonly Deployment[];
  readonly #open: OpenRoot;
  readonly #units: readonly Deployment[];
  readonly #outputs = new Map<ModuleInstance, Value | undefined>();
  readonly #outputsOfUnits = new Map<Deployment, Value | undefined>();
  #index: ReadonlyMap<string, ModuleInstance | 'several'> | undefined;

  constructor(deployments: readonly Deployment[], open: OpenRoot) {
    // A state of a workspace other than the default one lies elsewhere, and a unit or a plan is no root by itself.
    this.#deployments = deployments.filter(
      ({ language, terragrunt, plan, workspace }) =>
        language === 'terraform' && terragrunt === undefined && plan === undefined && workspace === undefined,
    );
    this.#units = deployments.filter(({ terragrunt }) => terragrunt !== undefined);
    this.#open = open;
  }

  outputsOfUnit(folder: string, rest: UnknownSymbol): Value | undefined {
    const [unit, ...others] = this.#units.filter(({ path }) => path === folder);
    if (unit === undefined || others.length > 0) return undefined;
    if (!this.#outputsOfUnits.has(unit)) {
      // While it is opened there are none, which ends circles.
      this.#outputsOfUnits.set(unit, undefined);
      const root = this.#open(unit);
      this.#outputsOfUnits.set(unit, root === undefined ? undefined : outputsOf(root, rest));
    }
    return this.#outputsOfUnits.get(unit);
  }

  /** Undefined where it isn't certain which root keeps that state. */
  outputsOfState(sought: SoughtState, rest: UnknownSymbol): Value | undefined {
    const place = soughtPlace(sought);
    const root = place === undefined ? undefined : this.#indexed().get(place);
    if (root === undefined || root === 'several') return undefined;
    if (!this.#outputs.has(root)) {
      // While they are evaluated there are none, which ends circles.
      this.#outputs.set(root, undefined);
      this.#outputs.set(root, outputsOf(root, rest));
    }
    return this.#outputs.get(root);
  }

  #indexed(): ReadonlyMap<string, ModuleInstance | 'several'> {
    if (this.#index !== undefined) return this.#index;
    const index = new Map<string, ModuleInstance | 'several'>();
    this.#index = index;
    for (const deployment of this.#deployments) {
      const root = this.#open(deployment);
      const place = root === undefined ? undefined : placeOf(root, deployment.path);
      if (place !== undefined && root !== undefined) index.set(place, index.has(place) ? 'several' : root);
    }
    return index;
  }
}

/** What the root does not output may still stand in its state: an output that was taken out since. */
function outputsOf(root: ModuleInstance, rest: UnknownSymbol): Value {
  const entries = new Map<string, Value>();
  for (const [name, block] of root.module.outputs) {
    entries.set(name, marked(root.output(name, block.headerRange), { ...noMarks, perDeployment: true }));
  }
  return { ...map(entries, undefined), rest };
}

/** Where a root keeps its state; undefined where its code does not say. */
function placeOf(root: ModuleInstance, folder: string): string | undefined {
  const blocks = root.module.settings.flatMap(({ body }) => body.blocks);
  const backend = blocks.find(({ type }) => type === 'backend');
  if (backend === undefined) {
    const isOpen = blocks.some(({ type }) => type === 'cloud') || root.module.unread.length > 0;
    return isOpen ? undefined : localPlace(folder, localState);
  }
  const argument = (name: string): string | undefined => argumentOf(root, backend, name);
  const [label] = backend.labels;
  if (label?.text === 'local') return localPlace(folder, argument('path') ?? localState);
  return label === undefined ? undefined : placeAt(label.text, argument);
}

function argumentOf({ scope }: ModuleInstance, backend: Block, name: string): string | undefined {
  const written = attributeNamed(backend.body, name);
  return written === undefined ? undefined : toText(scope.evaluate(written.value));
}

function soughtPlace({ backend, workspace, config, folder }: SoughtState): string | undefined {
  const type = backend === undefined ? undefined : toText(backend);
  if (type === undefined || (workspace !== undefined && toText(workspace) !== 'default')) return undefined;
  if (config !== undefined && config.kind !== 'map') return undefined;
  const argument = (name: string): string | undefined => {
    const value = config?.entries.get(name);
    return value === undefined ? undefined : toText(value);
  };
  if (type !== 'local') return placeAt(type, argument);
  const path = config?.entries.has('path') === true ? argument('path') : localState;
  return path === undefined ? undefined : localPlace(folder, path);
}

function placeAt(type: string, argument: (name: string) => string | undefined): string | undefined {
  const names = Object.hasOwn(places, type) ? places[type] : undefined;
  if (names === undefined) return undefined;
  const values = names.map(argument);
  return values.includes(undefined) ? undefined : JSON.stringify([type, ...values]);
}

/** Paths are relative to the folder that Terraform runs in. */
function localPlace(folder: string, path: string): string {
  return JSON.stringify(['local', posix.join(folder, path)]);
}
