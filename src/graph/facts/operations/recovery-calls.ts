/** The calls that a function, state machine or runbook makes or may make, as `service:call` in lower case. */
import { isDocumentMap, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import { fullAccess, iamPrefixes } from '../../aws/recovery-calls.ts';
import type { GraphContext } from '../../graph-context.ts';
import { permissionsOf, roleAt } from '../code/permissions.ts';

/** Types that may run a switch. */
export const automationTypes: readonly string[] = [
  'AWS::Lambda::Function',
  'AWS::StepFunctions::StateMachine',
  'AWS::SSM::Document',
];

export function callsOf(context: GraphContext, node: DraftNode): ReadonlySet<string> {
  if (node.type === 'AWS::Lambda::Function') return callsOfRole(context, node);
  const calls = new Set<string>();
  for (const step of mapsIn(propertyAt(node, node.type === 'AWS::SSM::Document' ? '/Content' : '/Definition'))) {
    const call = callOfTask(step['Resource']) ?? callOfStep(step['inputs']);
    if (call !== undefined) calls.add(call);
  }
  return calls;
}

/** `arn:aws:states:::aws-sdk:rds:promoteReadReplica` */
// https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
function callOfTask(resource: Document | undefined): string | undefined {
  const found = typeof resource === 'string' ? sdkTask.exec(resource)?.groups : undefined;
  return found === undefined ? undefined : allowedAs(found['service'] ?? '', found['api'] ?? '');
}

const sdkTask = /:aws-sdk:(?<service>[\w-]+):(?<api>\w+)/u;

// https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-executeAwsApi.html
function callOfStep(inputs: Document | undefined): string | undefined {
  if (!isDocumentMap(inputs)) return undefined;
  const [service, api] = [inputs['Service'], inputs['Api']];
  if (typeof service !== 'string' || typeof api !== 'string') return undefined;
  return allowedAs(service, api);
}

/** As IAM names it; a method of boto3 is the call with underscores. */
function allowedAs(service: string, api: string): string {
  const name = service.toLowerCase();
  return `${iamPrefixes.get(name) ?? name}:${api.replaceAll('_', '').toLowerCase()}`;
}

/** What the role of a function allows: calls by name, or all of a service (`rds:*`), which says little about what is called. */
function callsOfRole(context: GraphContext, node: DraftNode): ReadonlySet<string> {
  const role = roleAt(context, node, '/Role');
  if (role === undefined) return new Set();
  const statements = permissionsOf(context, role).filter((each) => isDocumentMap(each));
  const allowed = statements.filter((statement) => statement['Effect'] === 'Allow');
  const calls = allowed.flatMap((statement) => textsOf(statement['Action'])).map((action) => action.toLowerCase());
  return new Set([...calls, ...callsOfManaged(role)]);
}

function callsOfManaged(role: DraftNode): readonly string[] {
  return textsOf(propertyAt(role, '/ManagedPolicyArns')).flatMap((arn) => {
    const name = /^arn:[\w-]+:iam::aws:policy\/(?<name>[\w-]+)$/u.exec(arn)?.groups?.['name'];
    return name === undefined ? [] : (fullAccess.get(name) ?? []);
  });
}

function textsOf(value: Document | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

// More than any real definition nests.
const deepest = 24;

function mapsIn(value: Document | undefined, depth = 0): readonly Readonly<Record<string, Document>>[] {
  if (depth > deepest || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item: Document) => mapsIn(item, depth + 1));
  if (!isDocumentMap(value)) return [];
  return [value, ...Object.values(value).flatMap((item) => mapsIn(item, depth + 1))];
}
