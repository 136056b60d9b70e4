/** A root module or template → its deployments: one, or one for each entry of the configuration that deploys it. */
import type { Config, DeploymentConfig } from '../config/config.ts';
import type { FileSystem } from '../core/file-system.ts';
import type { Region } from '../core/ids.ts';
import { locationOf } from '../core/source.ts';
import type { CdkStack } from './cdk-stack.ts';
import { samEnvironmentIn } from './deployment-files.ts';
import type { Deployment, Language } from './deployment.ts';
import { parametersByRegion } from './parameters-by-region.ts';
import { workspaceOf } from './selected-workspace.ts';
import { deploymentsOfPath } from './stated-deployments.ts';

/** What the command line states for every deployment. */
export interface StatedInputs {
  readonly fileSystem: FileSystem;
  readonly varFiles: readonly string[];
  readonly parameters: readonly string[];
  readonly region: Region | undefined;
  readonly workspace?: string | undefined;
  /** Template → what files of its own tools deploy it as; the configuration is stronger. */
  readonly byFiles?: ReadonlyMap<string, readonly DeploymentConfig[]>;
}

export interface Deployable {
  readonly path: string;
  readonly language: Language;
  readonly library: boolean;
  readonly calledByLibraries?: boolean;
  readonly terragrunt?: string;
  readonly cdk?: CdkStack;
}

export function findDeployments(deployable: Deployable, config: Config, stated: StatedInputs): readonly Deployment[] {
  const configured = deploymentsOfPath(deployable.path, config.deployments);
  const byFiles = stated.byFiles?.get(deployable.path) ?? [];
  const entries = configured.length > 0 ? configured : deploymentsOfPath(deployable.path, byFiles);
  if (entries.length === 0) return [deploymentOf(deployable, deployable.path, undefined, stated)];
  return entries.map(({ id, entry }) => deploymentOf(deployable, id, entry, stated));
}

export function stackDeployments(
  stacks: readonly CdkStack[],
  config: Config,
  stated: StatedInputs,
): readonly Deployment[] {
  return stacks.flatMap((cdk) => {
    const deployable = { path: cdk.template, language: 'cloudformation', library: false, cdk } as const;
    const deployments = findDeployments(deployable, config, stated);
    for (const { id, region } of deployments) cdk.assembly.deployed.push({ id, region, template: cdk.template });
    return deployments;
  });
}

function deploymentOf(
  deployable: Deployable,
  id: string,
  entry: DeploymentConfig | undefined,
  stated: StatedInputs,
): Deployment {
  const { path, language, cdk } = deployable;
  const inputs = language === 'terraform' ? rootInputs(path, entry, stated) : templateInputs(entry, stated);
  const region = entry?.region ?? cdk?.region ?? inputs.region ?? stated.region;
  const role = entry?.role;
  const place = entry?.statedAt;
  return {
    id,
    language,
    path,
    ...inputs,
    region,
    role,
    ...(place !== undefined && { statedAt: place, statedBy: placeOf(place) }),
    ...(language === 'cloudformation' && region === undefined && filesByRegion(path, stated.fileSystem)),
    ...foundWith(deployable),
  };
}

type FoundWith = Pick<Deployment, 'library' | 'calledByLibraries' | 'terragrunt' | 'cdk'>;

function foundWith({ library, calledByLibraries, terragrunt, cdk }: Deployable): FoundWith {
  return {
    ...(library && { library }),
    ...(calledByLibraries === true && { calledByLibraries }),
    ...(terragrunt !== undefined && { terragrunt }),
    ...(cdk !== undefined && { cdk }),
  };
}

type Inputs = Pick<Deployment, 'inputFiles' | 'workspace' | 'stackName'> & { readonly region?: Region | undefined };

function rootInputs(path: string, entry: DeploymentConfig | undefined, stated: StatedInputs): Inputs {
  const workspace = workspaceOf(path, entry?.workspace ?? stated.workspace, stated.fileSystem);
  const inputFiles = [...(entry?.varFiles ?? []), ...stated.varFiles];
  return workspace === undefined ? { inputFiles } : { inputFiles, workspace };
}

function templateInputs(entry: DeploymentConfig | undefined, stated: StatedInputs): Inputs {
  const inputFiles = [...(entry?.parameters ?? []), ...stated.parameters];
  const environment = samEnvironmentIn(inputFiles, stated.fileSystem);
  const stackName = entry?.stackName ?? environment?.stackName;
  return { inputFiles, region: environment?.region, ...(stackName !== undefined && { stackName }) };
}

function filesByRegion(template: string, fileSystem: FileSystem): Pick<Deployment, 'parametersByRegion'> {
  const files = parametersByRegion(template, fileSystem);
  return files.size > 1 ? { parametersByRegion: files } : {};
}

/** `file:line`, as people read it. */
export function placeOf(range: NonNullable<DeploymentConfig['statedAt']>): string {
  const { file, line } = locationOf(range);
  return `${file}:${line}`;
}
