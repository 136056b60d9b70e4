# Like 20.30, but for the name that groups of nodes are given, which is read from the cluster.
model {
  source       = "terraform-aws-modules/eks/aws"
  versions     = ">= 19.0.0, < 20.30.0"
  differs_from = ">= 20.30.0, < 21.0.0"
  left_out     = ["outpost_config"]
  without_effect = [
    "access_entries", "attach_cluster_encryption_policy", "authentication_mode", "aws_auth_accounts",
    "aws_auth_fargate_profile_pod_execution_role_arns", "aws_auth_node_iam_role_arns_non_windows",
    "aws_auth_node_iam_role_arns_windows", "aws_auth_roles", "aws_auth_users", "bootstrap_self_managed_addons",
    "cloudwatch_log_group_class", "cloudwatch_log_group_kms_key_id", "cloudwatch_log_group_retention_in_days",
    "cloudwatch_log_group_tags", "cluster_additional_security_group_ids", "cluster_addons",
    "cluster_addons_timeouts", "cluster_enabled_log_types", "cluster_encryption_policy_description",
    "cluster_encryption_policy_name", "cluster_encryption_policy_path", "cluster_encryption_policy_tags",
    "cluster_encryption_policy_use_name_prefix", "cluster_endpoint_private_access",
    "cluster_endpoint_public_access", "cluster_endpoint_public_access_cidrs", "cluster_iam_role_dns_suffix",
    "cluster_identity_providers", "cluster_ip_family", "cluster_security_group_additional_rules",
    "cluster_security_group_description", "cluster_security_group_id", "cluster_security_group_name",
    "cluster_security_group_tags", "cluster_security_group_use_name_prefix", "cluster_service_ipv4_cidr",
    "cluster_service_ipv6_cidr", "cluster_tags", "cluster_timeouts", "cluster_upgrade_policy",
    "cluster_version", "create_aws_auth_configmap", "create_cloudwatch_log_group",
    "create_cluster_primary_security_group_tags", "create_cni_ipv6_iam_policy", "create_iam_role",
    "custom_oidc_thumbprints", "dataplane_wait_duration", "enable_cluster_creator_admin_permissions",
    "enable_efa_support", "enable_irsa", "enable_kms_key_rotation", "fargate_profile_defaults",
    "iam_role_additional_policies", "iam_role_arn", "iam_role_description", "iam_role_name", "iam_role_path",
    "iam_role_permissions_boundary", "iam_role_tags", "iam_role_use_name_prefix",
    "include_oidc_root_ca_thumbprint", "kms_key_administrators", "kms_key_aliases",
    "kms_key_deletion_window_in_days", "kms_key_description", "kms_key_enable_default_policy",
    "kms_key_override_policy_documents", "kms_key_owners", "kms_key_service_users",
    "kms_key_source_policy_documents", "kms_key_users", "manage_aws_auth_configmap",
    "node_security_group_additional_rules", "node_security_group_description",
    "node_security_group_enable_recommended_rules", "node_security_group_id", "node_security_group_name",
    "node_security_group_tags", "node_security_group_use_name_prefix", "openid_connect_audiences",
    "prefix_separator", "self_managed_node_group_defaults", "vpc_id",
  ]
}

module "eks_managed_node_group" {
  cluster_name = try(aws_eks_cluster.this[0].name, "")
}
