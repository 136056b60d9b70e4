# Like 21, but for the names of its inputs and the defaults that all groups of nodes share.
model {
  source   = "terraform-aws-modules/eks/aws"
  versions = ">= 20.30.0, < 21.0.0"
  left_out = ["outpost_config"]
  without_effect = [
    "access_entries", "attach_cluster_encryption_policy", "authentication_mode",
    "bootstrap_self_managed_addons", "cloudwatch_log_group_class", "cloudwatch_log_group_kms_key_id",
    "cloudwatch_log_group_retention_in_days", "cloudwatch_log_group_tags",
    "cluster_additional_security_group_ids", "cluster_addons", "cluster_addons_timeouts",
    "cluster_compute_config", "cluster_enabled_log_types", "cluster_encryption_policy_description",
    "cluster_encryption_policy_name", "cluster_encryption_policy_path", "cluster_encryption_policy_tags",
    "cluster_encryption_policy_use_name_prefix", "cluster_endpoint_private_access",
    "cluster_endpoint_public_access", "cluster_endpoint_public_access_cidrs", "cluster_force_update_version",
    "cluster_identity_providers", "cluster_ip_family", "cluster_remote_network_config",
    "cluster_security_group_additional_rules", "cluster_security_group_description",
    "cluster_security_group_id", "cluster_security_group_name", "cluster_security_group_tags",
    "cluster_security_group_use_name_prefix", "cluster_service_ipv4_cidr", "cluster_service_ipv6_cidr",
    "cluster_tags", "cluster_timeouts", "cluster_upgrade_policy", "cluster_version",
    "create_cloudwatch_log_group", "create_cluster_primary_security_group_tags", "create_cni_ipv6_iam_policy",
    "create_iam_role", "create_node_iam_role", "custom_oidc_thumbprints", "dataplane_wait_duration",
    "enable_auto_mode_custom_tags", "enable_cluster_creator_admin_permissions", "enable_efa_support",
    "enable_irsa", "enable_kms_key_rotation", "enable_security_groups_for_pods", "fargate_profile_defaults",
    "iam_role_additional_policies", "iam_role_arn", "iam_role_description", "iam_role_name", "iam_role_path",
    "iam_role_permissions_boundary", "iam_role_tags", "iam_role_use_name_prefix",
    "include_oidc_root_ca_thumbprint", "kms_key_administrators", "kms_key_aliases",
    "kms_key_deletion_window_in_days", "kms_key_description", "kms_key_enable_default_policy",
    "kms_key_override_policy_documents", "kms_key_owners", "kms_key_service_users",
    "kms_key_source_policy_documents", "kms_key_users", "node_iam_role_additional_policies",
    "node_iam_role_description", "node_iam_role_name", "node_iam_role_path",
    "node_iam_role_permissions_boundary", "node_iam_role_tags", "node_iam_role_use_name_prefix",
    "node_security_group_additional_rules", "node_security_group_description",
    "node_security_group_enable_recommended_rules", "node_security_group_id", "node_security_group_name",
    "node_security_group_tags", "node_security_group_use_name_prefix", "openid_connect_audiences",
    "prefix_separator", "self_managed_node_group_defaults", "vpc_id",
  ]
}
variable "create" { default = true }
variable "putin_khuylo" { default = true }
variable "cluster_name" { default = "" }
variable "subnet_ids" { default = [] }
variable "control_plane_subnet_ids" { default = [] }
variable "cluster_zonal_shift_config" { default = {} }
variable "create_kms_key" { default = true }
variable "cluster_encryption_config" { default = { resources = ["secrets"] } }
variable "eks_managed_node_groups" { default = {} }
variable "eks_managed_node_group_defaults" { default = {} }
variable "self_managed_node_groups" { default = {} }
variable "fargate_profiles" { default = {} }
variable "create_node_security_group" { default = true }
variable "create_cluster_security_group" { default = true }
variable "tags" { default = {} }

