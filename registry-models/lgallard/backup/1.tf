# One plan by rules and selections of its own, or several plans with theirs.
model {
  source   = "lgallard/backup/aws"
  versions = ">= 1.5.0, < 2.0.0"
  left_out = [
    "reports", "audit_framework", "restore_testing_plans", "restore_testing_selections", "enable_org_policy",
    "backup_policies", "enable_region_settings", "region_settings",
  ]
  without_effect = [
    "notifications_disable_sns_policy", "org_policy_name", "org_policy_description", "org_policy_target_id",
    "backup_selections", "advanced_backup_settings", "backup_regions", "default_lifecycle_delete_after_days",
    "default_lifecycle_cold_storage_after_days", "restore_testing_iam_role_arn", "enable_global_settings",
    "global_settings", "enable_strict_region_validation", "expected_region", "scan_setting",
  ]
}
variable "enabled" { default = true }
variable "vault_name" { default = null }
variable "vault_name_validation_bypass" { default = false }
variable "vault_type" { default = "standard" }
variable "vault_kms_key_arn" { default = null }
variable "vault_force_destroy" { default = false }
variable "vault_policy" { default = null }
variable "locked" { default = false }
variable "changeable_for_days" { default = null }
variable "min_retention_days" { default = null }
variable "max_retention_days" { default = null }
variable "notifications" { default = {} }
variable "plan_name" { default = null }
variable "plans" { default = {} }
variable "rules" { default = [] }
variable "rule_name" { default = null }
variable "rule_schedule" { default = null }
variable "rule_schedule_expression_timezone" { default = null }
variable "rule_start_window" { default = null }
variable "rule_completion_window" { default = null }
variable "rule_enable_continuous_backup" { default = false }
variable "rule_recovery_point_tags" { default = {} }
variable "rule_lifecycle_cold_storage_after" { default = null }
variable "rule_lifecycle_delete_after" { default = null }
variable "rule_lifecycle_opt_in_to_archive" { default = null }
variable "selection_name" { default = null }
variable "selection_resources" { default = [] }
variable "selection_not_resources" { default = [] }
variable "selection_conditions" { default = {} }
variable "selection_tags" { default = [] }
variable "selections" { default = [] }
variable "iam_role_arn" { default = null }
variable "iam_role_name" { default = "" }
variable "windows_vss_backup" { default = false }
variable "tags" { default = {} }

locals {
  # A vault whose name contains such a word is refused.
  is_refused     = var.vault_name != null && !var.vault_name_validation_bypass ? length(regexall("(?i)(test|temp|delete|remove|default)", var.vault_name)) > 0 : false
  has_vault      = var.enabled && var.vault_name != null && !local.is_refused
  is_air_gapped  = var.vault_type == "logically_air_gapped"
  vault_name     = local.has_vault ? local.is_air_gapped ? try(aws_backup_logically_air_gapped_vault.ab_airgapped_vault[0].name, null) : try(aws_backup_vault.ab_vault[0].name, null) : null
  single_rule    = { name = var.rule_name, target_vault_name = var.vault_name, schedule = var.rule_schedule, schedule_expression_timezone = var.rule_schedule_expression_timezone, start_window = var.rule_start_window, completion_window = var.rule_completion_window, enable_continuous_backup = var.rule_enable_continuous_backup, recovery_point_tags = var.rule_recovery_point_tags, lifecycle = local.single_rule_life }
  # Without a day for cold storage the single rule has no lifecycle, even when it says how long to keep.
  single_rule_life = var.rule_lifecycle_cold_storage_after == null ? {} : { cold_storage_after = var.rule_lifecycle_cold_storage_after, delete_after = var.rule_lifecycle_delete_after, opt_in_to_archive_for_supported_resources = var.rule_lifecycle_opt_in_to_archive }
  rules            = var.rule_name == null ? var.rules : concat([local.single_rule], var.rules)
  is_single        = var.enabled && length(var.plans) == 0
  selections       = try({ for index, selection in tolist(var.selections) : tostring(try(coalesce(selection.name, index), index)) => selection }, var.selections)
  plan_selections  = merge([for plan, content in var.plans : { for name, selection in lookup(content, "selections", {}) : "${plan}-${name}" => { plan = plan, name = name, selection = selection } }]...)
}

