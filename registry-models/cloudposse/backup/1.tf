# Names and tags come from a label module, which puts them together by rules of its own: they are not known here.
model {
  source         = "cloudposse/backup/aws"
  versions       = ">= 1.1.0, < 2.0.0"
  without_effect = [
    "delimiter", "labels_as_tags", "additional_tag_map", "label_order", "regex_replace_chars", "id_length_limit",
    "label_key_case", "label_value_case", "descriptor_formats", "permissions_boundary",
  ]
}
variable "context" { default = {} }
variable "enabled" { default = null }
variable "namespace" { default = null }
variable "tenant" { default = null }
variable "environment" { default = null }
variable "stage" { default = null }
variable "name" { default = null }
variable "attributes" { default = [] }
variable "tags" { default = {} }
variable "kms_key_arn" { default = null }
variable "vault_enabled" { default = true }
variable "vault_name" { default = null }
variable "backup_vault_lock_configuration" { default = null }
variable "plan_enabled" { default = true }
variable "plan_name_suffix" { default = null }
variable "rules" { default = [] }
variable "advanced_backup_setting" { default = null }
variable "iam_role_enabled" { default = true }
variable "iam_role_name" { default = null }
variable "backup_resources" { default = [] }
variable "not_resources" { default = [] }
variable "selection_tags" { default = [] }
variable "selection_conditions" { default = {} }

module "this" {
  source      = "cloudposse/label/null"
  context     = var.context
  namespace   = var.namespace
  tenant      = var.tenant
  environment = var.environment
  stage       = var.stage
  name        = var.name
  attributes  = var.attributes
  tags        = var.tags
}

locals {
  enabled    = try(coalesce(var.enabled, lookup(var.context, "enabled", null)), true)
  vault_name = local.enabled ? coalesce(var.vault_name, module.this.id) : null
  role_name  = local.enabled ? coalesce(var.iam_role_name, "${module.this.id}-backup") : null
  role_arn   = join("", var.iam_role_enabled ? aws_iam_role.default[*].arn : data.aws_iam_role.existing[*].arn)
}

resource "aws_backup_vault" "default" {
  count         = local.enabled && var.vault_enabled ? 1 : 0
  name          = local.vault_name
  kms_key_arn   = var.kms_key_arn
  force_destroy = null
  tags          = module.this.tags
}

data "aws_backup_vault" "existing" {
  count = local.enabled && !var.vault_enabled ? 1 : 0
  name  = local.vault_name
}

resource "aws_backup_vault_lock_configuration" "default" {
  count               = local.enabled && var.vault_enabled && var.backup_vault_lock_configuration != null ? 1 : 0
  backup_vault_name   = aws_backup_vault.default[0].id
  changeable_for_days = lookup(var.backup_vault_lock_configuration, "changeable_for_days", null)
  min_retention_days  = lookup(var.backup_vault_lock_configuration, "min_retention_days", null)
  max_retention_days  = lookup(var.backup_vault_lock_configuration, "max_retention_days", null)
}

resource "aws_iam_role" "default" {
  count = local.enabled && var.iam_role_enabled ? 1 : 0
  name  = local.role_name
}

data "aws_iam_role" "existing" {
  count = local.enabled && !var.iam_role_enabled ? 1 : 0
  name  = local.role_name
}

resource "aws_backup_plan" "default" {
  count = local.enabled && var.plan_enabled ? 1 : 0
  name  = var.plan_name_suffix == null ? module.this.id : "${module.this.id}_${var.plan_name_suffix}"
  tags  = module.this.tags
  dynamic "rule" {
    for_each = var.rules
    content {
      rule_name                                    = lookup(rule.value, "name", null)
      target_vault_name                            = join("", var.vault_enabled ? aws_backup_vault.default[*].name : data.aws_backup_vault.existing[*].name)
      target_logically_air_gapped_backup_vault_arn = null
      schedule                                     = lookup(rule.value, "schedule", null)
      schedule_expression_timezone                 = null
      start_window                                 = lookup(rule.value, "start_window", null)
      completion_window                            = lookup(rule.value, "completion_window", null)
      enable_continuous_backup                     = lookup(rule.value, "enable_continuous_backup", null)
      recovery_point_tags                          = module.this.tags
      dynamic "lifecycle" {
        for_each = [for life in [lookup(rule.value, "lifecycle", null)] : life if life != null]
        iterator = life
        content {
          cold_storage_after                        = lookup(life.value, "cold_storage_after", null)
          delete_after                              = lookup(life.value, "delete_after", null)
          opt_in_to_archive_for_supported_resources = lookup(life.value, "opt_in_to_archive_for_supported_resources", null)
        }
      }
      dynamic "copy_action" {
        for_each = try(rule.value.copy_action.destination_vault_arn, null) != null ? [rule.value.copy_action] : []
        iterator = copy
        content {
          destination_vault_arn = copy.value.destination_vault_arn
          dynamic "lifecycle" {
            for_each = [for life in [lookup(copy.value, "lifecycle", null)] : life if life != null]
            iterator = life
            content {
              cold_storage_after                        = lookup(life.value, "cold_storage_after", null)
              delete_after                              = lookup(life.value, "delete_after", null)
              opt_in_to_archive_for_supported_resources = lookup(life.value, "opt_in_to_archive_for_supported_resources", null)
            }
          }
        }
      }
    }
  }
  dynamic "advanced_backup_setting" {
    for_each = var.advanced_backup_setting != null ? [var.advanced_backup_setting] : []
    iterator = setting
    content {
      backup_options = setting.value.backup_options
      resource_type  = setting.value.resource_type
    }
  }
}

resource "aws_backup_selection" "default" {
  count         = local.enabled && var.plan_enabled ? 1 : 0
  name          = module.this.id
  plan_id       = join("", aws_backup_plan.default[*].id)
  iam_role_arn  = local.role_arn
  resources     = var.backup_resources
  not_resources = var.not_resources
  dynamic "selection_tag" {
    for_each = var.selection_tags
    iterator = chosen
    content {
      type  = chosen.value.type
      key   = chosen.value.key
      value = chosen.value.value
    }
  }
  condition {
    dynamic "string_equals" {
      for_each = lookup(var.selection_conditions, "string_equals", [])
      content {
        key   = "aws:ResourceTag/${string_equals.value.key}"
        value = string_equals.value.value
      }
    }
    dynamic "string_like" {
      for_each = lookup(var.selection_conditions, "string_like", [])
      content {
        key   = "aws:ResourceTag/${string_like.value.key}"
        value = string_like.value.value
      }
    }
    dynamic "string_not_equals" {
      for_each = lookup(var.selection_conditions, "string_not_equals", [])
      content {
        key   = "aws:ResourceTag/${string_not_equals.value.key}"
        value = string_not_equals.value.value
      }
    }
    dynamic "string_not_like" {
      for_each = lookup(var.selection_conditions, "string_not_like", [])
      content {
        key   = "aws:ResourceTag/${string_not_like.value.key}"
        value = string_not_like.value.value
      }
    }
  }
}

output "backup_vault_id" { value = join("", var.vault_enabled ? aws_backup_vault.default[*].id : data.aws_backup_vault.existing[*].id) }
output "backup_vault_arn" { value = join("", var.vault_enabled ? aws_backup_vault.default[*].arn : data.aws_backup_vault.existing[*].arn) }
output "backup_plan_arn" { value = join("", aws_backup_plan.default[*].arn) }
output "backup_selection_id" { value = join("", aws_backup_selection.default[*].id) }
output "role_name" { value = local.role_name }
output "role_arn" { value = local.role_arn }
