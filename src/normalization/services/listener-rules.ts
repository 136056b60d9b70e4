/** Rules of Application Load Balancer listeners: which requests go where. */
import { documentMap, isDocumentMap, type Document, type DocumentMap } from '../../core/document.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field, type Field } from '../fields.ts';
import { childPointer } from '../pointer.ts';
import type { ResourceTable } from '../resource-table.ts';
import { action } from './elastic-load-balancing.ts';

function values(terraform: string): Field {
  return field.block({ Values: field.texts({ terraform: 'values' }) }, { terraform });
}

/** Fields of a condition → where their values stand. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listenerrule-rulecondition.html
const configurations: ReadonlyMap<string, string> = new Map([
  ['host-header', 'HostHeaderConfig'],
  ['http-header', 'HttpHeaderConfig'],
  ['http-request-method', 'HttpRequestMethodConfig'],
  ['path-pattern', 'PathPatternConfig'],
  ['query-string', 'QueryStringConfig'],
  ['source-ip', 'SourceIpConfig'],
]);

/** Terraform has a block for each field; CloudFormation names it, and older templates have the values beside it. */
function settleConditions(draft: DraftResource): void {
  const conditions = draft.properties.get('Conditions');
  if (!Array.isArray(conditions)) return;
  const settled = conditions.map((each: Document, index) => {
    if (!isDocumentMap(each)) return each;
    const at = childPointer('/Conditions', index);
    return withConfiguration(withField(each), (from, to) => draft.copyNotes(`${at}/${from}`, `${at}/${to}`));
  });
  draft.properties.set('Conditions', Object.freeze(settled));
}

function withField(condition: DocumentMap): DocumentMap {
  if (condition['Field'] !== undefined) return condition;
  const found = [...configurations].find(([, configuration]) => condition[configuration] !== undefined);
  return found === undefined ? condition : documentMap([['Field', found[0]], ...Object.entries(condition)]);
}

function withConfiguration(condition: DocumentMap, moved: (from: string, to: string) => void): DocumentMap {
  const { Field: of, Values: written, ...rest } = condition;
  const configuration = typeof of === 'string' ? configurations.get(of) : undefined;
  if (configuration === undefined || written === undefined) return condition;
  moved('Values', `${configuration}/Values`);
  return documentMap([['Field', of], [configuration, documentMap([['Values', written]])], ...Object.entries(rest)]);
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener_rule
const listenerRule: ResourceTable = {
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  terraform: ['aws_lb_listener_rule', 'aws_alb_listener_rule'],
  properties: {
    ListenerArn: field.text({ terraform: 'listener_arn' }),
    Priority: field.integer({ terraform: 'priority' }),
    Actions: field.objects(action, { terraform: 'action' }),
    Conditions: field.objects(
      {
        Field: field.text(),
        HostHeaderConfig: values('host_header'),
        HttpHeaderConfig: field.block(
          {
            HttpHeaderName: field.text({ terraform: 'http_header_name' }),
            Values: field.texts({ terraform: 'values' }),
          },
          { terraform: 'http_header' },
        ),
        HttpRequestMethodConfig: values('http_request_method'),
        PathPatternConfig: values('path_pattern'),
        QueryStringConfig: field.object({
          Values: field.objects(
            { Key: field.text({ terraform: 'key' }), Value: field.text({ terraform: 'value' }) },
            { terraform: 'query_string' },
          ),
        }),
        SourceIpConfig: values('source_ip'),
      },
      { terraform: 'condition' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  adjust: settleConditions,
};

export const listenerRuleTables: readonly ResourceTable[] = [listenerRule];
