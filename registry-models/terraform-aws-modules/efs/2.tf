# Replication and backups, as in 1.x, with inputs that are null when they are not given.
model {
  source   = "terraform-aws-modules/efs/aws"
  versions = ">= 2.0.0, < 3.0.0"
  without_effect = [
    "creation_token", "performance_mode", "provisioned_throughput_in_mibps", "throughput_mode", "lifecycle_policy",
    "attach_policy", "bypass_policy_lockout_safety_check", "source_policy_documents", "override_policy_documents",
    "policy_statements", "deny_nonsecure_transport", "deny_nonsecure_transport_via_mount_target",
    "security_group_name", "security_group_description", "security_group_use_name_prefix", "security_group_vpc_id",
    "security_group_ingress_rules", "security_group_egress_rules", "access_points",
  ]
}
variable "create" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "availability_zone_name" { default = null }
variable "encrypted" { default = true }
variable "kms_key_arn" { default = null }
variable "protection" { default = null }
variable "mount_targets" { default = {} }
variable "create_security_group" { default = true }
variable "create_backup_policy" { default = true }
variable "enable_backup_policy" { default = true }
variable "create_replication_configuration" { default = false }
variable "replication_configuration_destination" { default = null }
variable "tags" { default = {} }

resource "aws_security_group" "this" {
  count = var.create && var.create_security_group && length(var.mount_targets) > 0 ? 1 : 0
}

resource "aws_efs_file_system" "this" {
  count                  = var.create ? 1 : 0
  availability_zone_name = var.availability_zone_name
  encrypted              = var.encrypted
  kms_key_id             = var.kms_key_arn
  tags                   = merge(var.tags, { Name = var.name })
  dynamic "protection" {
    for_each = var.protection == null ? [] : [var.protection]
    content {
      replication_overwrite = lookup(protection.value, "replication_overwrite", null)
    }
  }
}

resource "aws_efs_mount_target" "this" {
  for_each       = { for key, target in var.mount_targets : key => target if var.create }
  region         = var.region
  file_system_id = aws_efs_file_system.this[0].id
  subnet_id      = each.value.subnet_id
}

resource "aws_efs_backup_policy" "this" {
  count          = var.create && var.create_backup_policy ? 1 : 0
  file_system_id = aws_efs_file_system.this[0].id
  backup_policy {
    status = var.enable_backup_policy ? "ENABLED" : "DISABLED"
  }
}

resource "aws_efs_replication_configuration" "this" {
  count                 = var.create && var.create_replication_configuration ? 1 : 0
  source_file_system_id = aws_efs_file_system.this[0].id
  dynamic "destination" {
    for_each = var.replication_configuration_destination == null ? [] : [var.replication_configuration_destination]
    content {
      region                 = lookup(destination.value, "region", null)
      availability_zone_name = lookup(destination.value, "availability_zone_name", null)
      file_system_id         = lookup(destination.value, "file_system_id", null)
      kms_key_id             = lookup(destination.value, "kms_key_id", null)
    }
  }
}

output "arn" { value = try(aws_efs_file_system.this[0].arn, null) }
output "id" { value = try(aws_efs_file_system.this[0].id, null) }
output "dns_name" { value = try(aws_efs_file_system.this[0].dns_name, null) }
output "mount_targets" { value = aws_efs_mount_target.this }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
output "replication_configuration_destination_file_system_id" { value = try(aws_efs_replication_configuration.this[0].destination[0].file_system_id, null) }
