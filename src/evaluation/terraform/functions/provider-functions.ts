/** Functions that providers define, called as `provider::aws::arn_parse`: those of AWS and of Terraform itself. */
import { SourceFile } from '../../../core/source.ts';
import { map, scalar, type TemplateValue, type Value } from '../../../core/value.ts';
import { parseHcl } from '../../../loaders/hcl/parse-hcl.ts';
import { isNull } from '../values/convert.ts';
import { headOf } from '../values/equality.ts';
import { isInvalid } from '../values/symbols.ts';
import {
  refuse,
  takesAll,
  takesOne,
  takesThree,
  unknownCall,
  type Call,
  type FunctionTable,
  type Refusal,
  type Result,
} from './function.ts';
import { encodeArguments, encodeExpression, isIdentifier } from './hcl-text.ts';
import { known, partialText, text, textPart } from './parameters.ts';
import { scopeOfTemplate } from './templates.ts';
import { templateOf } from './text.ts';
import { joinText } from '../expressions/templates.ts';

export const providerFunctions: FunctionTable = {
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/arn_build
  'provider::aws::arn_build': takesAll(textPart, 5, (sections, call) => {
    if (sections.length > 5) return refuse('arn_build() takes partition, service, Region, account and resource.');
    const parts = sections.flatMap((section) => [scalar(':'), section]);
    return joinText([scalar('arn'), ...parts], call.range, call.scope);
  }),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/arn_parse
  'provider::aws::arn_parse': takesOne(partialText, (arn, call) => {
    const sections = sectionsOf(arn);
    if (sections === 'unknown') return unknownCall([arn].map(valueOf), call);
    if (sections === undefined) return notArn;
    return map(new Map(sectionNames.map((name, at) => [name, sections[at] ?? scalar('')] as const)));
  }),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/trim_iam_role_path
  'provider::aws::trim_iam_role_path': takesOne(text, (arn) => {
    const [, start, name] = /^(arn:[^:]*:iam::[^:]*:role\/)(?:.*\/)?([^/]*)$/su.exec(arn) ?? [];
    return start === undefined || name === undefined ? refuse('This is no ARN of an IAM role.') : start + name;
  }),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/user_agent
  'provider::aws::user_agent': takesThree([text, text, text], (product, version, comment) => {
    if (product === '') return refuse('A product has a name.');
    return product + (version === '' ? '' : `/${version}`) + (comment === '' ? '' : ` (${comment})`);
  }),
  // https://developer.hashicorp.com/terraform/language/functions/terraform-decode_tfvars
  'provider::terraform::decode_tfvars': takesOne(text, decodeVariables),
  // https://developer.hashicorp.com/terraform/language/functions/terraform-encode_expr
  'provider::terraform::encode_expr': takesOne(known, (value, call) => {
    if (isNull(value)) return refuse('encode_expr() does not take null.');
    return encodeExpression(value, '') ?? unknownCall([value], call);
  }),
  // https://developer.hashicorp.com/terraform/language/functions/terraform-encode_tfvars
  'provider::terraform::encode_tfvars': takesOne(known, (value, call) => {
    if (value.kind !== 'map') return refuse('encode_tfvars() takes an object.');
    const odd = [...value.entries.keys()].find((name) => !isIdentifier(name));
    if (odd !== undefined) return refuse(`No variable can have the name ${JSON.stringify(odd)}.`);
    return encodeArguments(value, '', (name) => name) ?? unknownCall([value], call);
  }),
};

const sectionNames = ['partition', 'service', 'region', 'account_id', 'resource'];

const notArn: Refusal = refuse('An ARN starts with "arn:" and has six sections between colons.');

/** After `arn:`; the last one may have colons, and something unknown. Undefined for what is no ARN. */
function sectionsOf(arn: string | TemplateValue): readonly Value[] | 'unknown' | undefined {
  const head = typeof arn === 'string' ? arn : headOf(arn);
  const [matched, ...sections] = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):/u.exec(head) ?? [];
  if (matched === undefined) return typeof arn === 'string' ? undefined : 'unknown';
  const resource = head.slice(matched.length);
  const last = typeof arn === 'string' ? scalar(resource) : templateOf([resource, ...arn.parts.slice(1)]);
  return [...sections.map((section) => scalar(section)), last];
}

function valueOf(value: string | TemplateValue): Value {
  return typeof value === 'string' ? scalar(value) : value;
}

/** Variables as a variable file states them: literal values only. */
function decodeVariables(source: string, call: Call): Result {
  const { value, diagnostics } = parseHcl(new SourceFile(`${call.range.file.path} (decode_tfvars)`, source));
  if (diagnostics.length > 0 || value.body.blocks.length > 0) return refuse('The text states no variables.');
  const scope = scopeOfTemplate([], call);
  const entries = new Map<string, Value>();
  for (const { name, value: expression } of value.body.attributes) {
    const evaluated = scope.evaluate(expression);
    if (isInvalid(evaluated)) return refuse(`The value of ${name} is no literal value.`);
    entries.set(name, evaluated);
  }
  return map(entries);
}
