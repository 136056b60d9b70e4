# The module takes states as words, as booleans, or under other names; what it makes of them is told apart here.
model {
  source         = "terraform-aws-modules/s3-bucket/aws"
  versions       = ">= 3.9.0, < 6.0.0"
  left_out       = ["is_directory_bucket", "data_redundancy", "type", "availability_zone_id", "location_type"]
  without_effect = [
    "attach_elb_log_delivery_policy", "attach_lb_log_delivery_policy", "attach_deny_insecure_transport_policy",
    "attach_require_latest_tls_policy", "attach_policy", "attach_public_policy",
    "attach_inventory_destination_policy", "attach_analytics_destination_policy", "bucket_prefix", "acl", "policy",
    "acceleration_status", "request_payer", "website", "cors_rule", "grant", "owner", "expected_bucket_owner",
    "intelligent_tiering", "metric_configuration", "inventory_configuration", "inventory_source_account_id",
    "inventory_source_bucket_arn", "inventory_self_source_destination", "analytics_configuration",
    "analytics_source_account_id", "analytics_source_bucket_arn", "analytics_self_source_destination",
    "block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets",
    "control_object_ownership", "object_ownership", "attach_access_log_delivery_policy",
    "access_log_delivery_policy_source_buckets", "access_log_delivery_policy_source_accounts",
    "attach_deny_incorrect_encryption_headers", "attach_deny_unencrypted_object_uploads",
    "attach_deny_incorrect_kms_key_sse", "allowed_kms_key_arn", "transition_default_minimum_object_size",
    "attach_deny_ssec_encrypted_object_uploads", "access_log_delivery_policy_source_organizations",
    "lb_log_delivery_policy_source_organizations", "attach_waf_log_delivery_policy",
    "attach_cloudtrail_log_delivery_policy", "create_metadata_configuration",
    "metadata_inventory_table_configuration_state", "metadata_encryption_configuration",
    "metadata_journal_table_record_expiration_days", "metadata_journal_table_record_expiration",
    "skip_destroy_public_access_block", "bucket_namespace",
  ]
}
variable "create_bucket" { default = true }
variable "putin_khuylo" { default = true }
variable "region" { default = null }
variable "bucket" { default = null }
variable "force_destroy" { default = false }
variable "object_lock_enabled" { default = false }
variable "object_lock_configuration" { default = {} }
variable "versioning" { default = {} }
variable "logging" { default = {} }
variable "server_side_encryption_configuration" { default = {} }
variable "lifecycle_rule" { default = [] }
variable "replication_configuration" { default = {} }
variable "tags" { default = {} }

locals {
  create          = var.create_bucket && var.putin_khuylo
  lifecycle_rules = try(jsondecode(var.lifecycle_rule), var.lifecycle_rule)
  replication     = var.replication_configuration
  on              = ["true", "enabled"]
}

resource "aws_s3_bucket" "this" {
  count                                = local.create ? 1 : 0
  region                               = var.region
  bucket                               = var.bucket
  force_destroy                        = var.force_destroy
  object_lock_enabled                  = var.object_lock_enabled
  tags                                 = var.tags
  versioning                           = null
  logging                              = null
  lifecycle_rule                       = null
  object_lock_configuration            = null
  replication_configuration            = null
  server_side_encryption_configuration = null
}

resource "aws_s3_bucket_versioning" "this" {
  count  = local.create && length(var.versioning) > 0 ? 1 : 0
  region = var.region
  bucket = aws_s3_bucket.this[0].id
  versioning_configuration {
    status     = contains(local.on, lower(tostring(try(var.versioning.enabled, var.versioning.status, true)))) ? "Enabled" : "Suspended"
    mfa_delete = try(contains(local.on, lower(tostring(var.versioning.mfa_delete))) ? "Enabled" : "Disabled", null)
  }
}

resource "aws_s3_bucket_logging" "this" {
  count         = local.create && length(var.logging) > 0 ? 1 : 0
  region        = var.region
  bucket        = aws_s3_bucket.this[0].id
  target_bucket = var.logging.target_bucket
}

