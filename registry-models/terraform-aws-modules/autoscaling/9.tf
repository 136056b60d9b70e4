# Every resource may name its Region; what is not given is null.
model {
  source         = "terraform-aws-modules/autoscaling/aws"
  versions       = ">= 9.0.0, < 10.0.0"
  without_effect = [
    "capacity_rebalance", "context", "default_cooldown", "default_instance_warmup", "desired_capacity_type",
    "enabled_metrics", "force_delete", "force_delete_warm_pool", "ignore_failed_scaling_activities",
    "initial_lifecycle_hooks", "instance_maintenance_policy", "instance_refresh", "max_instance_lifetime",
    "metrics_granularity", "min_elb_capacity", "placement_group", "protect_from_scale_in",
    "service_linked_role_arn", "suspended_processes", "autoscaling_group_tags_not_propagate_at_launch",
    "termination_policies", "wait_for_capacity_timeout", "wait_for_elb_capacity", "timeouts",
    "capacity_reservation_specification", "cpu_options", "credit_specification", "default_version",
    "launch_template_description", "disable_api_stop", "disable_api_termination", "ebs_optimized",
    "enclave_options", "hibernation_options", "instance_initiated_shutdown_behavior", "instance_market_options",
    "instance_requirements", "kernel_id", "key_name", "license_specifications", "maintenance_options",
    "metadata_options", "enable_monitoring", "network_interfaces", "private_dns_name_options", "ram_disk_id",
    "tag_specifications", "update_default_version", "user_data", "security_groups", "launch_template_tags",
    "create_iam_instance_profile", "iam_instance_profile_arn", "iam_instance_profile_name", "iam_role_name",
    "iam_role_use_name_prefix", "iam_role_path", "iam_role_description", "iam_role_permissions_boundary",
    "iam_role_policies", "iam_role_tags", "network_performance_options", "secondary_interfaces",
  ]
}
variable "create" { default = true }
variable "putin_khuylo" { default = true }
variable "ignore_desired_capacity_changes" { default = false }
variable "region" { default = null }
variable "name" {}
variable "use_name_prefix" { default = true }
variable "instance_name" { default = "" }
variable "min_size" { default = null }
variable "max_size" { default = null }
variable "desired_capacity" { default = null }
variable "health_check_type" { default = null }
variable "health_check_grace_period" { default = null }
variable "vpc_zone_identifier" { default = null }
variable "availability_zones" { default = null }
variable "traffic_source_attachments" { default = null }
variable "availability_zone_distribution" { default = null }
variable "create_launch_template" { default = true }
variable "launch_template_id" { default = null }
variable "launch_template_version" { default = null }
variable "launch_template_name" { default = "" }
variable "launch_template_use_name_prefix" { default = true }
variable "image_id" { default = null }
variable "instance_type" { default = null }
variable "block_device_mappings" { default = null }
variable "placement" { default = null }
variable "use_mixed_instances_policy" { default = false }
variable "mixed_instances_policy" { default = null }
variable "warm_pool" { default = null }
variable "scaling_policies" { default = null }
variable "schedules" { default = null }
variable "autoscaling_group_tags" { default = {} }
variable "tags" { default = {} }

locals {
  create                  = var.create && var.putin_khuylo
  launch_template_id      = var.create_launch_template ? aws_launch_template.this[0].id : var.launch_template_id
  launch_template_version = var.create_launch_template && var.launch_template_version == null ? aws_launch_template.this[0].latest_version : var.launch_template_version
  group_name              = try(aws_autoscaling_group.this[0].name, aws_autoscaling_group.idc[0].name)
  group_tags              = merge(var.tags, { Name = coalesce(var.instance_name, var.name) }, var.autoscaling_group_tags)
}

