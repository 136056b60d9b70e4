/**
 * A template that is no valid YAML or JSON is read up to the mistake: the resources that stand wholly before it are certain.
 * The one that holds it may lack what follows, so it and the rest stand as something that was not read.
 */
import { nodeId } from '../../core/ids.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { map } from '../../core/value.ts';
import type { DeclaredResource } from '../declared-resource.ts';

export function readSoFar(
  resources: readonly DeclaredResource[],
  mistakes: readonly Diagnostic[],
): readonly DeclaredResource[] {
  const mistake = firstMistake(mistakes);
  if (mistake === undefined) return resources;
  const starts = resources.filter(({ kind }) => kind !== 'settings').map(({ header }) => header.start);
  const broken = Math.max(...starts.filter((start) => start <= mistake), -1);
  const certain = resources.filter(({ kind, header }) => kind === 'settings' || header.start < broken);
  const settings = resources.find(({ kind }) => kind === 'settings');
  return settings === undefined ? certain : [...certain, restOf(settings)];
}

function firstMistake(mistakes: readonly Diagnostic[]): number | undefined {
  const places = mistakes
    .filter(({ code, level }) => code === 'input/syntax' && level === 'error')
    .flatMap(({ range }) => (range === undefined ? [] : [range.start]));
  return places.length === 0 ? undefined : Math.min(...places);
}

function restOf(settings: DeclaredResource): DeclaredResource {
  const { path } = settings.header.file;
  const address = `the rest of ${path}`;
  return {
    ...settings,
    kind: 'unresolved',
    id: nodeId(settings.deployment, address),
    address,
    anchor: address,
    sourceType: path,
    attributes: map(new Map()),
  };
}
