/** What holds when nothing is written: known once, in the tables, and different in the two languages. */
import { UnknownLeaf, type Document } from '../core/document.ts';
import type { Truth } from '../core/truth.ts';
import type { Value } from '../core/value.ts';
import { documentationOf } from './documentation.ts';
import type { Absent, Default, DefaultRule, Field, SameAs, Written } from './fields.ts';
import { locate } from './locate.ts';
import type { Place } from './pointer.ts';
import { coerce, readScalar } from './read-scalar.ts';
import { topScope, type Reading } from './reading.ts';

type Defaulted = Extract<Field, { absent?: Absent }>;

/** The default of a property that is not written; undefined when there is none. */
export function defaultDocument(reading: Reading, field: Defaulted, place: Place): Document | undefined {
  if (!reading.withDefaults || field.absent === undefined) return undefined;
  const rule = ruleFor(reading, field.absent);
  if (rule === undefined) return undefined;
  const given = typeof rule === 'function' ? rule(writtenOf(reading)) : rule;
  const document = given === undefined ? undefined : documentOf(reading, given, place);
  if (document === undefined) return undefined;
  reading.draft.noteDefault(
    place,
    reading.from.header,
    field.source ?? documentationOf(reading.from, reading.draft.type),
  );
  return document;
}

function ruleFor(reading: Reading, absent: Absent): DefaultRule | undefined {
  if ('both' in absent) return absent.both;
  return reading.dialect === 'terraform' ? absent.terraform : absent.cloudFormation;
}

function documentOf(reading: Reading, given: Default, place: Place): Document | undefined {
  if (given === null || typeof given !== 'object') return given;
  if ('sameAs' in given) return sameAs(reading, given);
  if ('decidedBy' in given)
    return new UnknownLeaf({ key: `${reading.from.id}${place.pointer}`, reason: given.decidedBy });
  return Object.freeze([...given]);
}

function sameAs(reading: Reading, { sameAs: property }: SameAs): Document | undefined {
  const field = reading.fields[property];
  if (field?.kind !== 'scalar') return undefined;
  const { value, place } = locate(reading.dialect, topScope(reading), property, field.terraform);
  if (value === undefined) return undefined;
  return readScalar({ ...reading, written: () => undefined }, field.type, value, place);
}

/** The questions that default rules may ask, answered from the attributes. */
function writtenOf(reading: Reading): Written {
  const value = (property: string): Value | undefined => {
    const field = reading.fields[property];
    const terraform = field === undefined || !('terraform' in field) ? undefined : field.terraform;
    return locate(reading.dialect, topScope(reading), property, terraform).value;
  };
  return {
    value,
    has: (property) => isPresent(value(property)),
    hasArgument: (name) => {
      const argument = reading.attributes.entries.get(name);
      return argument === undefined && reading.attributes.rest !== undefined ? 'unknown' : isPresent(argument);
    },
  };
}

/** Null is nothing written, and the Terraform provider reads empty text so, too. */
function isPresent(value: Value | undefined): Truth {
  if (value === undefined) return 'no';
  if (value.kind === 'unknown') return 'unknown';
  return value.kind === 'scalar' && (value.value === '' || value.value === null) ? 'no' : 'yes';
}

/** The text of a default in a list of attributes, whose values are all text. */
export function textOf(document: Document): Document {
  return document === null || typeof document === 'object' ? document : coerce('text', document);
}
