/** JSON pointers (RFC 6901) into property documents, and the source-language name that goes with each. */

/** A place in the property document, and what the source language calls it. */
export interface Place {
  /** `/BackupPlan/BackupPlanRule/0/RuleName`; empty for the document itself. */
  readonly pointer: string;
  /** `rule.rule_name`; empty for the resource itself. */
  readonly name: string;
}

export const wholeDocument: Place = { pointer: '', name: '' };

export function childPointer(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Names are joined with dots; list positions add nothing to them. */
export function childName(name: string, step: string): string {
  return name === '' ? step : `${name}.${step}`;
}

export function childPlace(place: Place, step: string, name: string = step): Place {
  return { pointer: childPointer(place.pointer, step), name: childName(place.name, name) };
}

export function itemPlace(place: Place, index: number): Place {
  return { pointer: childPointer(place.pointer, index), name: place.name };
}
