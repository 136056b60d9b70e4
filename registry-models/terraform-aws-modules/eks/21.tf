# The cluster without its tags, which releases put together differently, and its managed groups of nodes; keys come from another module, other kinds of nodes from modules of its own.
model {
  source   = "terraform-aws-modules/eks/aws"
  versions = ">= 21.1.0, < 22.0.0"
  left_out = ["outpost_config"]
  without_effect = [
    "prefix_separator", "kubernetes_version", "enabled_log_types", "force_update_version", "authentication_mode",
    "compute_config", "upgrade_policy", "remote_network_config", "additional_security_group_ids",
    "endpoint_private_access", "endpoint_public_access", "endpoint_public_access_cidrs", "ip_family",
    "service_ipv4_cidr", "service_ipv6_cidr", "attach_encryption_policy", "cluster_tags",
    "create_primary_security_group_tags", "timeouts", "access_entries", "enable_cluster_creator_admin_permissions",
    "kms_key_description", "kms_key_deletion_window_in_days", "enable_kms_key_rotation",
    "kms_key_enable_default_policy", "kms_key_owners", "kms_key_administrators", "kms_key_users",
    "kms_key_service_users", "kms_key_source_policy_documents", "kms_key_override_policy_documents",
    "kms_key_aliases", "create_cloudwatch_log_group", "cloudwatch_log_group_retention_in_days",
    "cloudwatch_log_group_kms_key_id", "cloudwatch_log_group_class", "cloudwatch_log_group_tags",
    "security_group_id", "vpc_id", "security_group_name", "security_group_use_name_prefix",
    "security_group_description", "security_group_additional_rules", "security_group_tags",
    "create_cni_ipv6_iam_policy", "node_security_group_id", "node_security_group_name",
    "node_security_group_use_name_prefix", "node_security_group_description",
    "node_security_group_additional_rules", "node_security_group_enable_recommended_rules",
    "node_security_group_tags", "enable_irsa", "openid_connect_audiences", "include_oidc_root_ca_thumbprint",
    "custom_oidc_thumbprints", "create_iam_role", "iam_role_arn", "iam_role_name", "iam_role_use_name_prefix",
    "iam_role_path", "iam_role_description", "iam_role_permissions_boundary", "iam_role_additional_policies",
    "iam_role_tags", "encryption_policy_use_name_prefix", "encryption_policy_name", "encryption_policy_description",
    "encryption_policy_path", "encryption_policy_tags", "dataplane_wait_duration", "enable_auto_mode_custom_tags",
    "addons", "addons_timeouts", "identity_providers", "create_node_iam_role", "node_iam_role_name",
    "node_iam_role_use_name_prefix", "node_iam_role_path", "node_iam_role_description",
    "node_iam_role_permissions_boundary", "node_iam_role_additional_policies", "node_iam_role_tags",
    "create_auto_mode_iam_resources", "kms_key_rotation_period_in_days", "control_plane_scaling_config",
  ]
}
variable "create" { default = true }
variable "putin_khuylo" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "subnet_ids" { default = [] }
variable "control_plane_subnet_ids" { default = [] }
variable "deletion_protection" { default = null }
variable "zonal_shift_config" { default = null }
variable "create_kms_key" { default = true }
variable "encryption_config" { default = {} }
variable "eks_managed_node_groups" { default = null }
variable "self_managed_node_groups" { default = null }
variable "fargate_profiles" { default = null }
variable "create_node_security_group" { default = true }
variable "create_security_group" { default = true }
variable "tags" { default = {} }

locals {
  create = var.create && var.putin_khuylo
}

module "kms" {
  source = "terraform-aws-modules/kms/aws"
  count  = local.create && var.create_kms_key && var.encryption_config != null ? 1 : 0
}

resource "aws_security_group" "cluster" {
  count = local.create && var.create_security_group ? 1 : 0
}

resource "aws_security_group" "node" {
  count = var.create && var.create_node_security_group ? 1 : 0
}

resource "aws_eks_cluster" "this" {
  count               = local.create ? 1 : 0
  region              = var.region
  name                = var.name
  deletion_protection = var.deletion_protection
  vpc_config {
    subnet_ids = coalescelist(var.control_plane_subnet_ids, var.subnet_ids)
  }
  dynamic "zonal_shift_config" {
    for_each = var.zonal_shift_config == null ? [] : [var.zonal_shift_config]
    iterator = shift
    content {
      enabled = lookup(shift.value, "enabled", null)
    }
  }
}

module "eks_managed_node_group" {
  source                = "./modules/eks-managed-node-group"
  for_each              = { for key, content in merge(var.eks_managed_node_groups, {}) : key => content if var.create }
  create                = lookup(each.value, "create", true)
  region                = var.region
  cluster_name          = try(aws_eks_cluster.this[0].id, "")
  name                  = try(coalesce(lookup(each.value, "name", null), each.key), each.key)
  use_name_prefix       = lookup(each.value, "use_name_prefix", true)
  subnet_ids            = try(coalesce(lookup(each.value, "subnet_ids", null), var.subnet_ids), var.subnet_ids)
  min_size              = lookup(each.value, "min_size", null)
  max_size              = lookup(each.value, "max_size", null)
  desired_size          = lookup(each.value, "desired_size", null)
  ami_id                = lookup(each.value, "ami_id", null)
  block_device_mappings = lookup(each.value, "block_device_mappings", null)
  placement             = lookup(each.value, "placement", null)
  capacity_type         = lookup(each.value, "capacity_type", null)
  instance_types        = lookup(each.value, "instance_types", null)
  launch_template_name            = try(coalesce(lookup(each.value, "launch_template_name", null), each.key), each.key)
  launch_template_use_name_prefix = lookup(each.value, "launch_template_use_name_prefix", true)
  create_launch_template          = lookup(each.value, "create_launch_template", true)
  use_custom_launch_template      = lookup(each.value, "use_custom_launch_template", true)
  tags                  = try(merge(var.tags, each.value.tags), var.tags)
}

module "self_managed_node_group" {
  source   = "./modules/self-managed-node-group"
  for_each = { for key, content in merge(var.self_managed_node_groups, {}) : key => content if var.create }
}

module "fargate_profile" {
  source   = "./modules/fargate-profile"
  for_each = { for key, content in merge(var.fargate_profiles, {}) : key => content if var.create }
}

output "cluster_arn" { value = try(aws_eks_cluster.this[0].arn, null) }
output "cluster_id" { value = try(aws_eks_cluster.this[0].cluster_id, "") }
output "cluster_name" { value = try(aws_eks_cluster.this[0].name, "") }
output "cluster_endpoint" { value = try(aws_eks_cluster.this[0].endpoint, null) }
output "cluster_security_group_id" { value = try(aws_security_group.cluster[0].id, null) }
output "node_security_group_id" { value = try(aws_security_group.node[0].id, null) }