locals {
  create   = var.create && var.putin_khuylo
  defaults = var.eks_managed_node_group_defaults
}

module "kms" {
  source = "terraform-aws-modules/kms/aws"
  count  = local.create && var.create_kms_key && length(var.cluster_encryption_config) > 0 ? 1 : 0
}

resource "aws_security_group" "cluster" {
  count = local.create && var.create_cluster_security_group ? 1 : 0
}

resource "aws_security_group" "node" {
  count = var.create && var.create_node_security_group ? 1 : 0
}

resource "aws_eks_cluster" "this" {
  count               = local.create ? 1 : 0
  region              = null
  name                = var.cluster_name
  deletion_protection = null
  vpc_config {
    subnet_ids = coalescelist(var.control_plane_subnet_ids, var.subnet_ids)
  }
  dynamic "zonal_shift_config" {
    for_each = length(var.cluster_zonal_shift_config) == 0 ? [] : [var.cluster_zonal_shift_config]
    iterator = shift
    content {
      enabled = try(shift.value.enabled, null)
    }
  }
}

module "eks_managed_node_group" {
  source                          = "./modules/eks-managed-node-group"
  for_each                        = { for key, content in var.eks_managed_node_groups : key => content if var.create }
  create                          = try(each.value.create, true)
  cluster_name                    = try(aws_eks_cluster.this[0].id, "")
  name                            = try(each.value.name, each.key)
  use_name_prefix                 = try(each.value.use_name_prefix, local.defaults.use_name_prefix, true)
  subnet_ids                      = try(each.value.subnet_ids, local.defaults.subnet_ids, var.subnet_ids)
  min_size                        = try(each.value.min_size, local.defaults.min_size, 1)
  max_size                        = try(each.value.max_size, local.defaults.max_size, 3)
  desired_size                    = try(each.value.desired_size, local.defaults.desired_size, 1)
  ami_id                          = try(each.value.ami_id, local.defaults.ami_id, "")
  block_device_mappings           = try(each.value.block_device_mappings, local.defaults.block_device_mappings, {})
  placement                       = try(each.value.placement, local.defaults.placement, {})
  capacity_type                   = try(each.value.capacity_type, local.defaults.capacity_type, null)
  instance_types                  = try(each.value.instance_types, local.defaults.instance_types, null)
  launch_template_name            = try(each.value.launch_template_name, local.defaults.launch_template_name, each.key)
  launch_template_use_name_prefix = try(each.value.launch_template_use_name_prefix, local.defaults.launch_template_use_name_prefix, true)
  create_launch_template          = try(each.value.create_launch_template, local.defaults.create_launch_template, true)
  use_custom_launch_template      = try(each.value.use_custom_launch_template, local.defaults.use_custom_launch_template, true)
  create_placement_group          = try(each.value.create_placement_group, local.defaults.create_placement_group, false)
  enable_efa_support              = try(each.value.enable_efa_support, local.defaults.enable_efa_support, false)
  tags                            = merge(var.tags, try(each.value.tags, local.defaults.tags, {}))
}

module "self_managed_node_group" {
  source   = "./modules/self-managed-node-group"
  for_each = { for key, content in var.self_managed_node_groups : key => content if var.create }
}

module "fargate_profile" {
  source   = "./modules/fargate-profile"
  for_each = { for key, content in var.fargate_profiles : key => content if var.create }
}

output "cluster_arn" { value = try(aws_eks_cluster.this[0].arn, null) }
output "cluster_id" { value = try(aws_eks_cluster.this[0].cluster_id, "") }
output "cluster_name" { value = try(aws_eks_cluster.this[0].name, "") }
output "cluster_endpoint" { value = try(aws_eks_cluster.this[0].endpoint, null) }
output "cluster_security_group_id" { value = try(aws_security_group.cluster[0].id, null) }
output "node_security_group_id" { value = try(aws_security_group.node[0].id, null) }
