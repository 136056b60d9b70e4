/** The names an expression starts with: `var.x`, `local.x`, `module.x`, `data.type.name`, `type.name`, bound names. */
import { posix } from 'node:path';
import { assertNever } from '../../../core/assert-never.ts';
import { scalar, unknown, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { AttributeAccess, VariableExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { placedAt } from '../values/places.ts';
import { invalid } from '../values/symbols.ts';

export function evaluateName({ name, range }: VariableExpression, scope: Scope): Value {
  const bound = scope.bindings.get(name);
  return bound === undefined
    ? invalid(`There is nothing named ${JSON.stringify(name)} here.`, range)
    : placedAt(bound, range);
}

/** What a two- or three-part name stands for; undefined when the access is one into a value. */
export function resolveReference({ target, name, range }: AttributeAccess, scope: Scope): Value | undefined {
  if (target.kind === 'attribute' && isFree(target.target, 'data', scope)) {
    return scope.module.resource(`data.${target.name}.${name}`, range);
  }
  if (target.kind === 'attribute' && isFree(target.target, 'ephemeral', scope)) {
    return ephemeral(`ephemeral.${target.name}.${name}`, range, scope);
  }
  if (target.kind !== 'variable' || scope.bindings.has(target.name)) return undefined;
  return isReserved(target.name)
    ? reservedName(target.name, name, range, scope)
    : scope.module.resource(`${target.name}.${name}`, range);
}

const reservedNames = ['var', 'local', 'module', 'path', 'terraform', 'tofu', 'data', 'each', 'count', 'self'] as const;
type ReservedName = (typeof reservedNames)[number];

function isReserved(name: string): name is ReservedName {
  return reservedNames.some((reserved) => reserved === name);
}

function reservedName(first: ReservedName, name: string, range: SourceRange, scope: Scope): Value {
  switch (first) {
    case 'var':
      return scope.module.variable(name, range);
    case 'local':
      return scope.module.local(name, range);
    case 'module':
      return scope.module.moduleCall(name, range);
    case 'path':
      return pathValue(name, range, scope);
    case 'terraform':
    case 'tofu':
      return name === 'workspace' ? workspace(range, scope) : invalid(`terraform.${name} does not exist.`, range);
    case 'data':
      return invalid('A data source is named by its type and its name.', range);
    case 'each':
    case 'count':
    case 'self':
      return invalid(`${first}.${name} has no meaning here.`, range);
    default:
      return assertNever(first);
  }
}

function isFree(target: AttributeAccess['target'], name: string, scope: Scope): boolean {
  return target.kind === 'variable' && target.name === name && !scope.bindings.has(name);
}

/** What is opened anew in each run. https://developer.hashicorp.com/terraform/language/block/ephemeral */
function ephemeral(name: string, range: SourceRange, scope: Scope): Value {
  const reason = { code: 'data-source' as const, subject: name, cure: '' };
  return unknown(`${scope.run.deployment.id}#${scope.module.address} ${name}`, reason, range);
}

/** Paths as Terraform gives them when it is run in the root's folder. */
function pathValue(name: string, range: SourceRange, scope: Scope): Value {
  const root = scope.run.deployment.path;
  switch (name) {
    case 'module':
      return scalar(posix.relative(root, scope.module.folder) || '.', range);
    case 'root':
    case 'cwd':
      return scalar('.', range);
    default:
      return invalid(`path.${name} does not exist.`, range);
  }
}

function workspace(range: SourceRange, scope: Scope): Value {
  const { id, workspace: stated } = scope.run.deployment;
  if (stated !== undefined) {
    const marks = { sensitive: false, via: [], perDeployment: true };
    return { ...scalar(stated.name, range, marks), decidedAt: stated.statedAt };
  }
  const reason = {
    code: 'input' as const,
    subject: 'terraform.workspace',
    cure: 'State it with --workspace, or as `workspace` of this deployment in the configuration.',
  };
  return unknown(`${id}#terraform.workspace`, reason, range);
}
