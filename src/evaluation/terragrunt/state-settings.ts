/** `remote_state` as the backend that it becomes. https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#remote_state */
import { toText } from '../terraform/values/convert.ts';
import type { HandedValues } from './handed-values.ts';
import type { UnitConfiguration } from './merged-config.ts';

export interface StateSettings {
  /** The `terraform` block; undefined when none is stated. */
  readonly text: string | undefined;
  /** Something that could not be read may state it. */
  readonly isOpen: boolean;
}

export function stateSettings({ remoteState, complete }: UnitConfiguration, handed: HandedValues): StateSettings {
  if (remoteState === undefined) return { text: undefined, isOpen: !complete };
  const backend = remoteState.entries.get('backend');
  const type = backend === undefined ? undefined : toText(backend);
  if (type === undefined || !/^[a-z0-9]+$/u.test(type)) return { text: undefined, isOpen: true };
  const config = remoteState.entries.get('config');
  const lines = config === undefined ? [] : handed.linesFor(config);
  return { text: `terraform {\nbackend "${type}" {\n${lines.join('\n')}\n}\n}\n`, isOpen: false };
}
