# Like 5.2, but for the number of NAT gateways, which counts the intra subnets, too.
model {
  source       = "terraform-aws-modules/vpc/aws"
  versions     = ">= 5.0.0, < 5.2.0"
  differs_from = ">= 5.2.0, < 7.0.0"
  left_out = [
    "outpost_subnets", "outpost_az", "outpost_arn", "outpost_subnet_ipv6_prefixes", "outpost_subnet_ipv6_native",
    "public_subnet_ipv6_native", "private_subnet_ipv6_native", "database_subnet_ipv6_native",
    "redshift_subnet_ipv6_native", "elasticache_subnet_ipv6_native", "intra_subnet_ipv6_native",
    "public_subnet_ipv6_prefixes", "private_subnet_ipv6_prefixes", "database_subnet_ipv6_prefixes",
    "redshift_subnet_ipv6_prefixes", "elasticache_subnet_ipv6_prefixes", "intra_subnet_ipv6_prefixes",
  ]
  without_effect = [
    "secondary_cidr_blocks", "instance_tenancy", "enable_dns_hostnames", "enable_dns_support",
    "enable_network_address_usage_metrics", "ipv6_cidr", "ipv6_ipam_pool_id", "ipv6_netmask_length",
    "ipv6_cidr_block_network_border_group", "enable_dhcp_options", "dhcp_options_domain_name",
    "dhcp_options_domain_name_servers", "dhcp_options_ntp_servers", "dhcp_options_netbios_name_servers",
    "dhcp_options_netbios_node_type", "dhcp_options_tags", "public_subnet_assign_ipv6_address_on_creation",
    "public_subnet_enable_dns64", "public_subnet_enable_resource_name_dns_aaaa_record_on_launch",
    "public_subnet_enable_resource_name_dns_a_record_on_launch",
    "public_subnet_private_dns_hostname_type_on_launch", "public_dedicated_network_acl", "public_inbound_acl_rules",
    "public_outbound_acl_rules", "public_acl_tags", "private_subnet_assign_ipv6_address_on_creation",
    "private_subnet_enable_resource_name_dns_aaaa_record_on_launch",
    "private_subnet_enable_resource_name_dns_a_record_on_launch",
    "private_subnet_private_dns_hostname_type_on_launch", "private_dedicated_network_acl",
    "private_inbound_acl_rules", "private_outbound_acl_rules", "private_acl_tags",
    "database_subnet_assign_ipv6_address_on_creation", "database_subnet_enable_dns64",
    "database_subnet_enable_resource_name_dns_aaaa_record_on_launch",
    "database_subnet_enable_resource_name_dns_a_record_on_launch",
    "database_subnet_private_dns_hostname_type_on_launch", "database_dedicated_network_acl",
    "database_inbound_acl_rules", "database_outbound_acl_rules", "database_acl_tags",
    "redshift_subnet_assign_ipv6_address_on_creation", "redshift_subnet_enable_dns64",
    "redshift_subnet_enable_resource_name_dns_aaaa_record_on_launch",
    "redshift_subnet_enable_resource_name_dns_a_record_on_launch",
    "redshift_subnet_private_dns_hostname_type_on_launch", "redshift_dedicated_network_acl",
    "redshift_inbound_acl_rules", "redshift_outbound_acl_rules", "redshift_acl_tags",
    "elasticache_subnet_assign_ipv6_address_on_creation", "elasticache_subnet_enable_dns64",
    "elasticache_subnet_enable_resource_name_dns_aaaa_record_on_launch",
    "elasticache_subnet_enable_resource_name_dns_a_record_on_launch",
    "elasticache_subnet_private_dns_hostname_type_on_launch", "elasticache_dedicated_network_acl",
    "elasticache_inbound_acl_rules", "elasticache_outbound_acl_rules", "elasticache_acl_tags",
    "intra_subnet_assign_ipv6_address_on_creation", "intra_subnet_enable_dns64",
    "intra_subnet_enable_resource_name_dns_aaaa_record_on_launch",
    "intra_subnet_enable_resource_name_dns_a_record_on_launch", "intra_subnet_private_dns_hostname_type_on_launch",
    "intra_dedicated_network_acl", "intra_inbound_acl_rules", "intra_outbound_acl_rules", "intra_acl_tags",
    "outpost_subnet_assign_ipv6_address_on_creation", "customer_owned_ipv4_pool", "outpost_subnet_enable_dns64",
    "outpost_subnet_enable_resource_name_dns_aaaa_record_on_launch",
    "outpost_subnet_enable_resource_name_dns_a_record_on_launch", "map_customer_owned_ip_on_launch",
    "outpost_subnet_private_dns_hostname_type_on_launch", "outpost_subnet_names", "outpost_subnet_suffix",
    "outpost_subnet_tags", "outpost_dedicated_network_acl", "outpost_inbound_acl_rules",
    "outpost_outbound_acl_rules", "outpost_acl_tags", "create_egress_only_igw", "nat_eip_tags", "customer_gateways",
    "customer_gateway_tags", "enable_vpn_gateway", "vpn_gateway_id", "amazon_side_asn", "vpn_gateway_az",
    "propagate_intra_route_tables_vgw", "propagate_private_route_tables_vgw", "propagate_public_route_tables_vgw",
    "vpn_gateway_tags", "manage_default_vpc", "default_vpc_name", "default_vpc_enable_dns_support",
    "default_vpc_enable_dns_hostnames", "default_vpc_tags", "manage_default_security_group",
    "default_security_group_name", "default_security_group_ingress", "default_security_group_egress",
    "default_security_group_tags", "manage_default_network_acl", "default_network_acl_name",
    "default_network_acl_ingress", "default_network_acl_egress", "default_network_acl_tags",
    "manage_default_route_table", "default_route_table_name", "default_route_table_propagating_vgws",
    "default_route_table_routes", "default_route_table_tags", "vpc_flow_log_permissions_boundary",
    "flow_log_max_aggregation_interval", "flow_log_traffic_type", "flow_log_log_format", "flow_log_file_format",
    "flow_log_hive_compatible_partitions", "flow_log_per_hour_partition", "create_flow_log_cloudwatch_iam_role",
    "flow_log_cloudwatch_iam_role_arn", "flow_log_cloudwatch_log_group_name_prefix",
    "flow_log_cloudwatch_log_group_name_suffix", "flow_log_cloudwatch_log_group_retention_in_days",
    "flow_log_cloudwatch_log_group_kms_key_id",
  ]
}

locals {
  most_subnets = max(length(var.public_subnets), length(var.private_subnets), length(var.database_subnets), length(var.redshift_subnets), length(var.elasticache_subnets), length(var.intra_subnets))
}
