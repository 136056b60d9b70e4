# Instances take what they do not say from the cluster.
model {
  source   = "terraform-aws-modules/rds-aurora/aws"
  versions = ">= 10.0.0, < 11.0.0"
  left_out = ["s3_import", "shard_group"]
  without_effect = [
    "allow_major_version_upgrade", "apply_immediately", "cluster_ca_cert_identifier", "cluster_members",
    "cluster_performance_insights_enabled", "cluster_performance_insights_kms_key_id",
    "cluster_performance_insights_retention_period", "cluster_monitoring_interval", "database_insights_mode",
    "database_name", "cluster_db_instance_parameter_group_name", "enable_local_write_forwarding",
    "enabled_cloudwatch_logs_exports", "enable_http_endpoint", "engine_lifecycle_support",
    "iam_database_authentication_enabled", "domain", "domain_iam_role_name", "iops",
    "master_user_secret_kms_key_id", "master_password_wo", "master_password_wo_version", "network_type", "port",
    "scaling_configuration", "storage_type", "vpc_security_group_ids", "cluster_timeouts", "instance_timeouts",
    "endpoints", "role_associations", "create_monitoring_role", "monitoring_role_arn", "iam_role_name",
    "iam_role_use_name_prefix", "iam_role_description", "iam_role_path", "iam_role_permissions_boundary",
    "iam_role_max_session_duration", "autoscaling_scale_in_cooldown", "autoscaling_scale_out_cooldown",
    "security_group_name", "security_group_use_name_prefix", "security_group_description", "vpc_id",
    "security_group_ingress_rules", "security_group_egress_rules", "security_group_tags",
    "cluster_parameter_group_name", "cluster_parameter_group", "db_parameter_group", "create_cloudwatch_log_group",
    "cloudwatch_log_group_retention_in_days", "cloudwatch_log_group_kms_key_id",
    "cloudwatch_log_group_skip_destroy", "cloudwatch_log_group_class", "cloudwatch_log_group_tags",
    "cluster_activity_stream", "manage_master_user_password_rotation", "master_user_password_rotate_immediately",
    "master_user_password_rotation_automatically_after_days", "master_user_password_rotation_duration",
    "master_user_password_rotation_schedule_expression",
  ]
}
variable "create" { default = true }
variable "putin_khuylo" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "cluster_use_name_prefix" { default = false }
variable "is_primary_cluster" { default = true }
variable "create_db_subnet_group" { default = false }
variable "db_subnet_group_name" { default = "" }
variable "subnets" { default = [] }
variable "engine" { default = null }
variable "engine_mode" { default = "provisioned" }
variable "engine_version" { default = null }
variable "cluster_scalability_type" { default = null }
variable "allocated_storage" { default = null }
variable "cluster_instance_class" { default = null }
variable "availability_zones" { default = null }
variable "backup_retention_period" { default = null }
variable "backtrack_window" { default = null }
variable "copy_tags_to_snapshot" { default = true }
variable "delete_automated_backups" { default = null }
variable "deletion_protection" { default = null }
variable "enable_global_write_forwarding" { default = null }
variable "skip_final_snapshot" { default = false }
variable "final_snapshot_identifier" { default = null }
variable "global_cluster_identifier" { default = null }
variable "kms_key_id" { default = null }
variable "storage_encrypted" { default = true }
variable "manage_master_user_password" { default = true }
variable "master_username" { default = null }
variable "preferred_backup_window" { default = null }
variable "preferred_maintenance_window" { default = null }
variable "replication_source_identifier" { default = null }
variable "source_region" { default = null }
variable "snapshot_identifier" { default = null }
variable "restore_to_point_in_time" { default = null }
variable "serverlessv2_scaling_configuration" { default = null }
variable "cluster_tags" { default = {} }
variable "instances" { default = {} }
variable "instances_use_identifier_prefix" { default = false }
variable "autoscaling_enabled" { default = false }
variable "autoscaling_min_capacity" { default = 0 }
variable "autoscaling_max_capacity" { default = 2 }
variable "autoscaling_policy_name" { default = "target-metric" }
variable "predefined_metric_type" { default = "RDSReaderAverageCPUUtilization" }
variable "autoscaling_target_cpu" { default = 70 }
variable "autoscaling_target_connections" { default = 700 }
variable "create_security_group" { default = true }
variable "tags" { default = {} }

locals {
  create         = var.create && var.putin_khuylo
  has_instances  = local.create && var.engine_mode != "serverless"
  own_group_name = try(coalesce(var.db_subnet_group_name, var.name), "")
  group_name     = var.create_db_subnet_group ? try(aws_db_subnet_group.this[0].name, null) : local.own_group_name
}

resource "aws_db_subnet_group" "this" {
  count      = local.create && var.create_db_subnet_group ? 1 : 0
  region     = var.region
  name       = local.own_group_name
  subnet_ids = var.subnets
  tags       = var.tags
}

resource "aws_security_group" "this" {
  count = local.create && var.create_security_group ? 1 : 0
}

