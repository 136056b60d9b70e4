# With a tag of the module's own; otherwise like 8.2: the function and what decides how it scales and where its failures go; layers and packages are not described.
model {
  source       = "terraform-aws-modules/lambda/aws"
  versions     = ">= 7.5.0, < 8.2.0"
  differs_from = ">= 8.2.0, < 9.0.0"
  without_effect = [
    "create_package", "create_lambda_function_url", "create_sam_metadata", "lambda_at_edge_logs_all_regions",
    "handler", "description", "code_signing_config_arn", "layers", "architectures", "ephemeral_storage_size",
    "publish", "tracing_mode", "s3_object_tags", "s3_object_tags_only", "image_uri", "image_config_entry_point",
    "image_config_command", "image_config_working_directory", "snap_start", "replace_security_groups_on_destroy",
    "replacement_security_group_ids", "timeouts", "create_unqualified_alias_lambda_function_url",
    "authorization_type", "cors", "invoke_mode", "s3_object_override_default_tags", "layer_name",
    "layer_skip_destroy", "license_info", "compatible_runtimes", "compatible_architectures",
    "create_current_version_allowed_triggers", "allowed_triggers", "use_existing_cloudwatch_log_group",
    "cloudwatch_logs_retention_in_days", "cloudwatch_logs_kms_key_id", "cloudwatch_logs_skip_destroy",
    "cloudwatch_logs_log_group_class", "cloudwatch_logs_tags", "role_description", "role_path",
    "role_force_detach_policies", "role_permissions_boundary", "role_tags", "role_maximum_session_duration",
    "policy_name", "attach_cloudwatch_logs_policy", "attach_create_log_group_permission",
    "attach_dead_letter_policy", "attach_network_policy", "attach_tracing_policy", "attach_async_event_policy",
    "attach_policy_json", "attach_policy_jsons", "attach_policy", "attach_policies", "policy_path",
    "number_of_policy_jsons", "number_of_policies", "attach_policy_statements", "trusted_entities",
    "assume_role_policy_statements", "policy_json", "policy_jsons", "policy", "policies", "policy_statements",
    "file_system_arn", "file_system_local_mount_path", "artifacts_dir", "s3_prefix", "ignore_source_code_hash",
    "local_existing_package", "s3_existing_package", "store_on_s3", "s3_object_storage_class", "s3_bucket",
    "s3_acl", "s3_server_side_encryption", "s3_kms_key_id", "source_path", "hash_extra", "build_in_docker",
    "docker_file", "docker_build_root", "docker_image", "docker_with_ssh_agent", "docker_pip_cache",
    "docker_additional_options", "docker_entrypoint", "recreate_missing_package", "trigger_on_package_timestamp",
    "logging_log_format", "logging_application_log_level", "logging_system_log_level", "logging_log_group",
    "skip_destroy", "ipv6_allowed_for_dual_stack", "recursive_loop", "quiet_archive_local_exec",
  ]
}

resource "aws_lambda_function" "this" {
  tags = merge(var.include_default_tag ? { terraform-aws-modules = "lambda" } : {}, var.tags, var.function_tags)
}
