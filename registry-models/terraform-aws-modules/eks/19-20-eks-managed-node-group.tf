model {
  source         = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
  versions       = ">= 19.0.0, < 21.0.0"
  without_effect = [
    "ami_release_version", "ami_type", "bootstrap_extra_args", "capacity_reservation_specification",
    "cloudinit_post_nodeadm", "cloudinit_pre_nodeadm", "cluster_auth_base64", "cluster_endpoint",
    "cluster_ip_family", "cluster_primary_security_group_id", "cluster_service_cidr",
    "cluster_service_ipv4_cidr", "cluster_version", "cpu_options", "create_iam_role", "create_iam_role_policy",
    "create_schedule", "credit_specification", "disable_api_termination", "disk_size", "ebs_optimized",
    "efa_indices", "elastic_gpu_specifications", "elastic_inference_accelerator", "enable_bootstrap_user_data",
    "enable_efa_only", "enable_monitoring", "enclave_options", "force_update_version",
    "iam_role_additional_policies", "iam_role_arn", "iam_role_attach_cni_policy", "iam_role_description",
    "iam_role_name", "iam_role_path", "iam_role_permissions_boundary", "iam_role_policy_statements",
    "iam_role_tags", "iam_role_use_name_prefix", "instance_market_options", "kernel_id", "key_name", "labels",
    "launch_template_default_version", "launch_template_description", "launch_template_id",
    "launch_template_tags", "launch_template_version", "license_specifications", "maintenance_options",
    "metadata_options", "network_interfaces", "node_repair_config", "placement_group_az",
    "placement_group_strategy", "platform", "post_bootstrap_user_data", "pre_bootstrap_user_data",
    "private_dns_name_options", "ram_disk_id", "remote_access", "schedules", "tag_specifications", "taints",
    "timeouts", "update_config", "update_launch_template_default_version", "use_latest_ami_release_version",
    "user_data_template_path", "vpc_security_group_ids",
  ]
}
variable "create" { default = true }
variable "cluster_name" { default = null }
variable "name" { default = "" }
variable "use_name_prefix" { default = true }
variable "subnet_ids" { default = null }
variable "min_size" { default = 0 }
variable "max_size" { default = 3 }
variable "desired_size" { default = 1 }
variable "ami_id" { default = "" }
variable "capacity_type" { default = "ON_DEMAND" }
variable "instance_types" { default = null }
variable "block_device_mappings" { default = {} }
variable "placement" { default = {} }
variable "create_placement_group" { default = false }
variable "enable_efa_support" { default = false }
variable "launch_template_name" { default = null }
variable "launch_template_use_name_prefix" { default = true }
variable "create_launch_template" { default = true }
variable "use_custom_launch_template" { default = true }
variable "tags" { default = {} }

locals {
  is_placed = var.create_placement_group || var.enable_efa_support
}

data "aws_subnets" "placement_group" {
  count = var.create && local.is_placed ? 1 : 0
}

resource "aws_eks_node_group" "this" {
  count           = var.create ? 1 : 0
  region          = null
  cluster_name    = var.cluster_name
  node_group_name = var.use_name_prefix ? null : var.name
  subnet_ids      = local.is_placed ? data.aws_subnets.placement_group[0].ids : var.subnet_ids
  tags            = merge(var.tags, { Name = var.name })
  scaling_config {
    min_size     = var.min_size
    max_size     = var.max_size
    desired_size = var.desired_size
  }
}

resource "aws_launch_template" "this" {
  count         = var.create && var.create_launch_template && var.use_custom_launch_template ? 1 : 0
  region        = null
  name          = var.launch_template_use_name_prefix ? null : coalesce(var.launch_template_name, "${var.name}-eks-node-group")
  image_id      = var.ami_id
  instance_type = var.capacity_type == "CAPACITY_BLOCK" ? element(var.instance_types, 0) : null
  dynamic "placement" {
    for_each = length(var.placement) == 0 ? [] : [var.placement]
    content {
      availability_zone = try(placement.value.availability_zone, null)
    }
  }
  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings
    iterator = device
    content {
      device_name = try(device.value.device_name, null)
      dynamic "ebs" {
        for_each = try([device.value.ebs], [])
        content {
          volume_size           = try(ebs.value.volume_size, null)
          volume_type           = try(ebs.value.volume_type, null)
          delete_on_termination = try(ebs.value.delete_on_termination, null)
          encrypted             = try(ebs.value.encrypted, null)
          kms_key_id            = try(ebs.value.kms_key_id, null)
          snapshot_id           = try(ebs.value.snapshot_id, null)
        }
      }
    }
  }
}

output "node_group_id" { value = try(aws_eks_node_group.this[0].id, null) }
output "node_group_arn" { value = try(aws_eks_node_group.this[0].arn, null) }
output "launch_template_id" { value = try(aws_launch_template.this[0].id, null) }
