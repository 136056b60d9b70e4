/** `templatefile` and `templatestring`: a template of its own, with names of its own. https://developer.hashicorp.com/terraform/language/functions/templatefile */
import { SourceFile } from '../../../core/source.ts';
import { scalar, type MapValue, type Value } from '../../../core/value.ts';
import { parseHclTemplate } from '../../../loaders/hcl/parse-hcl.ts';
import type { TemplateExpression } from '../../../loaders/hcl/ast.ts';
import { evaluateTemplate } from '../expressions/templates.ts';
import type { Scope } from '../scope.ts';
import { invalid } from '../values/symbols.ts';
import { isIdentifier } from './hcl-text.ts';
import { refuse, unknownCall, type Call, type Result } from './function.ts';

// The name by which a template's scope is told: no variable can have it.
const insideTemplate = '<template>';

interface TemplateFile {
  readonly place: string;
  readonly source: string;
}

export function renderFile({ place, source }: TemplateFile, names: MapValue, call: Call): Result {
  return render(
    call.scope.run.template(place, () => parsed(place, source)),
    names,
    call,
  );
}

export function renderText(source: string, names: MapValue, call: Call): Result {
  call.scope.run.charge(source.length >> 3);
  return render(parsed(`${call.range.file.path} (templatestring)`, source), names, call);
}

/** Undefined for what is no template. */
function parsed(place: string, source: string): TemplateExpression | undefined {
  const { value, diagnostics } = parseHclTemplate(new SourceFile(place, source));
  return diagnostics.length === 0 ? value : undefined;
}

function render(template: TemplateExpression | undefined, names: MapValue, call: Call): Result {
  if (call.scope.bindings.has(insideTemplate)) return refuse('A template can not render another one.');
  if (template === undefined) return refuse('The template has a syntax error.');
  if (names.rest !== undefined) return unknownCall([scalar(template.range.file.path), names], call);
  const odd = [...names.entries.keys()].find((name) => !isIdentifier(name));
  if (odd !== undefined) return refuse(`${JSON.stringify(odd)} is no name that a template could use.`);
  return evaluateTemplate(template, scopeOfTemplate(names.entries, call));
}

/** A scope in which nothing but these names has a meaning. */
export function scopeOfTemplate(names: Iterable<readonly [string, Value]>, call: Call): Scope {
  const hidden = [...namesOutside, ...call.scope.bindings.keys()].map((name) => [name, unseen(name, call)] as const);
  return call.scope.with([...hidden, ...names, [insideTemplate, scalar(true)]]);
}

// A template sees nothing but its own variables.
const namesOutside = ['var', 'local', 'module', 'data', 'path', 'terraform', 'each', 'count', 'self'];

function unseen(name: string, call: Call): Value {
  return invalid(`A template sees only the variables that it is given, not ${name}.`, call.range);
}
