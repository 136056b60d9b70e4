/** What ajv says about a configuration, as diagnostics for people: one per mistake, at its line, with the nearest allowed name. */
import type { ErrorObject } from 'ajv';
import type { Diagnostic } from '../core/diagnostic.ts';
import { pointerBelow, pointerKeys } from '../core/pointer.ts';
import { didYouMean } from '../core/suggest.ts';
import type { ConfigText } from './config-text.ts';

export function schemaMistakes(text: ConfigText, errors: readonly ErrorObject[]): readonly Diagnostic[] {
  // `if` only repeats that its `then` failed.
  return errors.filter(({ keyword }) => keyword !== 'if').map((error) => mistakeOf(text, error));
}

/** A mistake at the value of a pointer. */
export function configMistake(text: ConfigText, pointer: string, message: string, help = ''): Diagnostic {
  return { code: 'config/invalid', level: 'error', message, help, range: text.rangeAt(pointer), path: text.file.path };
}

/** A mistake at the key of a pointer. */
export function keyMistake(text: ConfigText, pointer: string, message: string): Diagnostic {
  return { ...configMistake(text, pointer, message), range: text.keyRangeAt(pointer) };
}

/** `/workloads/0/tier` as people write it: `workloads[0].tier`; the whole when the pointer is empty. */
export function spellPointer(pointer: string, whole: string = 'the configuration'): string {
  let spelt = '';
  for (const name of pointerKeys(pointer)) {
    if (/^\d+$/u.test(name)) spelt += `[${name}]`;
    else spelt += spelt === '' ? name : `.${name}`;
  }
  return spelt === '' ? whole : spelt;
}

function mistakeOf(text: ConfigText, error: ErrorObject): Diagnostic {
  const { keyword, instancePath } = error;
  if (keyword === 'additionalProperties') return unknownKey(text, error);
  const place = spellPointer(instancePath, text.whole);
  switch (keyword) {
    case 'type':
      return configMistake(
        text,
        instancePath,
        `${place} must be ${expectedType(error)}, not ${spell(error.data)}.`,
        cure(error),
      );
    case 'enum':
      return configMistake(
        text,
        instancePath,
        `${place}: ${spell(error.data)} is not one of its values.${suggestion(error)}`,
        cure(error),
      );
    case 'pattern':
    case 'minimum':
    case 'maximum':
      return configMistake(
        text,
        instancePath,
        `${place}: ${spell(error.data)} is not ${expectation(error)}.`,
        cure(error),
      );
    case 'required':
      return configMistake(text, instancePath, `${place} needs the key "${String(error.params['missingProperty'])}".`);
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return configMistake(text, instancePath, `${place} must not be empty.`);
    default:
      return configMistake(text, instancePath, `${place} ${error.message ?? 'is not valid'}.`);
  }
}

function unknownKey(text: ConfigText, error: ErrorObject): Diagnostic {
  const key = String(error.params['additionalProperty']);
  const allowed = Object.keys(error.parentSchema?.['properties'] ?? {});
  const message = `"${key}" is not a key of ${spellPointer(error.instancePath, text.whole)}.${didYouMean(key, allowed)}`;
  return { ...keyMistake(text, pointerBelow(error.instancePath, key), message), code: 'config/unknown-key' };
}

const typeNames = new Map([
  ['string', 'text'],
  ['array', 'a list'],
  ['object', 'a mapping'],
  ['boolean', 'true or false'],
  ['integer', 'a whole number'],
]);

function expectedType({ params, parentSchema }: ErrorObject): string {
  if (typeof parentSchema?.['pattern'] === 'string') return String(parentSchema['description']);
  const types: unknown = params['type'];
  const names = Array.isArray(types) ? types.map(String) : String(types).split(',');
  return names.map((name) => typeNames.get(name) ?? name).join(' or ');
}

function expectation({ parentSchema, message }: ErrorObject): string {
  const description: unknown = parentSchema?.['description'];
  return typeof description === 'string' ? description : (message ?? 'valid').replace(/^must be /u, '');
}

function suggestion({ data, params }: ErrorObject): string {
  const allowed: unknown = params['allowedValues'];
  return Array.isArray(allowed) ? didYouMean(String(data), allowed.map(String)) : '';
}

/** YAML reads bare words and numbers as something other than text; the cure is always the same. */
function cure({ data, parentSchema }: ErrorObject): string {
  if (typeof data === 'boolean')
    return 'Write "off" in quotes: YAML 1.1 takes a bare off, no or yes for a truth value.';
  if (typeof data !== 'number') return '';
  return typeof parentSchema?.['pattern'] === 'string'
    ? `Write it with its unit, such as ${data}m.`
    : `Write it in quotes: "${data}".`;
}

function spell(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a mapping' : JSON.stringify(data);
}
