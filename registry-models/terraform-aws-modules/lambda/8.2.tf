# The function and what decides how it scales and where its failures go; layers and packages are not described.
model {
  source   = "terraform-aws-modules/lambda/aws"
  versions = ">= 8.2.0, < 9.0.0"
  without_effect = [
    "create_package", "create_lambda_function_url", "create_sam_metadata", "lambda_at_edge_logs_all_regions",
    "handler", "description", "code_signing_config_arn", "layers", "architectures", "ephemeral_storage_size",
    "publish", "tracing_mode", "ipv6_allowed_for_dual_stack", "s3_object_tags",
    "s3_object_tags_only", "image_uri", "image_config_entry_point", "image_config_command",
    "image_config_working_directory", "snap_start", "replace_security_groups_on_destroy",
    "replacement_security_group_ids", "timeouts", "skip_destroy", "create_unqualified_alias_lambda_function_url",
    "authorization_type", "cors", "invoke_mode", "s3_object_override_default_tags", "layer_name",
    "layer_skip_destroy", "license_info", "compatible_runtimes", "compatible_architectures",
    "create_current_version_allowed_triggers", "allowed_triggers", "use_existing_cloudwatch_log_group",
    "cloudwatch_logs_retention_in_days", "cloudwatch_logs_kms_key_id", "cloudwatch_logs_skip_destroy",
    "cloudwatch_logs_log_group_class", "cloudwatch_logs_tags", "role_description", "role_path",
    "role_force_detach_policies", "role_permissions_boundary", "role_tags", "role_maximum_session_duration",
    "policy_name", "attach_cloudwatch_logs_policy", "attach_create_log_group_permission",
    "attach_dead_letter_policy", "attach_network_policy", "attach_tracing_policy", "attach_async_event_policy",
    "attach_policy_json", "attach_policy_jsons", "attach_policy", "attach_policies", "number_of_policy_jsons",
    "number_of_policies", "attach_policy_statements", "trusted_entities", "assume_role_policy_statements",
    "policy_json", "policy_jsons", "policy", "policies", "policy_statements", "file_system_arn",
    "file_system_local_mount_path", "artifacts_dir", "s3_prefix", "ignore_source_code_hash",
    "local_existing_package", "s3_existing_package", "store_on_s3", "s3_object_storage_class", "s3_bucket",
    "s3_acl", "s3_server_side_encryption", "s3_kms_key_id", "source_path", "hash_extra", "build_in_docker",
    "docker_file", "docker_build_root", "docker_image", "docker_with_ssh_agent", "docker_pip_cache",
    "docker_additional_options", "docker_entrypoint", "recreate_missing_package", "trigger_on_package_timestamp",
    "quiet_archive_local_exec", "logging_log_format", "logging_application_log_level", "logging_system_log_level",
    "logging_log_group", "recursive_loop", "tenant_isolation_mode", "cloudwatch_logs_deletion_protection_enabled",
    "durable_config_execution_timeout", "durable_config_retention_period",
    "managed_instances_capacity_provider_arn",
  ]
}
# Without effect in these releases: the tag is never set.
variable "include_default_tag" { default = true }
variable "region" { default = null }
variable "create" { default = true }
variable "putin_khuylo" { default = true }
variable "create_function" { default = true }
variable "create_layer" { default = false }
variable "create_role" { default = true }
variable "lambda_role" { default = "" }
variable "role_name" { default = null }
variable "function_name" { default = "" }
variable "package_type" { default = "Zip" }
variable "runtime" { default = "" }
variable "memory_size" { default = 128 }
variable "timeout" { default = 3 }
variable "lambda_at_edge" { default = false }
variable "reserved_concurrent_executions" { default = -1 }
variable "provisioned_concurrent_executions" { default = -1 }
variable "kms_key_arn" { default = null }
variable "environment_variables" { default = {} }
variable "dead_letter_target_arn" { default = null }
variable "vpc_subnet_ids" { default = null }
variable "vpc_security_group_ids" { default = null }
variable "event_source_mapping" { default = {} }
variable "create_unqualified_alias_allowed_triggers" { default = true }
variable "create_async_event_config" { default = false }
variable "create_current_version_async_event_config" { default = true }
variable "create_unqualified_alias_async_event_config" { default = true }
variable "maximum_event_age_in_seconds" { default = null }
variable "maximum_retry_attempts" { default = null }
variable "destination_on_failure" { default = null }
variable "destination_on_success" { default = null }
variable "function_tags" { default = {} }
variable "tags" { default = {} }

