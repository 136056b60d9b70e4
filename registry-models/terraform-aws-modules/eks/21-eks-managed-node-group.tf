model {
  source         = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
  versions       = ">= 21.1.0, < 22.0.0"
  without_effect = [
    "partition", "account_id", "enable_bootstrap_user_data", "cluster_endpoint", "cluster_auth_base64",
    "cluster_service_cidr", "pre_bootstrap_user_data", "post_bootstrap_user_data", "bootstrap_extra_args",
    "user_data_template_path", "cloudinit_pre_nodeadm", "cloudinit_post_nodeadm", "launch_template_id",
    "launch_template_description", "ebs_optimized", "key_name", "vpc_security_group_ids",
    "cluster_primary_security_group_id", "launch_template_default_version",
    "update_launch_template_default_version", "disable_api_termination", "kernel_id", "ram_disk_id",
    "capacity_reservation_specification", "cpu_options", "credit_specification", "enclave_options",
    "instance_market_options", "maintenance_options", "license_specifications", "metadata_options",
    "enable_monitoring", "enable_efa_support", "enable_efa_only", "efa_indices", "network_interfaces",
    "create_placement_group", "private_dns_name_options", "launch_template_tags", "tag_specifications", "ami_type",
    "ami_release_version", "use_latest_ami_release_version", "disk_size", "force_update_version", "labels",
    "kubernetes_version", "launch_template_version", "remote_access", "taints", "update_config",
    "node_repair_config", "timeouts", "create_iam_role", "cluster_ip_family", "iam_role_arn", "iam_role_name",
    "iam_role_use_name_prefix", "iam_role_path", "iam_role_description", "iam_role_permissions_boundary",
    "iam_role_attach_cni_policy", "iam_role_additional_policies", "iam_role_tags", "create_iam_role_policy",
    "iam_role_policy_statements", "create_security_group", "security_group_name", "security_group_use_name_prefix",
    "security_group_description", "security_group_ingress_rules", "security_group_egress_rules",
    "security_group_tags",
  ]
}
variable "create" { default = true }
variable "region" { default = null }
variable "cluster_name" { default = "" }
variable "name" { default = "" }
variable "use_name_prefix" { default = true }
variable "subnet_ids" { default = null }
variable "min_size" {
  default  = 1
  nullable = false
}
variable "max_size" {
  default  = 3
  nullable = false
}
variable "desired_size" {
  default  = 1
  nullable = false
}
variable "ami_id" {
  default  = ""
  nullable = false
}
variable "capacity_type" { default = "ON_DEMAND" }
variable "instance_types" { default = null }
variable "block_device_mappings" { default = null }
variable "placement" { default = null }
variable "launch_template_name" { default = null }
variable "launch_template_use_name_prefix" { default = true }
variable "create_launch_template" { default = true }
variable "use_custom_launch_template" { default = true }
variable "tags" { default = {} }

resource "aws_eks_node_group" "this" {
  count           = var.create ? 1 : 0
  region          = var.region
  cluster_name    = var.cluster_name
  node_group_name = var.use_name_prefix ? null : var.name
  subnet_ids      = var.subnet_ids
  tags            = merge(var.tags, { Name = var.name })
  scaling_config {
    min_size     = var.min_size
    max_size     = var.max_size
    desired_size = var.desired_size
  }
}

resource "aws_launch_template" "this" {
  count         = var.create && var.create_launch_template && var.use_custom_launch_template ? 1 : 0
  region        = var.region
  name          = var.launch_template_use_name_prefix ? null : var.launch_template_name
  image_id      = var.ami_id
  instance_type = var.capacity_type == "CAPACITY_BLOCK" ? element(var.instance_types, 0) : null
  dynamic "placement" {
    for_each = var.placement == null ? [] : [var.placement]
    content {
      availability_zone = lookup(placement.value, "availability_zone", null)
    }
  }
  dynamic "block_device_mappings" {
    for_each = merge(var.block_device_mappings, {})
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

output "node_group_id" { value = try(aws_eks_node_group.this[0].id, null) }
output "node_group_arn" { value = try(aws_eks_node_group.this[0].arn, null) }
output "launch_template_id" { value = try(aws_launch_template.this[0].id, null) }