resource "aws_launch_template" "this" {
  count         = var.create_launch_template ? 1 : 0
  region        = var.region
  name          = var.launch_template_use_name_prefix ? null : coalesce(var.launch_template_name, var.name)
  image_id      = var.image_id
  instance_type = var.instance_type
  dynamic "placement" {
    for_each = var.placement != null ? [var.placement] : []
    content {
      availability_zone = lookup(placement.value, "availability_zone", null)
    }
  }
  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings == null ? [] : var.block_device_mappings
    iterator = device
    content {
      device_name = lookup(device.value, "device_name", null)
      dynamic "ebs" {
        for_each = [for volume in [lookup(device.value, "ebs", null)] : volume if volume != null]
        content {
          volume_size           = lookup(ebs.value, "volume_size", null)
          volume_type           = lookup(ebs.value, "volume_type", null)
          delete_on_termination = lookup(ebs.value, "delete_on_termination", null)
          encrypted             = lookup(ebs.value, "encrypted", null)
          kms_key_id            = lookup(ebs.value, "kms_key_id", null)
          snapshot_id           = lookup(ebs.value, "snapshot_id", null)
        }
      }
    }
  }
}

resource "aws_autoscaling_group" "this" {
  count                     = local.create && !var.ignore_desired_capacity_changes ? 1 : 0
  region                    = var.region
  name                      = var.use_name_prefix ? null : var.name
  min_size                  = var.min_size
  max_size                  = var.max_size
  desired_capacity          = var.desired_capacity
  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  vpc_zone_identifier       = var.vpc_zone_identifier
  availability_zones        = var.availability_zones
  launch_configuration      = null
  traffic_source            = null
  tags                      = null
  load_balancers            = null
  target_group_arns         = null
  dynamic "availability_zone_distribution" {
    for_each = var.availability_zone_distribution != null ? [var.availability_zone_distribution] : []
    iterator = distribution
    content {
      capacity_distribution_strategy = distribution.value.capacity_distribution_strategy
    }
  }
  dynamic "launch_template" {
    for_each = var.use_mixed_instances_policy ? [] : [1]
    content {
      id      = local.launch_template_id
      name    = null
      version = local.launch_template_version
    }
  }
  dynamic "mixed_instances_policy" {
    for_each = var.use_mixed_instances_policy ? [var.mixed_instances_policy] : []
    iterator = policy
    content {
      launch_template {
        launch_template_specification {
          launch_template_id   = local.launch_template_id
          launch_template_name = null
          version              = local.launch_template_version
        }
      }
      dynamic "instances_distribution" {
        for_each = [for distribution in try([policy.value.instances_distribution], []) : distribution if distribution != null]
        iterator = distribution
        content {
          on_demand_base_capacity                  = lookup(distribution.value, "on_demand_base_capacity", null)
          on_demand_percentage_above_base_capacity = lookup(distribution.value, "on_demand_percentage_above_base_capacity", null)
        }
      }
    }
  }
  dynamic "warm_pool" {
    for_each = var.warm_pool != null ? [var.warm_pool] : []
    iterator = pool
    content {
      min_size   = lookup(pool.value, "min_size", null)
      pool_state = lookup(pool.value, "pool_state", null)
    }
  }
  dynamic "tag" {
    for_each = local.group_tags
    content {
      key   = tag.key
      value = tag.value
    }
  }
  lifecycle {
    ignore_changes = [load_balancers, target_group_arns]
  }
}

