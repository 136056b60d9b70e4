# Snapshots get no tags unless asked to.
model {
  source   = "terraform-aws-modules/rds/aws"
  versions = ">= 6.0.0, < 7.0.0"
  left_out = ["s3_import"]
  without_effect = [
    "custom_iam_instance_profile", "storage_type", "storage_throughput", "license_model",
    "iam_database_authentication_enabled", "domain", "domain_iam_role_name", "username", "password",
    "manage_master_user_password", "master_user_secret_kms_key_id", "port", "vpc_security_group_ids", "iops",
    "publicly_accessible", "monitoring_interval", "monitoring_role_arn", "monitoring_role_name",
    "monitoring_role_use_name_prefix", "monitoring_role_description", "create_monitoring_role",
    "monitoring_role_permissions_boundary", "allow_major_version_upgrade", "auto_minor_version_upgrade",
    "db_option_group_tags", "db_parameter_group_tags", "db_subnet_group_description", "create_db_parameter_group",
    "parameter_group_name", "parameter_group_use_name_prefix", "parameter_group_description", "family",
    "parameters", "create_db_option_group", "option_group_name", "option_group_use_name_prefix",
    "option_group_description", "major_engine_version", "options", "timezone", "character_set_name",
    "nchar_character_set_name", "enabled_cloudwatch_logs_exports", "timeouts", "option_group_timeouts",
    "performance_insights_enabled", "performance_insights_retention_period", "performance_insights_kms_key_id",
    "max_allocated_storage", "ca_cert_identifier", "network_type", "create_cloudwatch_log_group",
    "cloudwatch_log_group_retention_in_days", "cloudwatch_log_group_kms_key_id", "db_instance_role_associations",
    "manage_master_user_password_rotation", "master_user_password_rotate_immediately",
    "master_user_password_rotation_automatically_after_days", "master_user_password_rotation_duration",
    "master_user_password_rotation_schedule_expression", "domain_auth_secret_arn", "domain_dns_ips", "domain_fqdn",
    "domain_ou", "dedicated_log_volume", "cloudwatch_log_group_skip_destroy", "cloudwatch_log_group_class",
    "engine_lifecycle_support", "parameter_group_skip_destroy", "option_group_skip_destroy",
    "upgrade_storage_config", "cloudwatch_log_group_tags", "database_insights_mode",
  ]
}
variable "create_db_instance" { default = true }
variable "create_db_subnet_group" { default = false }
variable "putin_khuylo" { default = true }
variable "identifier" {}
variable "instance_use_identifier_prefix" { default = false }
variable "engine" { default = null }
variable "engine_version" { default = null }
variable "instance_class" { default = null }
variable "allocated_storage" { default = null }
variable "storage_encrypted" { default = true }
variable "kms_key_id" { default = null }
variable "db_subnet_group_name" { default = null }
variable "db_subnet_group_use_name_prefix" { default = true }
variable "db_subnet_group_tags" { default = {} }
variable "subnet_ids" { default = [] }
variable "availability_zone" { default = null }
variable "multi_az" { default = false }
variable "maintenance_window" { default = null }
variable "blue_green_update" { default = {} }
variable "snapshot_identifier" { default = null }
variable "copy_tags_to_snapshot" { default = false }
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

module "db_subnet_group" {
  source          = "./modules/db_subnet_group"
  create          = var.create_db_subnet_group && var.putin_khuylo
  name            = coalesce(var.db_subnet_group_name, var.identifier)
  use_name_prefix = var.db_subnet_group_use_name_prefix
  subnet_ids      = var.subnet_ids
  tags            = merge(var.tags, var.db_subnet_group_tags)
}

module "db_instance" {
  source                           = "./modules/db_instance"
  create                           = var.create_db_instance && var.putin_khuylo
  identifier                       = var.identifier
  use_identifier_prefix            = var.instance_use_identifier_prefix
  engine                           = var.engine
  engine_version                   = var.engine_version
  instance_class                   = var.instance_class
  allocated_storage                = var.allocated_storage
  storage_encrypted                = var.storage_encrypted
  kms_key_id                       = var.kms_key_id
  db_subnet_group_name             = var.create_db_subnet_group ? module.db_subnet_group.db_subnet_group_id : var.db_subnet_group_name
  availability_zone                = var.availability_zone
  multi_az                         = var.multi_az
  maintenance_window               = var.maintenance_window
  db_name                          = var.db_name
  apply_immediately                = var.apply_immediately
  blue_green_update                = var.blue_green_update
  snapshot_identifier              = var.snapshot_identifier
  copy_tags_to_snapshot            = var.copy_tags_to_snapshot
  skip_final_snapshot              = var.skip_final_snapshot
  final_snapshot_identifier_prefix = var.final_snapshot_identifier_prefix
  replicate_source_db              = var.replicate_source_db
  replica_mode                     = var.replica_mode
  backup_retention_period          = var.backup_retention_period
  backup_window                    = var.backup_window
  deletion_protection              = var.deletion_protection
  delete_automated_backups         = var.delete_automated_backups
  restore_to_point_in_time         = var.restore_to_point_in_time
  db_instance_tags                 = var.db_instance_tags
  tags                             = var.tags
}

output "db_instance_address" { value = module.db_instance.db_instance_address }
output "db_instance_arn" { value = module.db_instance.db_instance_arn }
output "db_instance_availability_zone" { value = module.db_instance.db_instance_availability_zone }
output "db_instance_endpoint" { value = module.db_instance.db_instance_endpoint }
output "db_instance_engine" { value = module.db_instance.db_instance_engine }
output "db_instance_hosted_zone_id" { value = module.db_instance.db_instance_hosted_zone_id }
output "db_instance_identifier" { value = module.db_instance.db_instance_identifier }
output "db_instance_port" { value = module.db_instance.db_instance_port }
output "db_instance_resource_id" { value = module.db_instance.db_instance_resource_id }
output "db_subnet_group_arn" { value = module.db_subnet_group.db_subnet_group_arn }
output "db_subnet_group_id" { value = module.db_subnet_group.db_subnet_group_id }
