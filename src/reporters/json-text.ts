/** JSON as it is printed: indented, and without a character that could steer a terminal or reorder a line. */

// What JSON.stringify leaves as it is though a terminal or an editor acts on it. It only ever stands inside strings,
// where an escape means the same.
const actedOn = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;

export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(actedOn, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
