# The instance itself.
model {
  source   = "terraform-aws-modules/rds/aws//modules/db_instance"
  versions = ">= 7.0.0, < 8.0.0"
  left_out = ["s3_import"]
  without_effect = [
    "custom_iam_instance_profile", "storage_type", "storage_throughput", "license_model",
    "iam_database_authentication_enabled", "domain", "domain_auth_secret_arn", "domain_dns_ips", "domain_fqdn",
    "domain_iam_role_name", "domain_ou", "engine_lifecycle_support", "username", "password_wo",
    "password_wo_version", "manage_master_user_password", "master_user_secret_kms_key_id", "port",
    "vpc_security_group_ids", "parameter_group_name", "iops", "publicly_accessible", "monitoring_interval",
    "monitoring_role_arn", "monitoring_role_name", "monitoring_role_use_name_prefix", "monitoring_role_description",
    "monitoring_role_permissions_boundary", "create_monitoring_role", "database_insights_mode",
    "allow_major_version_upgrade", "auto_minor_version_upgrade", "option_group_name", "timezone",
    "character_set_name", "nchar_character_set_name", "enabled_cloudwatch_logs_exports", "timeouts",
    "performance_insights_enabled", "performance_insights_retention_period", "performance_insights_kms_key_id",
    "max_allocated_storage", "ca_cert_identifier", "network_type", "dedicated_log_volume", "upgrade_storage_config",
    "create_cloudwatch_log_group", "cloudwatch_log_group_retention_in_days", "cloudwatch_log_group_kms_key_id",
    "cloudwatch_log_group_skip_destroy", "cloudwatch_log_group_class", "cloudwatch_log_group_tags",
    "manage_master_user_password_rotation", "master_user_password_rotate_immediately",
    "master_user_password_rotation_automatically_after_days", "master_user_password_rotation_duration",
    "master_user_password_rotation_schedule_expression", "customer_owned_ip_enabled",
  ]
}
variable "create" { default = true }
variable "identifier" {}
variable "use_identifier_prefix" { default = false }
variable "region" { default = null }
variable "engine" { default = null }
variable "engine_version" { default = null }
variable "instance_class" { default = null }
variable "allocated_storage" { default = null }
variable "storage_encrypted" { default = true }
variable "kms_key_id" { default = null }
variable "db_subnet_group_name" { default = null }
variable "availability_zone" { default = null }
variable "multi_az" { default = false }
variable "maintenance_window" { default = null }
variable "blue_green_update" { default = null }
variable "snapshot_identifier" { default = null }
variable "copy_tags_to_snapshot" { default = true }
variable "skip_final_snapshot" { default = false }
variable "final_snapshot_identifier_prefix" { default = "final" }
variable "replicate_source_db" { default = null }
variable "replica_mode" { default = null }
variable "backup_retention_period" { default = null }
variable "backup_window" { default = null }
variable "db_name" { default = null }
variable "apply_immediately" { default = false }
variable "deletion_protection" { default = false }
variable "delete_automated_backups" { default = true }
variable "restore_to_point_in_time" { default = null }
variable "db_instance_tags" { default = {} }
variable "tags" { default = {} }

# Its text is part of the name of the last snapshot, and nobody can know it before.
resource "random_id" "snapshot_identifier" {
  count = var.create && !var.skip_final_snapshot ? 1 : 0
}

resource "aws_db_instance" "this" {
  count                     = var.create ? 1 : 0
  identifier                = var.use_identifier_prefix ? null : var.identifier
  region                    = var.region
  engine                    = var.replicate_source_db == null ? var.engine : null
  engine_version            = var.engine_version
  instance_class            = var.instance_class
  allocated_storage         = var.allocated_storage
  storage_encrypted         = var.storage_encrypted
  kms_key_id                = var.kms_key_id
  db_subnet_group_name      = var.db_subnet_group_name
  availability_zone         = var.availability_zone
  multi_az                  = var.multi_az
  maintenance_window        = var.maintenance_window
  db_name                   = var.db_name
  name                      = null
  apply_immediately         = var.apply_immediately
  snapshot_identifier       = var.snapshot_identifier
  copy_tags_to_snapshot     = var.copy_tags_to_snapshot
  skip_final_snapshot       = var.skip_final_snapshot
  final_snapshot_identifier = var.skip_final_snapshot ? null : join("-", [var.final_snapshot_identifier_prefix, var.identifier, try(random_id.snapshot_identifier[0].hex, "")])
  replicate_source_db       = var.replicate_source_db
  replica_mode              = var.replica_mode
  # A blue/green deployment needs backups.
  backup_retention_period  = var.blue_green_update != null ? coalesce(var.backup_retention_period, 1) : var.backup_retention_period
  backup_window            = var.backup_window
  backup_target            = null
  deletion_protection      = var.deletion_protection
  delete_automated_backups = var.delete_automated_backups
  tags                     = merge(var.tags, var.db_instance_tags)
  dynamic "restore_to_point_in_time" {
    for_each = var.restore_to_point_in_time == null ? [] : [var.restore_to_point_in_time]
    iterator = restore
    content {
      source_db_instance_automated_backups_arn = lookup(restore.value, "source_db_instance_automated_backups_arn", null)
      source_db_instance_identifier            = lookup(restore.value, "source_db_instance_identifier", null)
      source_dbi_resource_id                   = lookup(restore.value, "source_dbi_resource_id", null)
    }
  }
}

output "db_instance_address" { value = try(aws_db_instance.this[0].address, null) }
output "db_instance_arn" { value = try(aws_db_instance.this[0].arn, null) }
output "db_instance_availability_zone" { value = try(aws_db_instance.this[0].availability_zone, null) }
output "db_instance_endpoint" { value = try(aws_db_instance.this[0].endpoint, null) }
output "db_instance_engine" { value = try(aws_db_instance.this[0].engine, null) }
output "db_instance_hosted_zone_id" { value = try(aws_db_instance.this[0].hosted_zone_id, null) }
output "db_instance_identifier" { value = try(aws_db_instance.this[0].identifier, null) }
output "db_instance_port" { value = try(aws_db_instance.this[0].port, null) }
output "db_instance_resource_id" { value = try(aws_db_instance.this[0].resource_id, null) }