resource "aws_autoscaling_group" "idc" {
  count                     = local.create && var.ignore_desired_capacity_changes ? 1 : 0
  region                    = var.region
  name                      = var.use_name_prefix ? null : var.name
  min_size                  = var.min_size
  max_size                  = var.max_size
  desired_capacity          = var.desired_capacity
  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  vpc_zone_identifier       = var.vpc_zone_identifier
  availability_zones        = var.availability_zones
  launch_configuration      = null
  traffic_source            = null
  tags                      = null
  load_balancers            = null
  target_group_arns         = null
  dynamic "availability_zone_distribution" {
    for_each = var.availability_zone_distribution != null ? [var.availability_zone_distribution] : []
    iterator = distribution
    content {
      capacity_distribution_strategy = distribution.value.capacity_distribution_strategy
    }
  }
  dynamic "launch_template" {
    for_each = var.use_mixed_instances_policy ? [] : [1]
    content {
      id      = local.launch_template_id
      name    = null
      version = local.launch_template_version
    }
  }
  dynamic "mixed_instances_policy" {
    for_each = var.use_mixed_instances_policy ? [var.mixed_instances_policy] : []
    iterator = policy
    content {
      launch_template {
        launch_template_specification {
          launch_template_id   = local.launch_template_id
          launch_template_name = null
          version              = local.launch_template_version
        }
      }
      dynamic "instances_distribution" {
        for_each = [for distribution in try([policy.value.instances_distribution], []) : distribution if distribution != null]
        iterator = distribution
        content {
          on_demand_base_capacity                  = lookup(distribution.value, "on_demand_base_capacity", null)
          on_demand_percentage_above_base_capacity = lookup(distribution.value, "on_demand_percentage_above_base_capacity", null)
        }
      }
    }
  }
  dynamic "warm_pool" {
    for_each = var.warm_pool != null ? [var.warm_pool] : []
    iterator = pool
    content {
      min_size   = lookup(pool.value, "min_size", null)
      pool_state = lookup(pool.value, "pool_state", null)
    }
  }
  dynamic "tag" {
    for_each = local.group_tags
    content {
      key   = tag.key
      value = tag.value
    }
  }
  lifecycle {
    ignore_changes = [desired_capacity, load_balancers, target_group_arns]
  }
}

resource "aws_autoscaling_traffic_source_attachment" "this" {
  for_each               = { for key, source in merge(var.traffic_source_attachments, {}) : key => source if local.create }
  autoscaling_group_name = local.group_name
  traffic_source {
    identifier = each.value.traffic_source_identifier
    type       = lookup(each.value, "traffic_source_type", "elbv2")
  }
}

resource "aws_autoscaling_schedule" "this" {
  for_each               = { for key, content in merge(var.schedules, {}) : key => content if local.create }
  autoscaling_group_name = local.group_name
  min_size               = lookup(each.value, "min_size", null)
  max_size               = lookup(each.value, "max_size", null)
  desired_capacity       = lookup(each.value, "desired_capacity", null)
  recurrence             = lookup(each.value, "recurrence", null)
  time_zone              = lookup(each.value, "time_zone", null)
}

resource "aws_autoscaling_policy" "this" {
  for_each               = { for key, content in merge(var.scaling_policies, {}) : key => content if local.create }
  autoscaling_group_name = local.group_name
  policy_type            = lookup(each.value, "policy_type", null)
  dynamic "target_tracking_configuration" {
    for_each = [for tracking in [lookup(each.value, "target_tracking_configuration", null)] : tracking if tracking != null]
    iterator = tracking
    content {
      target_value = tracking.value.target_value
      dynamic "predefined_metric_specification" {
        for_each = [for metric in [lookup(tracking.value, "predefined_metric_specification", null)] : metric if metric != null]
        iterator = metric
        content {
          predefined_metric_type = metric.value.predefined_metric_type
        }
      }
    }
  }
}

output "launch_template_id" { value = try(aws_launch_template.this[0].id, null) }
output "launch_template_arn" { value = try(aws_launch_template.this[0].arn, null) }
output "launch_template_name" { value = try(aws_launch_template.this[0].name, null) }
output "launch_template_latest_version" { value = try(aws_launch_template.this[0].latest_version, null) }
output "autoscaling_group_id" { value = try(aws_autoscaling_group.this[0].id, aws_autoscaling_group.idc[0].id, null) }
output "autoscaling_group_name" { value = try(aws_autoscaling_group.this[0].name, aws_autoscaling_group.idc[0].name, null) }
output "autoscaling_group_arn" { value = try(aws_autoscaling_group.this[0].arn, aws_autoscaling_group.idc[0].arn, null) }
