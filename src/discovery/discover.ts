/** The first stage: the given paths → the deployments to lint, and what became of every input. Nothing is parsed yet. */
import { posix } from 'node:path';
import type { Config } from '../config/config.ts';
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { normalizePath } from '../core/paths.ts';
import { deploymentFiles } from './deployment-files.ts';
import type { Deployment } from './deployment.ts';
import { detectFormat } from './detect-format.ts';
import type { DiscoveredInput } from './discovered-input.ts';
import { findAssemblies } from './find-assemblies.ts';
import { findDeployments, stackDeployments, type StatedInputs } from './find-deployments.ts';
import { findFiles } from './find-files.ts';
import { findPlans } from './find-plans.ts';
import { findRoots } from './find-roots.ts';
import { findUnits } from './find-units.ts';
import { findTemplates } from './find-templates.ts';
import { inputFile } from './input-file.ts';
import { inputFiles } from './input-files.ts';
import { leftOutUnless, namedFolder } from './left-out.ts';
import { planDeployments } from './plan-deployments.ts';

export interface DiscoveryInput extends StatedInputs {
  readonly fileSystem: FileSystem;
  /** Files, folders and globs, relative to the working directory. */
  readonly paths: readonly string[];
  readonly config: Config;
}

export interface Discovery {
  /** Sorted by id; those that libraries call come last, callers first. */
  readonly deployments: readonly Deployment[];
  /** Folders of the modules that the deployments call, as far as they were scanned; sorted. */
  readonly modules: readonly string[];
  /** Sorted by path. What dr-lint has nothing to do with is not listed unless it was named. */
  readonly inputs: readonly DiscoveredInput[];
  /** How much was found and not linted, by what it is. */
  readonly leftOut: readonly { readonly what: string; readonly count: number }[];
  /** When files were given one by one: the paths whose findings are wanted. The roots around them are loaded whole. */
  readonly reportOnly: readonly string[] | undefined;
}

export function discover(input: DiscoveryInput): Outcome<Discovery> {
  const { fileSystem, config } = input;
  const named = findFiles(fileSystem, input.paths);
  const deployed = deploymentsWith(named.given, config);
  const { files, given } = deployed.length === 0 ? named : findFiles(fileSystem, [...input.paths, ...deployed]);
  const stated = new Set(config.deployments.map(({ path }) => normalizePath(path)));
  const isLeftOut = leftOutUnless([...given.map((path) => namedFolder(path, files)), ...stated]);
  const roots = new Set([...given, ...stated]);
  const terraform = findRoots({ fileSystem, files, given, isLeftOut, stated });
  const isNamed = (path: string): boolean => roots.has(path);
  const rootFolders = terraform.roots.map(({ path }) => path);
  const planned = findPlans({ fileSystem, files, roots: rootFolders, isLeftOut, isNamed });
  const plans = new Set(planned.plans.flatMap(({ path, root }) => [path, root]));
  const seen = new Set(planned.inputs.map(({ path }) => path));
  const assemblies = findAssemblies({ fileSystem, files, isLeftOut, isNamed });
  const ofStacks = new Set(assemblies.stacks.map(({ template }) => template));
  const others = [...files].filter((path) => !seen.has(path) && !ofStacks.has(path) && !assemblies.holds(path));
  const cloudFormation = findTemplates(fileSystem, others, isLeftOut, isNamed);
  const byFiles = deploymentFiles(fileSystem, cloudFormation.templates, cloudFormation.gitSync);
  const terragrunt = findUnits({ fileSystem, files, given, isLeftOut, isNamed });
  const units = new Map(terragrunt.units.map((file) => [posix.dirname(file), file]));
  const unplanned = terraform.roots.filter(({ path }) => !plans.has(path) && !units.has(path));
  const deployments = [
    ...unplanned.map(({ path, library }) => ({ path, language: 'terraform', library }) as const),
    ...[...units].map(([path, file]) => ({ path, language: 'terraform', library: false, terragrunt: file }) as const),
    ...cloudFormation.templates.map((path) => ({ path, language: 'cloudformation', library: false }) as const),
  ]
    .flatMap((deployable) => findDeployments(deployable, config, { ...input, byFiles: byFiles.byTemplate }))
    .concat(planDeployments(planned.plans, config, input), stackDeployments(assemblies.stacks, config, input));
  const ofLibraries = terraform.ofLibraries
    .filter((path) => !units.has(path) && !plans.has(path))
    .map((path) => ({ path, language: 'terraform', library: true, calledByLibraries: true }) as const)
    .flatMap((deployable) => findDeployments(deployable, config, input));
  const inputs = [
    ...terraform.inputs,
    ...planned.inputs,
    ...terragrunt.inputs,
    ...assemblies.inputs,
    ...cloudFormation.inputs,
    ...unsupportedFiles(files),
    ...inputFiles(fileSystem, files, deployments),
    ...byFiles.inputs,
  ];
  const discovery: Discovery = {
    deployments: [...deployments.toSorted((left, right) => compare(left.id, right.id)), ...ofLibraries],
    modules: terraform.modules,
    inputs: inputs.toSorted((left, right) => compare(left.path, right.path)),
    leftOut: countLeftOut(inputs),
    reportOnly: reportOnly(named.given, files, plans),
  };
  const found = [planned, assemblies, cloudFormation, byFiles];
  return outcome(
    discovery,
    found.flatMap(({ diagnostics }) => diagnostics),
  );
}

/** A plan stands for everything that it deploys, as a folder does; its findings are placed in the files around it. */
function reportOnly(
  given: readonly string[],
  files: ReadonlySet<string>,
  plans: ReadonlySet<string | undefined>,
): readonly string[] | undefined {
  return given.some((path) => files.has(path)) && !given.some((path) => plans.has(path)) ? given : undefined;
}

/** What the configuration deploys with one of these variable or parameter files: who changes such a file changes that. */
function deploymentsWith(given: readonly string[], { deployments }: Config): readonly string[] {
  const files = new Set(given);
  return deployments
    .filter(({ varFiles, parameters }) =>
      [...varFiles, ...parameters].some((path) => files.has(normalizePath(inputFile(path).path))),
    )
    .map(({ path }) => path);
}

function unsupportedFiles(files: Iterable<string>): readonly DiscoveredInput[] {
  const reason = 'units of a stack are read once `terragrunt stack generate` has written them';
  return [...files]
    .filter((path) => detectFormat(posix.basename(path)) === 'unsupported')
    .map((path) => ({ path, kind: 'other', status: 'skipped', reason }));
}

const countedAs: Readonly<Record<string, string>> = {
  'terraform-root': 'Terraform roots under examples, test or tests',
  'terragrunt-unit': 'Terragrunt units under examples, test or tests',
  'terraform-plan': 'plans under examples, test or tests',
  'cdk-assembly': 'CDK assemblies under examples, test or tests',
  'cloudformation-template': 'templates under examples, test or tests',
};

function countLeftOut(inputs: readonly DiscoveredInput[]): Discovery['leftOut'] {
  return Object.entries(countedAs).flatMap(([kind, what]) => {
    const count = inputs.filter((input) => input.status === 'left-out' && input.kind === kind).length;
    return count === 0 ? [] : [{ what, count }];
  });
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
