# Load balancers are attached to the group as sources of traffic.
model {
  source         = "terraform-aws-modules/autoscaling/aws"
  versions       = ">= 8.0.1, < 9.0.0"
  without_effect = [
    "desired_capacity_type", "capacity_rebalance", "min_elb_capacity", "wait_for_elb_capacity",
    "wait_for_capacity_timeout", "default_cooldown", "default_instance_warmup", "protect_from_scale_in",
    "placement_group", "force_delete", "termination_policies", "suspended_processes", "max_instance_lifetime",
    "enabled_metrics", "metrics_granularity", "service_linked_role_arn", "initial_lifecycle_hooks",
    "instance_refresh", "delete_timeout", "ebs_optimized", "instance_requirements", "key_name", "user_data",
    "security_groups", "enable_monitoring", "metadata_options", "ignore_failed_scaling_activities",
    "instance_maintenance_policy", "launch_template_description", "default_version", "update_default_version",
    "disable_api_termination", "disable_api_stop", "instance_initiated_shutdown_behavior", "kernel_id",
    "ram_disk_id", "capacity_reservation_specification", "cpu_options", "credit_specification",
    "elastic_gpu_specifications", "elastic_inference_accelerator", "enclave_options", "hibernation_options",
    "instance_market_options", "license_specifications", "maintenance_options", "network_interfaces",
    "private_dns_name_options", "tag_specifications", "create_iam_instance_profile", "iam_instance_profile_arn",
    "iam_instance_profile_name", "iam_role_name", "iam_role_use_name_prefix", "iam_role_path",
    "iam_role_description", "iam_role_permissions_boundary", "iam_role_policies", "iam_role_tags",
    "launch_template_tags",
  ]
}
variable "create" { default = true }
variable "putin_khuylo" { default = true }
variable "ignore_desired_capacity_changes" { default = false }
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
variable "traffic_source_attachments" { default = {} }
variable "availability_zone_distribution" { default = {} }
variable "create_launch_template" { default = true }
variable "launch_template_id" { default = null }
variable "launch_template_version" { default = null }
variable "launch_template_name" { default = "" }
variable "launch_template_use_name_prefix" { default = true }
variable "image_id" { default = "" }
variable "instance_type" { default = null }
variable "block_device_mappings" { default = [] }
variable "placement" { default = {} }
variable "use_mixed_instances_policy" { default = false }
variable "mixed_instances_policy" { default = null }
variable "warm_pool" { default = {} }
variable "create_scaling_policy" { default = true }
variable "scaling_policies" { default = {} }
variable "create_schedule" { default = true }
variable "schedules" { default = {} }
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
  name          = var.launch_template_use_name_prefix ? null : coalesce(var.launch_template_name, var.name)
  image_id      = var.image_id
  instance_type = var.instance_type
  dynamic "placement" {
    for_each = length(var.placement) > 0 ? [var.placement] : []
    content {
      availability_zone = lookup(placement.value, "availability_zone", null)
    }
  }
  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings
    iterator = device
    content {
      device_name = lookup(device.value, "device_name", null)
      dynamic "ebs" {
        for_each = flatten([try(device.value.ebs, [])])
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
    for_each = length(var.availability_zone_distribution) > 0 ? [var.availability_zone_distribution] : []
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
    for_each = length(var.warm_pool) > 0 ? [var.warm_pool] : []
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
    for_each = length(var.availability_zone_distribution) > 0 ? [var.availability_zone_distribution] : []
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
    for_each = length(var.warm_pool) > 0 ? [var.warm_pool] : []
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
  for_each               = { for key, source in var.traffic_source_attachments : key => source if local.create }
  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].id : aws_autoscaling_group.this[0].id
  traffic_source {
    identifier = each.value.traffic_source_identifier
    type       = lookup(each.value, "traffic_source_type", "elbv2")
  }
}

resource "aws_autoscaling_schedule" "this" {
  for_each               = { for key, content in var.schedules : key => content if local.create && var.create_schedule }
  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].name : aws_autoscaling_group.this[0].name
  min_size               = lookup(each.value, "min_size", null)
  max_size               = lookup(each.value, "max_size", null)
  desired_capacity       = lookup(each.value, "desired_capacity", null)
  recurrence             = lookup(each.value, "recurrence", null)
  time_zone              = lookup(each.value, "time_zone", null)
}

resource "aws_autoscaling_policy" "this" {
  for_each               = { for key, policy in var.scaling_policies : key => policy if local.create && var.create_scaling_policy }
  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].name : aws_autoscaling_group.this[0].name
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
