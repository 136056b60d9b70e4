/** What each kind of place names, and so what must stand there. One row for every kind. */
import { rangeKey, textOf, type SourceRange } from '../../../src/core/source.ts';
import type { DiagnosticPlace, LabelledPlace, NodePlace, PropertyPlace, ToldPlace } from './told-places.ts';
import type { WrittenToken } from './written-token.ts';

type Written = readonly WrittenToken[];

export function namesIt(place: ToldPlace, written: Written): boolean {
  switch (place.kind) {
    // The logical id or the labels; of what SAM makes, a name in the resource that it is made from.
    case 'header':
      return written.some((token) => isHeader(place, token)) || isServerless(place.range, written);
    // The name of the module call, or of the nested stack.
    case 'call':
      return written.some(({ form }) => form === 'header' || form === 'key');
    // A whole line of the app: more is not known of it.
    case 'construct':
      return written.length > 0;
    // Nothing wrote it: what is said of it is said of the header.
    case 'default':
      return written.some(({ form }) => form === 'header' || form === 'key' || form === 'item');
    // The value behind the name that the source has for the property.
    case 'property':
      return written.some((token) => isValueOf(place, token)) || isServerless(place.range, written);
    // What holds the Region: a value that names it, or one under a name that says so.
    case 'region':
      return written.some(({ form, name }) => form !== 'key' && saysRegion(name, textOf(place.range)));
    // The default of a parameter or variable, or the parameter itself; an entry of a mapping; another property.
    case 'decision':
      return written.some((token) => isDecisive(place.range, token));
    // One of the places of nodes.
    case 'verdict':
      return place.known.has(rangeKey(place.range));
    case 'related':
      return written.length > 0 && isLabelled(place, written);
    // Something that the message speaks of.
    case 'diagnostic':
      return written.length > 0 && isSpokenOf(place, written);
  }
}

function isHeader({ node }: NodePlace, { form, name, path }: WrittenToken): boolean {
  if (node.kind === 'workload') return form === 'item' && name === 'workloads';
  if (node.language === 'terraform')
    return node.kind === 'settings' ? form !== 'value' : isLabel(node.anchor, form, name);
  const last = node.kind === 'settings' ? 'Resources' : node.anchor.split('/').at(-1);
  return form === 'key' && (name === last || isLoop(path));
}

function isLabel(anchor: string, form: WrittenToken['form'], name: string): boolean {
  return (form === 'header' || form === 'key') && (anchor.endsWith(`.${name}`) || anchor === name);
}

/** The resources of a loop stand at the template of their names, below the key of the loop. */
function isLoop(path: readonly string[]): boolean {
  return path.some((key) => key.startsWith('Fn::ForEach::'));
}

/** Serverless resources are replaced by others that they are the only text of. */
function isServerless({ file }: SourceRange, written: Written): boolean {
  return (
    file.text.includes('AWS::Serverless') &&
    written.some(({ path: [section] }) => section === 'Resources' || section === 'Globals')
  );
}

function isValueOf({ origin, range }: PropertyPlace, { form, name, title, path }: WrittenToken): boolean {
  const called = origin.name;
  const isCalled = (each: string): boolean => called === each || called.endsWith(`.${each}`);
  const text = textOf(range);
  // What is missing in something stands at that; so does what a satellite decides as a whole.
  if (form === 'header' || form === 'key') return true;
  if (form === 'item') return name === '' || called === '' || isCalled(name);
  // An element that its own name stands in front of.
  if (isCalled(path.at(-2) ?? '')) return true;
  if (isCalled(name) || title === '' || (title !== undefined && isCalled(title))) return true;
  // The items of a parameter stand where its default does.
  if (path[0] === 'Parameters' && path.at(-1) === 'Default') return true;
  // An older name of the same: `NoncurrentVersionExpirationInDays`.
  if (called.split('.').some((each) => name !== each && name.startsWith(each))) return true;
  // A text that holds a document stands for everything in it, and so does the function that makes the text.
  const holdsDocument = called.startsWith(`${name}.`) || called.includes(`.${name}.`);
  return (holdsDocument && (!/^[{[]/u.test(text) || /^\{\s*"Fn::/u.test(text))) || text.includes(called);
}

function saysRegion(name: string, text: string): boolean {
  return /region|zone|arn|provider|replica/iu.test(name) || /[a-z]{2}(?:-[a-z]+)+-\d/u.test(text);
}

function isDecisive({ file }: SourceRange, { form, path }: WrittenToken): boolean {
  const isTemplate = path.length > 0;
  if (!isTemplate) return form === 'value' || form === 'item' || form === 'header' || form === 'entry';
  return form === 'value' || form === 'item' || path.at(-2) === 'Parameters' || file.text.includes('AWS::Serverless');
}

/** `multi_az is false` stands at the value of `multi_az`; every other label says what a known place has to do with it. */
function isLabelled({ label, range, known }: LabelledPlace, written: Written): boolean {
  if (label.startsWith('deployed here')) return true;
  if (label === 'default here') return written.some(({ name, form }) => /^default$/iu.test(name) && form === 'value');
  return known.has(rangeKey(range));
}

function isSpokenOf({ message, range }: DiagnosticPlace, written: Written): boolean {
  const text = textOf(range);
  const spoken = new Set(message.match(/\w+|[^\s\w]/gu));
  const names = written.map(({ name }) => name);
  const words = [text, ...names].flatMap((each) => each.match(/\w+|[^\s\w"'.]/gu) ?? []);
  return words.some((word) => spoken.has(word));
}
