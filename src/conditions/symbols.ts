/** The symbols of what is not known in a document: why a comparison with it could not be decided. */
import {
  isDocumentMap,
  MeasureLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
} from '../core/document.ts';
import type { ReferenceValue, TemplateValue, UnknownSymbol } from '../core/value.ts';

/** More causes than these help nobody. */
const maximumSymbols = 5;

/** An attribute that only AWS can tell, as a symbol: equal to itself. */
export function referenceSymbol(reference: ReferenceValue): UnknownSymbol {
  return {
    key: `reference ${reference.resource} ${reference.attribute}`,
    reason: { code: 'computed', subject: reference.text, cure: '' },
  };
}

/** A text that identifies a template: equal ones are equal texts, whatever their unknown parts turn out to be. */
export function templateKey(template: TemplateValue): string {
  return JSON.stringify(template.parts.map((part) => (typeof part === 'string' ? part : [partSymbol(part).key])));
}

function partSymbol(part: Exclude<TemplateValue['parts'][number], string>): UnknownSymbol {
  return part.kind === 'unknown' ? part.symbol : referenceSymbol(part);
}

/** What is not known in a document, each once. */
export function symbolsIn(document: Document | undefined): readonly UnknownSymbol[] {
  const found = new Map<string, UnknownSymbol>();
  collect(document, found);
  return [...found.values()];
}

function collect(document: Document | undefined, found: Map<string, UnknownSymbol>): void {
  if (found.size >= maximumSymbols) return;
  if (document instanceof SensitiveLeaf) collect(document.reveal(), found);
  else if (Array.isArray(document)) for (const item of document) collect(item, found);
  else if (isDocumentMap(document)) for (const item of Object.values(document)) collect(item, found);
  else for (const symbol of symbolsOfLeaf(document)) found.set(symbol.key, symbol);
}

function symbolsOfLeaf(document: Document | undefined): readonly UnknownSymbol[] {
  if (document instanceof UnknownLeaf) return [document.symbol()];
  if (document instanceof ReferenceLeaf) return [referenceSymbol(document.value())];
  if (document instanceof MeasureLeaf) {
    const because = document.because();
    return because === undefined ? [] : [because];
  }
  if (!(document instanceof TemplateLeaf)) return [];
  return document.value().parts.flatMap((part) => (typeof part === 'string' ? [] : [partSymbol(part)]));
}
