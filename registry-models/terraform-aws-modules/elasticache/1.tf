# A replication group on its own, as the first or a later one of a global datastore, or a single cluster.
model {
  source         = "terraform-aws-modules/elasticache/aws"
  versions       = ">= 1.7.0, < 2.0.0"
  without_effect = [
    "apply_immediately", "auto_minor_version_upgrade", "availability_zone", "engine_version", "ip_discovery",
    "log_delivery_configuration", "maintenance_window", "network_type", "notification_topic_arn", "outpost_mode",
    "port", "preferred_outpost_arn", "security_group_ids", "snapshot_arns", "snapshot_name",
    "transit_encryption_enabled", "transit_encryption_mode", "timeouts", "auth_token", "auth_token_update_strategy",
    "data_tiering_enabled", "security_group_names", "user_group_ids", "create_parameter_group",
    "parameter_group_description", "parameter_group_family", "parameter_group_name", "parameters",
    "subnet_group_description", "security_group_name", "security_group_use_name_prefix",
    "security_group_description", "vpc_id", "security_group_rules", "security_group_tags",
  ]
}
variable "create" { default = true }
variable "create_cluster" { default = false }
variable "cluster_id" { default = "" }
variable "az_mode" { default = null }
variable "num_cache_nodes" { default = 1 }
variable "preferred_availability_zones" { default = [] }
variable "create_replication_group" { default = true }
variable "replication_group_id" { default = null }
variable "description" { default = null }
variable "engine" { default = "redis" }
variable "node_type" { default = null }
variable "automatic_failover_enabled" { default = null }
variable "multi_az_enabled" { default = false }
variable "cluster_mode" { default = null }
variable "cluster_mode_enabled" { default = false }
variable "num_cache_clusters" { default = null }
variable "num_node_groups" { default = null }
variable "replicas_per_node_group" { default = null }
variable "preferred_cache_cluster_azs" { default = [] }
variable "snapshot_retention_limit" { default = null }
variable "snapshot_window" { default = null }
variable "final_snapshot_identifier" { default = null }
variable "global_replication_group_id" { default = null }
variable "global_replication_group_id_suffix" { default = null }
variable "create_primary_global_replication_group" { default = false }
variable "create_secondary_global_replication_group" { default = false }
variable "at_rest_encryption_enabled" { default = true }
variable "kms_key_arn" { default = null }
variable "create_subnet_group" { default = true }
variable "subnet_group_name" { default = null }
variable "subnet_ids" { default = [] }
variable "create_security_group" { default = true }
variable "tags" { default = {} }

locals {
  has_group         = var.create && var.create_replication_group
  is_global         = var.create_primary_global_replication_group || var.create_secondary_global_replication_group
  is_member         = var.replication_group_id != null
  tags              = merge(var.tags, { terraform-aws-modules = "elasticache" })
  subnet_group_name = var.create && var.create_subnet_group ? aws_elasticache_subnet_group.this[0].name : var.subnet_group_name
}

resource "aws_security_group" "this" {
  count = var.create && var.create_security_group ? 1 : 0
}

resource "aws_elasticache_subnet_group" "this" {
  count      = var.create && var.create_subnet_group ? 1 : 0
  name       = try(coalesce(var.subnet_group_name, var.cluster_id, var.replication_group_id), "")
  subnet_ids = var.subnet_ids
  tags       = local.tags
}

resource "aws_elasticache_cluster" "this" {
  count                        = var.create && var.create_cluster ? 1 : 0
  cluster_id                   = var.cluster_id
  engine                       = local.is_member ? null : var.engine
  az_mode                      = local.is_member ? null : var.az_mode
  num_cache_nodes              = local.is_member ? null : var.num_cache_nodes
  preferred_availability_zones = var.preferred_availability_zones
  snapshot_retention_limit     = local.is_member ? null : var.snapshot_retention_limit
  replication_group_id         = local.has_group ? aws_elasticache_replication_group.this[0].id : var.replication_group_id
  subnet_group_name            = local.is_member ? null : local.subnet_group_name
  tags                         = local.tags
}