locals {
  has_function = var.create && var.putin_khuylo && var.create_function && !var.create_layer
  qualifiers   = toset(compact([var.create_current_version_async_event_config ? "current_version" : "", var.create_unqualified_alias_async_event_config ? "unqualified_alias" : ""]))
}

resource "aws_iam_role" "lambda" {
  count = local.has_function && var.create_role ? 1 : 0
}

resource "aws_lambda_function" "this" {
  count                          = local.has_function ? 1 : 0
  region                         = var.region
  function_name                  = var.function_name
  role                           = var.create_role ? aws_iam_role.lambda[0].arn : var.lambda_role
  runtime                        = var.package_type == "Zip" ? var.runtime : null
  memory_size                    = var.memory_size
  timeout                        = var.lambda_at_edge ? min(var.timeout, 30) : var.timeout
  reserved_concurrent_executions = var.reserved_concurrent_executions
  kms_key_arn                    = var.kms_key_arn
  tags                           = merge(var.tags, var.function_tags)
  dynamic "environment" {
    for_each = length(var.environment_variables) > 0 ? [true] : []
    content {
      variables = var.environment_variables
    }
  }
  dynamic "dead_letter_config" {
    for_each = var.dead_letter_target_arn == null ? [] : [true]
    content {
      target_arn = var.dead_letter_target_arn
    }
  }
  dynamic "vpc_config" {
    for_each = var.vpc_subnet_ids != null && var.vpc_security_group_ids != null ? [true] : []
    content {
      subnet_ids         = var.vpc_subnet_ids
      security_group_ids = var.vpc_security_group_ids
    }
  }
}

resource "aws_lambda_provisioned_concurrency_config" "current_version" {
  count                             = local.has_function && var.provisioned_concurrent_executions > -1 ? 1 : 0
  region                            = var.region
  function_name                     = aws_lambda_function.this[0].function_name
  qualifier                         = aws_lambda_function.this[0].version
  provisioned_concurrent_executions = var.provisioned_concurrent_executions
}

resource "aws_lambda_function_event_invoke_config" "this" {
  for_each                     = toset([for qualifier in local.qualifiers : qualifier if local.has_function && var.create_async_event_config])
  region                       = var.region
  function_name                = aws_lambda_function.this[0].function_name
  qualifier                    = each.key == "current_version" ? aws_lambda_function.this[0].version : null
  maximum_event_age_in_seconds = var.maximum_event_age_in_seconds
  maximum_retry_attempts       = var.maximum_retry_attempts
  dynamic "destination_config" {
    for_each = var.destination_on_failure != null || var.destination_on_success != null ? [true] : []
    content {
      dynamic "on_failure" {
        for_each = var.destination_on_failure == null ? [] : [true]
        content {
          destination = var.destination_on_failure
        }
      }
      dynamic "on_success" {
        for_each = var.destination_on_success == null ? [] : [true]
        content {
          destination = var.destination_on_success
        }
      }
    }
  }
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each                       = { for key, mapping in var.event_source_mapping : key => mapping if local.has_function && var.create_unqualified_alias_allowed_triggers }
  region                         = var.region
  function_name                  = aws_lambda_function.this[0].arn
  event_source_arn               = lookup(each.value, "event_source_arn", null)
  enabled                        = lookup(each.value, "enabled", true)
  batch_size                     = lookup(each.value, "batch_size", null)
  bisect_batch_on_function_error = lookup(each.value, "bisect_batch_on_function_error", null)
  maximum_retry_attempts         = lookup(each.value, "maximum_retry_attempts", null)
  maximum_record_age_in_seconds  = lookup(each.value, "maximum_record_age_in_seconds", null)
  dynamic "destination_config" {
    for_each = lookup(each.value, "destination_arn_on_failure", null) == null ? [] : [true]
    content {
      on_failure {
        destination_arn = each.value.destination_arn_on_failure
      }
    }
  }
}

output "lambda_function_arn" { value = try(aws_lambda_function.this[0].arn, "") }
output "lambda_function_name" { value = try(aws_lambda_function.this[0].function_name, "") }
output "lambda_function_invoke_arn" { value = try(aws_lambda_function.this[0].invoke_arn, "") }
output "lambda_function_qualified_arn" { value = try(aws_lambda_function.this[0].qualified_arn, "") }
output "lambda_function_version" { value = try(aws_lambda_function.this[0].version, "") }
output "lambda_role_arn" { value = try(aws_iam_role.lambda[0].arn, "") }
output "lambda_role_name" { value = try(aws_iam_role.lambda[0].name, "") }