resource "aws_iam_role" "ab_role" {
  count = var.enabled && var.iam_role_arn == null ? 1 : 0
  name  = coalesce(var.iam_role_name, "aws-backup-${var.vault_name != null ? var.vault_name : "default"}")
}

resource "aws_backup_vault" "ab_vault" {
  count         = local.has_vault && var.vault_type == "standard" ? 1 : 0
  name          = var.vault_name
  kms_key_arn   = var.vault_kms_key_arn
  force_destroy = var.vault_force_destroy
  tags          = var.tags
}

resource "aws_backup_logically_air_gapped_vault" "ab_airgapped_vault" {
  count              = local.has_vault && local.is_air_gapped ? 1 : 0
  name               = var.vault_name
  encryption_key_arn = var.vault_kms_key_arn
  min_retention_days = var.min_retention_days
  max_retention_days = var.max_retention_days
  tags               = var.tags
}

resource "aws_backup_vault_lock_configuration" "ab_vault_lock_configuration" {
  count               = local.has_vault && var.vault_type == "standard" && var.locked ? 1 : 0
  backup_vault_name   = aws_backup_vault.ab_vault[0].name
  min_retention_days  = var.min_retention_days
  max_retention_days  = var.max_retention_days
  changeable_for_days = var.changeable_for_days
}

resource "aws_backup_vault_policy" "ab_vault_policy" {
  count             = local.has_vault && var.vault_policy != null ? 1 : 0
  backup_vault_name = local.vault_name
  policy            = var.vault_policy
}

resource "aws_backup_vault_notifications" "backup_events" {
  count               = var.enabled && length(var.notifications) > 0 ? 1 : 0
  backup_vault_name   = var.vault_name != null ? aws_backup_vault.ab_vault[0].name : "Default"
  sns_topic_arn       = lookup(var.notifications, "sns_topic_arn", null)
  backup_vault_events = lookup(var.notifications, "backup_vault_events", [])
}

resource "aws_backup_plan" "ab_plan" {
  count = local.is_single && length(local.rules) > 0 ? 1 : 0
  name  = coalesce(var.plan_name, "aws-backup-plan-${var.vault_name != null ? var.vault_name : "default"}")
  tags  = var.tags
  dynamic "rule" {
    for_each = local.rules
    content {
      rule_name                                    = lookup(rule.value, "name", null)
      target_vault_name                            = try(coalesce(lookup(rule.value, "target_vault_name", null), local.vault_name), "Default")
      target_logically_air_gapped_backup_vault_arn = lookup(rule.value, "target_logically_air_gapped_backup_vault_arn", null)
      schedule                                     = lookup(rule.value, "schedule", null)
      schedule_expression_timezone                 = lookup(rule.value, "schedule_expression_timezone", null)
      start_window                                 = lookup(rule.value, "start_window", null)
      completion_window                            = lookup(rule.value, "completion_window", null)
      enable_continuous_backup                     = lookup(rule.value, "enable_continuous_backup", null)
      recovery_point_tags                          = try(coalesce(lookup(rule.value, "recovery_point_tags", null), var.tags), {})
      dynamic "lifecycle" {
        for_each = try(length(rule.value.lifecycle), 0) == 0 ? [] : [rule.value.lifecycle]
        content {
          cold_storage_after                        = lookup(lifecycle.value, "cold_storage_after", null)
          delete_after                              = lookup(lifecycle.value, "delete_after", null)
          opt_in_to_archive_for_supported_resources = lookup(lifecycle.value, "opt_in_to_archive_for_supported_resources", null)
        }
      }
      dynamic "copy_action" {
        for_each = lookup(rule.value, "copy_actions", [])
        iterator = copy
        content {
          destination_vault_arn = lookup(copy.value, "destination_vault_arn", null)
          dynamic "lifecycle" {
            for_each = try(length(copy.value.lifecycle), 0) == 0 ? [] : [copy.value.lifecycle]
            content {
              cold_storage_after                        = lookup(lifecycle.value, "cold_storage_after", null)
              delete_after                              = lookup(lifecycle.value, "delete_after", null)
              opt_in_to_archive_for_supported_resources = lookup(lifecycle.value, "opt_in_to_archive_for_supported_resources", null)
            }
          }
        }
      }
    }
  }
  dynamic "advanced_backup_setting" {
    for_each = var.windows_vss_backup ? [true] : []
    content {
      resource_type  = "EC2"
      backup_options = { WindowsVSS = "enabled" }
    }
  }
}

