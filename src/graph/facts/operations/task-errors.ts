/** The task states of a state machine whose first error ends the execution: neither they nor a state around them has Retry or Catch. */
import { isDocumentMap, isLeaf, type Document, type DocumentMap } from '../../../core/document.ts';
import { propertyAt } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const definition = '/Definition';

export function setTaskErrors(context: GraphContext): void {
  for (const node of context.ofType('AWS::StepFunctions::StateMachine')) {
    const value = propertyAt(node, definition);
    if (value === undefined || node.kind === 'looked-up') continue;
    node.facts.set('unhandledTasks', isLeaf(value) ? value : Object.freeze(unhandledIn(value)));
    node.factSources.set('unhandledTasks', [definition]);
  }
}

// More than any real definition nests.
const deepest = 24;

// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
function unhandledIn(machine: Document | undefined, depth = 0): Document[] {
  if (!isDocumentMap(machine) || depth > deepest) return isLeaf(machine) ? [machine] : [];
  const states = machine['States'];
  if (!isDocumentMap(states)) return isLeaf(states) ? [states] : [];
  return Object.entries(states).flatMap(([name, state]) => unhandledState(name, state, depth));
}

function unhandledState(name: string, state: Document | undefined, depth: number): Document[] {
  if (!isDocumentMap(state)) return isLeaf(state) ? [state] : [];
  if (hasItems(state['Retry']) || hasItems(state['Catch'])) return [];
  if (isLeaf(state['Type'])) return [state['Type']];
  const doubt = [state['Retry'], state['Catch']].find((handler) => isLeaf(handler));
  if (state['Type'] === 'Task') return [doubt ?? name];
  return machinesIn(state).flatMap((machine) => unhandledIn(machine, depth + 1));
}

function hasItems(handlers: Document | undefined): boolean {
  return Array.isArray(handlers) && handlers.length > 0;
}

/** What runs inside a Parallel or Map state; `Iterator` is the older name. */
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
function machinesIn(state: DocumentMap): readonly (Document | undefined)[] {
  const branches = state['Branches'];
  return [...(Array.isArray(branches) ? branches : []), state['ItemProcessor'], state['Iterator']];
}
