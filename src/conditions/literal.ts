/** What a policy writes as data (an operand, a parameter) as a document that conditions compare. */
import { documentMap, type Document } from '../core/document.ts';

export function literal(data: unknown): Document {
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') return data;
  if (Array.isArray(data)) return Object.freeze(data.map(literal));
  if (typeof data !== 'object' || data === null) return null;
  return documentMap(Object.entries(data).map(([name, value]: [string, unknown]) => [name, literal(value)]));
}
