/** What a policy's edit sets: its own value, or a threshold or fact in the unit of the property; and that as Terraform spells it. */
import { parsePath, placePath } from '../conditions/path.ts';
import { readBelow, rootItem } from '../conditions/read-place.ts';
import type { Scope } from '../conditions/scope.ts';
import { MeasureLeaf, type Document } from '../core/document.ts';
import type { Field, Unit } from '../normalization/fields.ts';
import type { Wanted } from './spelling.ts';

const secondsPer: Readonly<Partial<Record<Unit, number>>> = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 };

/** Undefined for what is no number, text or boolean here. */
export function wantedValue(to: unknown, scope: Scope, field: Field | undefined): Wanted | undefined {
  if (typeof to === 'boolean' || typeof to === 'number') return to;
  if (typeof to !== 'string') return undefined;
  if (!to.startsWith('$')) return to;
  const path = parsePath(to);
  const place = path === undefined ? undefined : placePath(path);
  if (place === undefined) return undefined;
  return inUnit(readBelow(rootItem(place.root, scope)?.document, place.keys), field);
}

/** Rounded up: a threshold is the least that is enough. */
function inUnit(value: Document | undefined, field: Field | undefined): Wanted | undefined {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (!(value instanceof MeasureLeaf)) return undefined;
  const { low, high } = value.interval();
  if (low !== high) return undefined;
  const unit = field !== undefined && 'unit' in field ? field.unit : undefined;
  const size = value.unit() === 'number' ? 1 : unit === undefined ? undefined : secondsPer[unit];
  return size === undefined || !Number.isFinite(low) ? undefined : Math.ceil(low / size);
}

/** As the argument has it; undefined where the tables don't say how it is written there. */
export function inTerraform(value: Wanted, field: Field | undefined): Wanted | undefined {
  if (field?.kind === 'converted') return undefined;
  if (field?.kind !== 'choice') return value;
  const written = [...field.choices].find(([, read]) => read === value)?.[0];
  if (written === 'true' || written === 'false') return written === 'true';
  return written ?? value;
}