resource "aws_s3_bucket_object_lock_configuration" "this" {
  count               = local.create && var.object_lock_enabled && try(var.object_lock_configuration.rule.default_retention, null) != null ? 1 : 0
  region              = var.region
  bucket              = aws_s3_bucket.this[0].id
  object_lock_enabled = null
  rule {
    default_retention {
      mode  = var.object_lock_configuration.rule.default_retention.mode
      days  = try(var.object_lock_configuration.rule.default_retention.days, null)
      years = try(var.object_lock_configuration.rule.default_retention.years, null)
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count  = local.create && length(var.server_side_encryption_configuration) > 0 ? 1 : 0
  region = var.region
  bucket = aws_s3_bucket.this[0].id
  dynamic "rule" {
    for_each = try(flatten([var.server_side_encryption_configuration.rule]), [])
    content {
      dynamic "apply_server_side_encryption_by_default" {
        for_each = try([rule.value.apply_server_side_encryption_by_default], [])
        iterator = default
        content {
          sse_algorithm     = default.value.sse_algorithm
          kms_master_key_id = try(default.value.kms_master_key_id, null)
        }
      }
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = local.create && length(local.lifecycle_rules) > 0 ? 1 : 0
  region = var.region
  bucket = aws_s3_bucket.this[0].id
  dynamic "rule" {
    for_each = local.lifecycle_rules
    content {
      id     = try(rule.value.id, null)
      status = contains(local.on, lower(tostring(try(rule.value.enabled, rule.value.status)))) ? "Enabled" : "Disabled"
      prefix = null
      # With one criterion it stands in the filter itself, with several below "and".
      dynamic "filter" {
        for_each = [for each in try(flatten([rule.value.filter]), []) : each if max(length(each), length(try(each.tags, each.tag, []))) < 2]
        content {
          prefix                   = try(filter.value.prefix, null)
          object_size_greater_than = try(filter.value.object_size_greater_than, null)
          object_size_less_than    = try(filter.value.object_size_less_than, null)
          and                      = null
          dynamic "tag" {
            for_each = try(filter.value.tags, filter.value.tag, {})
            content {
              key   = tag.key
              value = tag.value
            }
          }
        }
      }
      dynamic "filter" {
        for_each = [for each in try(flatten([rule.value.filter]), []) : each if max(length(each), length(try(each.tags, each.tag, []))) > 1]
        content {
          prefix                   = null
          object_size_greater_than = null
          object_size_less_than    = null
          tag                      = null
          and {
            prefix                   = try(filter.value.prefix, null)
            object_size_greater_than = try(filter.value.object_size_greater_than, null)
            object_size_less_than    = try(filter.value.object_size_less_than, null)
            tags                     = try(filter.value.tags, filter.value.tag, null)
          }
        }
      }
      dynamic "expiration" {
        for_each = try(flatten([rule.value.expiration]), [])
        content {
          days = try(expiration.value.days, null)
        }
      }
      dynamic "noncurrent_version_expiration" {
        for_each = try(flatten([rule.value.noncurrent_version_expiration]), [])
        iterator = old
        content {
          newer_noncurrent_versions = try(old.value.newer_noncurrent_versions, null)
          noncurrent_days           = try(old.value.days, old.value.noncurrent_days, null)
        }
      }
      dynamic "noncurrent_version_transition" {
        for_each = try(flatten([rule.value.noncurrent_version_transition]), [])
        iterator = old
        content {
          noncurrent_days = try(old.value.days, old.value.noncurrent_days, null)
          storage_class   = old.value.storage_class
        }
      }
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count  = local.create && length(local.replication) > 0 ? 1 : 0
  region = var.region
  bucket = aws_s3_bucket.this[0].id
  role   = local.replication.role
  dynamic "rule" {
    for_each = flatten(try([local.replication.rule], [local.replication.rules], []))
    content {
      id       = try(rule.value.id, null)
      status   = contains(local.on, lower(tostring(try(rule.value.status, true)))) ? "Enabled" : "Disabled"
      priority = try(rule.value.priority, null)
      prefix   = null
      dynamic "filter" {
        for_each = [for each in try(flatten([rule.value.filter]), []) : each if max(length(each), length(try(each.tags, each.tag, []))) == 1]
        content {
          prefix = try(filter.value.prefix, null)
          and    = null
          dynamic "tag" {
            for_each = try(filter.value.tags, filter.value.tag, [])
            content {
              key   = tag.key
              value = tag.value
            }
          }
        }
      }
      dynamic "filter" {
        for_each = length(try(flatten([rule.value.filter]), [])) == 0 ? [true] : []
        content {
          prefix = null
          tag    = null
          and    = null
        }
      }
      dynamic "filter" {
        for_each = [for each in try(flatten([rule.value.filter]), []) : each if max(length(each), length(try(each.tags, each.tag, []))) > 1]
        content {
          prefix = null
          tag    = null
          and {
            prefix = try(filter.value.prefix, null)
            tags   = try(filter.value.tags, filter.value.tag, null)
          }
        }
      }
      dynamic "delete_marker_replication" {
        for_each = flatten(try([rule.value.delete_marker_replication_status], [rule.value.delete_marker_replication], []))
        iterator = markers
        content {
          status = contains(local.on, lower(tostring(markers.value))) ? "Enabled" : "Disabled"
        }
      }
      dynamic "existing_object_replication" {
        for_each = flatten(try([rule.value.existing_object_replication_status], [rule.value.existing_object_replication], []))
        iterator = existing
        content {
          status = contains(local.on, lower(tostring(existing.value))) ? "Enabled" : "Disabled"
        }
      }
      dynamic "destination" {
        for_each = try(flatten([rule.value.destination]), [])
        content {
          bucket        = destination.value.bucket
          account       = try(destination.value.account_id, destination.value.account, null)
          storage_class = try(destination.value.storage_class, null)
          dynamic "encryption_configuration" {
            for_each = flatten([try(destination.value.encryption_configuration.replica_kms_key_id, destination.value.replica_kms_key_id, [])])
            content {
              replica_kms_key_id = encryption_configuration.value
            }
          }
          dynamic "replication_time" {
            for_each = try(flatten([destination.value.replication_time]), [])
            content {
              status = contains(local.on, lower(tostring(try(replication_time.value.status, false)))) ? "Enabled" : "Disabled"
              dynamic "time" {
                for_each = try(flatten([replication_time.value.minutes]), [])
                content {
                  minutes = time.value
                }
              }
            }
          }
          dynamic "metrics" {
            for_each = try(flatten([destination.value.metrics]), [])
            content {
              status = contains(local.on, lower(tostring(try(metrics.value.status, false)))) ? "Enabled" : "Disabled"
              dynamic "event_threshold" {
                for_each = try(flatten([metrics.value.minutes]), [])
                content {
                  minutes = event_threshold.value
                }
              }
            }
          }
        }
      }
      dynamic "source_selection_criteria" {
        for_each = try(flatten([rule.value.source_selection_criteria]), [])
        iterator = source
        content {
          dynamic "replica_modifications" {
            for_each = flatten([try(source.value.replica_modifications.enabled, source.value.replica_modifications.status, [])])
            content {
              status = contains(local.on, lower(tostring(replica_modifications.value))) ? "Enabled" : "Disabled"
            }
          }
          dynamic "sse_kms_encrypted_objects" {
            for_each = flatten([try(source.value.sse_kms_encrypted_objects.enabled, source.value.sse_kms_encrypted_objects.status, [])])
            content {
              status = contains(local.on, lower(tostring(sse_kms_encrypted_objects.value))) ? "Enabled" : "Disabled"
            }
          }
        }
      }
    }
  }
}

output "s3_bucket_id" { value = try(aws_s3_bucket.this[0].id, "") }
output "s3_bucket_arn" { value = try(aws_s3_bucket.this[0].arn, "") }
output "s3_bucket_bucket_domain_name" { value = try(aws_s3_bucket.this[0].bucket_domain_name, "") }
output "s3_bucket_bucket_regional_domain_name" { value = try(aws_s3_bucket.this[0].bucket_regional_domain_name, "") }
output "s3_bucket_hosted_zone_id" { value = try(aws_s3_bucket.this[0].hosted_zone_id, "") }
