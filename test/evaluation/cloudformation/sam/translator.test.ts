/** The expansion of serverless resources against that of SAM's own translator, whose test data a variable names. */
import { describe, expect, test } from 'vitest';
import { differences, translatorPairs } from '../../../helpers/sam-translator.ts';

/** The folder `tests/translator` of a checkout of github.com/aws/serverless-application-model. */
const folder = process.env['DR_LINT_SAM_TRANSLATOR'] ?? '';

/** Why templates become something else here than there; each holds for all of the names. */
const reasons: readonly (readonly [reason: string, names: readonly string[]])[] = [
  [
    'the test data names a Region, which is not known here',
    [
      'api_with_basic_custom_domain_intrinsics',
      'api_with_basic_custom_domain_intrinsics_http',
      'layers_with_intrinsics',
    ],
  ],
  [
    'domains are told apart by a hash that is left out of their logical ids',
    [
      'api_with_custom_domain_route53_multiple',
      'api_with_custom_domain_route53_multiple_intrinsic_hostedzoneid',
      'http_api_with_custom_domain_route53_multiple',
      'separate_route53_recordset_group',
      'websocket_api_domain_globals',
      'websocket_api_with_custom_domain_route53_multiple',
    ],
  ],
  [
    'SAM turns the condition round, to the same effect',
    ['function_with_event_dest', 'function_with_event_dest_conditional'],
  ],
  [
    'SAM writes a hash of the code into the description',
    ['function_with_alias_all_properties_and_code_sha256', 'function_with_alias_and_code_sha256'],
  ],
  [
    "SAM leaves out a trust store's version 0, or null",
    [
      'api_with_custom_domain_regional',
      'api_with_custom_domains_regional',
      'api_with_custom_domains_regional_basePath',
      'api_with_custom_domains_regional_latency_routing',
      'api_with_custom_domains_regional_latency_routing_ipv6',
      'api_with_custom_domains_regional_ownership_verification',
      'function_with_event_source_mapping',
      'function_with_tracing',
      'http_api_with_custom_domains_regional',
      'http_api_with_custom_domains_regional_ownership_verification',
    ],
  ],
  [
    'access associations of private domains are not made: no policy reads them',
    ['api_custom_domain_private_endpoint_full', 'api_with_custom_domain_security_policy_private'],
  ],
  ['keys of APIs are not made: no policy reads them', ['api_with_propagate_tags']],
  [
    'events are not written into a user pool: no policy reads its triggers',
    [
      'cognito_user_pool_with_new_property_and_cognito_event',
      'cognito_userpool_with_event',
      'congito_userpool_with_sms_configuration',
    ],
  ],
  ['SAM notes a dependency among the tags of a bucket', ['function_event_conditions', 's3_with_condition']],
  [
    'tags of functions do not reach what their events change, nor WebSocket stages',
    ['function_with_events_and_propagate_tags', 'websocket_api_api_globals', 'websocket_api_with_propagate_tags'],
  ],
  ['the names that SAM gives are looked up where they are referred to', ['function_with_resource_refs']],
  ['a function has the logical id that SAM gives to its API', ['implicit_api_with_serverless_rest_api_resource']],
  ['SAM adds no notification that the bucket states itself', ['s3_existing_lambda_notification_configuration']],
  ['metadata of a function is not that of its role', ['translate_convert_metadata']],
  [
    'authorizers are not made: no policy reads them',
    [
      'websocket_api_test_non_ref',
      'websocket_api_with_auth_config',
      'websocket_api_with_lambda_auth',
      'websocket_api_with_lambda_auth_invoke_role',
    ],
  ],
];

/** Whole kinds of templates that are not compared. */
const leftOut: readonly (readonly [reason: string, names: RegExp])[] = [
  ['a GraphQLApi stays as it is: no policy judges AppSync', /^graphqlapi/u],
  ['usage plans and keys of APIs are not made: no policy reads them', /usageplan/u],
  ['an Application of the repository stays as it is: its template is not at hand', /application/u],
];

describe.skipIf(folder === '')('templates of DR_LINT_SAM_TRANSLATOR', () => {
  test('become what SAM makes of them, but for those that are listed with a reason', () => {
    const names = translatorPairs(folder).filter((name) => !leftOut.some(([, kind]) => kind.test(name)));
    const differing = names.map((name) => ({ name, found: differences(folder, name) }));
    const others = differing.filter(({ found }) => found.length > 0);
    for (const { name, found } of others) for (const line of found) console.log(`${name}: ${line}`);
    console.log(`${names.length - others.length} of ${names.length} agree`);
    expect(names.length).toBeGreaterThan(0);
    expect(others.map(({ name }) => name)).toEqual(reasons.flatMap(([, listed]) => listed).toSorted());
  });
});