resource "aws_backup_plan" "ab_plans" {
  for_each = { for key, content in var.plans : key => content if var.enabled }
  name     = try(coalesce(each.value.name, each.key), each.key)
  tags     = var.tags
  dynamic "rule" {
    for_each = each.value.rules
    content {
      rule_name                                    = lookup(rule.value, "name", null)
      target_vault_name                            = try(coalesce(lookup(rule.value, "target_vault_name", null), local.vault_name), "Default")
      target_logically_air_gapped_backup_vault_arn = lookup(rule.value, "target_logically_air_gapped_backup_vault_arn", null)
      schedule                                     = lookup(rule.value, "schedule", null)
      schedule_expression_timezone                 = lookup(rule.value, "schedule_expression_timezone", null)
      start_window                                 = lookup(rule.value, "start_window", null)
      completion_window                            = lookup(rule.value, "completion_window", null)
      enable_continuous_backup                     = lookup(rule.value, "enable_continuous_backup", null)
      recovery_point_tags                          = try(coalesce(lookup(rule.value, "recovery_point_tags", null), var.tags), {})
      dynamic "lifecycle" {
        for_each = try(length(rule.value.lifecycle), 0) == 0 ? [] : [rule.value.lifecycle]
        content {
          cold_storage_after                        = lookup(lifecycle.value, "cold_storage_after", null)
          delete_after                              = lookup(lifecycle.value, "delete_after", null)
          opt_in_to_archive_for_supported_resources = lookup(lifecycle.value, "opt_in_to_archive_for_supported_resources", null)
        }
      }
      dynamic "copy_action" {
        for_each = lookup(rule.value, "copy_actions", [])
        iterator = copy
        content {
          destination_vault_arn = lookup(copy.value, "destination_vault_arn", null)
          dynamic "lifecycle" {
            for_each = try(length(copy.value.lifecycle), 0) == 0 ? [] : [copy.value.lifecycle]
            content {
              cold_storage_after                        = lookup(lifecycle.value, "cold_storage_after", null)
              delete_after                              = lookup(lifecycle.value, "delete_after", null)
              opt_in_to_archive_for_supported_resources = lookup(lifecycle.value, "opt_in_to_archive_for_supported_resources", null)
            }
          }
        }
      }
    }
  }
  dynamic "advanced_backup_setting" {
    for_each = var.windows_vss_backup ? [true] : []
    content {
      resource_type  = "EC2"
      backup_options = { WindowsVSS = "enabled" }
    }
  }
}