resource "aws_elasticache_replication_group" "this" {
  count                         = local.has_group && !local.is_global ? 1 : 0
  replication_group_id          = var.replication_group_id
  description                   = coalesce(var.description, "Replication group")
  replication_group_description = null
  engine                        = var.engine
  node_type                     = var.node_type
  automatic_failover_enabled    = var.multi_az_enabled || var.cluster_mode_enabled ? true : var.automatic_failover_enabled
  multi_az_enabled              = var.multi_az_enabled
  cluster_mode                  = var.cluster_mode
  num_cache_clusters            = var.cluster_mode_enabled ? null : var.num_cache_clusters
  number_cache_clusters         = null
  num_node_groups               = var.cluster_mode_enabled ? var.num_node_groups : null
  replicas_per_node_group       = var.replicas_per_node_group
  preferred_cache_cluster_azs   = var.preferred_cache_cluster_azs
  availability_zones            = null
  node_group_configuration      = null
  snapshot_retention_limit      = var.snapshot_retention_limit
  snapshot_window               = var.snapshot_window
  final_snapshot_identifier     = var.final_snapshot_identifier
  global_replication_group_id   = var.global_replication_group_id
  subnet_group_name             = local.subnet_group_name
  kms_key_id                    = var.at_rest_encryption_enabled ? var.kms_key_arn : null
  tags                          = local.tags
}

resource "aws_elasticache_replication_group" "global" {
  count                         = local.has_group && local.is_global ? 1 : 0
  replication_group_id          = var.replication_group_id
  description                   = coalesce(var.description, "Global replication group")
  replication_group_description = null
  engine                        = var.create_secondary_global_replication_group ? null : var.engine
  node_type                     = var.node_type
  automatic_failover_enabled    = var.multi_az_enabled || var.cluster_mode_enabled ? true : var.automatic_failover_enabled
  multi_az_enabled              = var.multi_az_enabled
  cluster_mode                  = var.cluster_mode
  num_cache_clusters            = var.cluster_mode_enabled ? null : var.num_cache_clusters
  number_cache_clusters         = null
  num_node_groups               = var.create_secondary_global_replication_group ? null : var.cluster_mode_enabled ? var.num_node_groups : null
  replicas_per_node_group       = var.replicas_per_node_group
  preferred_cache_cluster_azs   = var.preferred_cache_cluster_azs
  availability_zones            = null
  node_group_configuration      = null
  snapshot_retention_limit      = var.snapshot_retention_limit
  snapshot_window               = var.snapshot_window
  final_snapshot_identifier     = var.final_snapshot_identifier
  global_replication_group_id   = var.create_secondary_global_replication_group ? var.global_replication_group_id : null
  subnet_group_name             = local.subnet_group_name
  kms_key_id                    = var.at_rest_encryption_enabled ? var.kms_key_arn : null
  tags                          = local.tags
}

resource "aws_elasticache_global_replication_group" "this" {
  count                              = local.has_group && var.create_primary_global_replication_group ? 1 : 0
  global_replication_group_id_suffix = coalesce(var.global_replication_group_id_suffix, var.replication_group_id)
  primary_replication_group_id       = aws_elasticache_replication_group.global[0].id
  automatic_failover_enabled         = var.automatic_failover_enabled
}

output "cluster_arn" { value = try(aws_elasticache_cluster.this[0].arn, null) }
output "cluster_address" { value = try(aws_elasticache_cluster.this[0].cluster_address, null) }
output "replication_group_arn" { value = try(aws_elasticache_replication_group.this[0].arn, aws_elasticache_replication_group.global[0].arn, null) }
output "replication_group_id" { value = try(aws_elasticache_replication_group.this[0].id, aws_elasticache_replication_group.global[0].id, null) }
output "replication_group_primary_endpoint_address" { value = try(aws_elasticache_replication_group.this[0].primary_endpoint_address, aws_elasticache_replication_group.global[0].primary_endpoint_address, null) }
output "global_replication_group_id" { value = try(aws_elasticache_global_replication_group.this[0].id, null) }
output "subnet_group_name" { value = try(aws_elasticache_subnet_group.this[0].name, null) }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
