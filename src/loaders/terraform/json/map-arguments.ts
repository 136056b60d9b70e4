/**
 * The arguments of the AWS provider that take a map. In JSON a map and a nested block look the same, and Terraform tells
 * them apart by the provider's schema; of AWS's resources everything else that holds objects is a block.
 *
 * Taken from the schema of hashicorp/aws 6.25: https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs
 */

/** Whether an argument of a resource, data source or provider (`provider`), or of a block in it, takes a map. */
export function takesMap(type: string, name: string): boolean {
  return everywhere.has(name) || onlyIn.get(name)?.has(type) === true;
}

/** Maps in whatever resource they stand; but for `tags`, which is a block in a few blocks of resources that are not judged. */
const everywhere: ReadonlySet<string> = new Set(
  `
  additional_encryption_context additional_version_weights advanced_options airflow_configuration_options
  allocation_resource_tags ami_tags arguments athena_properties attribute_mapping authentication_request_extra_params
  backup_options client_metadata client_properties column_to_json_key_mappings command_line_arguments
  connector_configuration container_environment_variables credentials_map custom_parameters custom_properties
  default_arguments default_run_properties driver_opts dynamic_parameters edge_sets encryption_context_equals
  encryption_context_subset entity_overrides environment_variables event_configurations exclude_tags
  expression_attribute_names extra_params final_backup_tags global_settings group_weights header_parameters
  hyperparameters incident_tags input_paths instance_tags ip_restriction_rule_map job_tags label_set labels
  log_destination mappings matching_attributes_list non_overridable_arguments parameter_overrides ports principal_tags
  profile_properties property_map provider_details query_string_parameters recovery_point_tags regional_parameters
  request_models request_parameters request_templates requests required_claims resource_type_management_preference
  resource_type_opt_in_preference response_models response_templates restore_metadata_overrides
  runtime_environment_secrets runtime_environment_variables session_attributes signing_parameters
  skewed_column_value_location_maps stage_variable_overrides stage_variables staging_area_tags
  supported_login_providers table_configurations tag_map tags tags_all tags_to_add target_tags task_properties
  test_bot_alias_tags token_signing_public_keys token_url_custom_properties triggers validation_data
  values_importance_map variable_tags variables video_codec_options volume_tags vpc_endpoint_id_restriction_rule_map
  vpc_id_restriction_rule_map weights
  `
    .trim()
    .split(/\s+/u),
);

/** Maps in these resources, blocks in all others. */
const onlyIn: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    attributes: [
      'aws_appmesh_virtual_node',
      'aws_cognito_user',
      'aws_customerprofiles_profile',
      'aws_iot_thing',
      'aws_iot_thing_group',
      'aws_service_discovery_instance',
      'aws_xray_sampling_rule',
    ],
    configuration: ['aws_codepipeline'],
    connection_properties: ['aws_glue_connection'],
    context: ['aws_kms_ciphertext', 'aws_kms_secret', 'aws_kms_secrets'],
    dimensions: [
      'aws_autoscalingplans_scaling_plan',
      'aws_cloudwatch_log_metric_filter',
      'aws_cloudwatch_metric_alarm',
    ],
    endpoints: ['aws_lambda_event_source_mapping'],
    environment: [
      'aws_lightsail_container_service_deployment_version',
      'aws_sagemaker_data_quality_job_definition',
      'aws_sagemaker_model',
    ],
    identity_provider_details: ['aws_workspacesweb_identity_provider'],
    limits: ['aws_batch_job_definition'],
    metadata: ['aws_s3_bucket_object', 'aws_s3_object', 'aws_s3_object_copy'],
    options: ['aws_ecs_service'],
    parameters: [
      'aws_api_gateway_export',
      'aws_api_gateway_rest_api',
      'aws_api_gateway_rest_api_put',
      'aws_api_gateway_sdk',
      'aws_appconfig_extension_association',
      'aws_athena_data_catalog',
      'aws_batch_job_definition',
      'aws_cloudformation_stack',
      'aws_cloudformation_stack_set',
      'aws_fis_experiment_template',
      'aws_glue_catalog_database',
      'aws_glue_catalog_table',
      'aws_glue_partition',
      'aws_lakeformation_data_lake_settings',
      'aws_pipes_pipe',
      'aws_serverlessapplicationrepository_cloudformation_stack',
      'aws_ssm_association',
      'aws_ssmquicksetup_configuration_manager',
    ],
    permissions: ['aws_ssm_document'],
    properties: [
      'aws_athena_database',
      'aws_ecs_task_definition',
      'aws_emr_cluster',
      'aws_emr_instance_fleet',
      'aws_emrcontainers_job_template',
      'aws_emrserverless_application',
    ],
    resource_tags: [
      'aws_accessanalyzer_analyzer',
      'aws_ecr_repository_creation_template',
      'aws_fms_policy',
      'aws_imagebuilder_infrastructure_configuration',
    ],
    response_parameters: [
      'aws_api_gateway_gateway_response',
      'aws_api_gateway_integration_response',
      'aws_api_gateway_method_response',
    ],
    roles: ['aws_cognito_identity_pool_roles_attachment'],
  }).map(([name, types]) => [name, new Set(types)]),
);