resource "aws_rds_cluster" "this" {
  count                          = local.create ? 1 : 0
  region                         = var.region
  cluster_identifier             = var.cluster_use_name_prefix ? null : var.name
  engine                         = var.engine
  engine_mode                    = var.cluster_scalability_type == "limitless" ? "" : var.engine_mode
  engine_version                 = var.engine_version
  allocated_storage              = var.allocated_storage
  db_cluster_instance_class      = var.allocated_storage != null ? var.cluster_instance_class : null
  availability_zones             = var.availability_zones
  backup_retention_period        = var.backup_retention_period
  backtrack_window               = contains(["aurora", "aurora-mysql"], var.engine) && var.engine_mode != "serverless" ? var.backtrack_window : 0
  preferred_backup_window        = var.engine_mode == "serverless" ? null : var.preferred_backup_window
  preferred_maintenance_window   = var.preferred_maintenance_window
  copy_tags_to_snapshot          = var.copy_tags_to_snapshot
  delete_automated_backups       = var.delete_automated_backups
  deletion_protection            = var.deletion_protection
  skip_final_snapshot            = var.skip_final_snapshot
  final_snapshot_identifier      = var.final_snapshot_identifier
  enable_global_write_forwarding = var.enable_global_write_forwarding
  global_cluster_identifier      = var.global_cluster_identifier
  replication_source_identifier  = var.replication_source_identifier
  source_region                  = var.source_region
  storage_encrypted              = var.storage_encrypted
  kms_key_id                     = var.kms_key_id
  master_username                = var.is_primary_cluster ? var.master_username : null
  manage_master_user_password    = var.global_cluster_identifier == null && var.manage_master_user_password ? true : null
  db_subnet_group_name           = local.group_name
  snapshot_identifier            = var.snapshot_identifier
  tags                           = merge(var.tags, var.cluster_tags)
  dynamic "restore_to_point_in_time" {
    for_each = var.restore_to_point_in_time != null ? [var.restore_to_point_in_time] : []
    iterator = restore
    content {
      source_cluster_identifier = lookup(restore.value, "source_cluster_identifier", null)
    }
  }
  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.serverlessv2_scaling_configuration != null && var.engine_mode == "provisioned" ? [var.serverlessv2_scaling_configuration] : []
    iterator = scaling
    content {
      min_capacity = lookup(scaling.value, "min_capacity", null)
      max_capacity = scaling.value.max_capacity
    }
  }
  lifecycle {
    ignore_changes = [replication_source_identifier, global_cluster_identifier, snapshot_identifier]
  }
}

resource "aws_rds_cluster_instance" "this" {
  for_each                     = { for key, instance in var.instances : key => instance if local.has_instances }
  region                       = var.region
  identifier                   = var.instances_use_identifier_prefix ? null : try(coalesce(lookup(each.value, "identifier", null), "${var.name}-${each.key}"), null)
  cluster_identifier           = aws_rds_cluster.this[0].id
  engine                       = var.engine
  engine_version               = var.engine_version
  instance_class               = try(coalesce(lookup(each.value, "instance_class", null), var.cluster_instance_class), null)
  availability_zone            = lookup(each.value, "availability_zone", null)
  preferred_backup_window      = null
  preferred_maintenance_window = try(coalesce(lookup(each.value, "preferred_maintenance_window", null), var.preferred_maintenance_window), null)
  db_subnet_group_name         = local.group_name
  promotion_tier               = lookup(each.value, "promotion_tier", null)
  tags                         = merge(var.tags, try(each.value.tags, {}))
}

resource "aws_appautoscaling_target" "this" {
  count              = local.has_instances && var.autoscaling_enabled ? 1 : 0
  service_namespace  = "rds"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  resource_id        = "cluster:${aws_rds_cluster.this[0].cluster_identifier}"
  min_capacity       = var.autoscaling_min_capacity
  max_capacity       = var.autoscaling_max_capacity
}

resource "aws_appautoscaling_policy" "this" {
  count              = local.has_instances && var.autoscaling_enabled ? 1 : 0
  name               = var.autoscaling_policy_name
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "rds"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  resource_id        = "cluster:${aws_rds_cluster.this[0].cluster_identifier}"
  target_tracking_scaling_policy_configuration {
    target_value = var.predefined_metric_type == "RDSReaderAverageCPUUtilization" ? var.autoscaling_target_cpu : var.autoscaling_target_connections
    predefined_metric_specification {
      predefined_metric_type = var.predefined_metric_type
    }
  }
}

output "db_subnet_group_name" { value = local.group_name }
output "cluster_arn" { value = try(aws_rds_cluster.this[0].arn, null) }
output "cluster_id" { value = try(aws_rds_cluster.this[0].id, null) }
output "cluster_resource_id" { value = try(aws_rds_cluster.this[0].cluster_resource_id, null) }
output "cluster_endpoint" { value = try(aws_rds_cluster.this[0].endpoint, null) }
output "cluster_reader_endpoint" { value = try(aws_rds_cluster.this[0].reader_endpoint, null) }
output "cluster_port" { value = try(aws_rds_cluster.this[0].port, null) }
output "cluster_hosted_zone_id" { value = try(aws_rds_cluster.this[0].hosted_zone_id, null) }
output "cluster_instances" { value = aws_rds_cluster_instance.this }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