resource "aws_backup_selection" "ab_selection" {
  count         = local.is_single && var.selection_name != null ? 1 : 0
  name          = var.selection_name
  plan_id       = aws_backup_plan.ab_plan[0].id
  iam_role_arn  = var.iam_role_arn == null ? aws_iam_role.ab_role[0].arn : var.iam_role_arn
  resources     = var.selection_resources
  not_resources = var.selection_not_resources
  dynamic "condition" {
    for_each = [var.selection_conditions]
    content {
      dynamic "string_equals" {
        for_each = try(coalesce(condition.value.string_equals, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_like" {
        for_each = try(coalesce(condition.value.string_like, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_not_equals" {
        for_each = try(coalesce(condition.value.string_not_equals, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_not_like" {
        for_each = try(coalesce(condition.value.string_not_like, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
    }
  }
  dynamic "selection_tag" {
    for_each = try(coalesce(var.selection_tags, []), [])
    iterator = chosen
    content {
      type  = lookup(chosen.value, "type", null)
      key   = lookup(chosen.value, "key", null)
      value = lookup(chosen.value, "value", null)
    }
  }
}

resource "aws_backup_selection" "ab_selections" {
  for_each      = { for key, content in local.selections : key => content if local.is_single }
  name          = each.key
  plan_id       = aws_backup_plan.ab_plan[0].id
  iam_role_arn  = var.iam_role_arn == null ? aws_iam_role.ab_role[0].arn : var.iam_role_arn
  resources     = lookup(each.value, "resources", [])
  not_resources = lookup(each.value, "not_resources", [])
  dynamic "condition" {
    for_each = try(length(each.value.conditions), 0) > 0 ? [each.value.conditions] : []
    content {
      dynamic "string_equals" {
        for_each = try(coalesce(condition.value.string_equals, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_like" {
        for_each = try(coalesce(condition.value.string_like, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_not_equals" {
        for_each = try(coalesce(condition.value.string_not_equals, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_not_like" {
        for_each = try(coalesce(condition.value.string_not_like, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
    }
  }
  dynamic "selection_tag" {
    for_each = try(coalesce(each.value.selection_tags, []), [])
    iterator = chosen
    content {
      type  = lookup(chosen.value, "type", null)
      key   = lookup(chosen.value, "key", null)
      value = lookup(chosen.value, "value", null)
    }
  }
}

resource "aws_backup_selection" "plan_selections" {
  for_each      = { for key, content in local.plan_selections : key => content if var.enabled }
  name          = each.value.name
  plan_id       = aws_backup_plan.ab_plans[each.value.plan].id
  iam_role_arn  = var.iam_role_arn == null ? aws_iam_role.ab_role[0].arn : var.iam_role_arn
  resources     = lookup(each.value.selection, "resources", null)
  not_resources = lookup(each.value.selection, "not_resources", null)
  dynamic "condition" {
    for_each = try(length(each.value.selection.conditions), 0) > 0 ? [each.value.selection.conditions] : []
    content {
      dynamic "string_equals" {
        for_each = try(coalesce(condition.value.string_equals, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_like" {
        for_each = try(coalesce(condition.value.string_like, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_not_equals" {
        for_each = try(coalesce(condition.value.string_not_equals, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
      dynamic "string_not_like" {
        for_each = try(coalesce(condition.value.string_not_like, {}), {})
        iterator = each_tag
        content {
          key   = each_tag.key
          value = each_tag.value
        }
      }
    }
  }
  dynamic "selection_tag" {
    for_each = try(coalesce(each.value.selection.selection_tags, []), [])
    iterator = chosen
    content {
      type  = lookup(chosen.value, "type", null)
      key   = lookup(chosen.value, "key", null)
      value = lookup(chosen.value, "value", null)
    }
  }
}

output "vault_id" { value = local.is_air_gapped ? try(aws_backup_logically_air_gapped_vault.ab_airgapped_vault[0].id, null) : try(aws_backup_vault.ab_vault[0].id, null) }
output "vault_arn" { value = local.is_air_gapped ? try(aws_backup_logically_air_gapped_vault.ab_airgapped_vault[0].arn, null) : try(aws_backup_vault.ab_vault[0].arn, null) }
output "plan_id" { value = try(aws_backup_plan.ab_plan[0].id, null) }
output "plan_arn" { value = try(aws_backup_plan.ab_plan[0].arn, null) }
output "plan_role" { value = var.iam_role_arn == null ? try(aws_iam_role.ab_role[0].arn, null) : var.iam_role_arn }
