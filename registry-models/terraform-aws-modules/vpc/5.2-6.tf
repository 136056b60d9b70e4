# Six kinds of subnets over a list of zones, in turn. Subnets of the kinds without a table of their own share the private ones,
# of which there is one for each NAT gateway. Routes for IPv6 that lead to no NAT gateway are not described.
model {
  source   = "terraform-aws-modules/vpc/aws"
  versions = ">= 5.2.0, < 7.0.0"
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
    "flow_log_cloudwatch_log_group_kms_key_id", "flow_log_cloudwatch_log_group_skip_destroy",
    "flow_log_deliver_cross_account_role", "flow_log_cloudwatch_log_group_class", "vpc_flow_log_iam_role_name",
    "vpc_flow_log_iam_role_use_name_prefix", "vpc_flow_log_iam_policy_name",
    "vpc_flow_log_iam_policy_use_name_prefix", "dhcp_options_ipv6_address_preferred_lease_time",
    "flow_log_cloudwatch_iam_role_conditions", "vpc_block_public_access_options",
    "vpc_block_public_access_exclusions", "vpc_flow_log_iam_role_path",
  ]
}
variable "create_vpc" { default = true }
variable "putin_khuylo" { default = true }
variable "name" { default = "" }
variable "region" { default = null }
variable "cidr" { default = "10.0.0.0/16" }
variable "use_ipam_pool" { default = false }
variable "ipv4_ipam_pool_id" { default = null }
variable "ipv4_netmask_length" { default = null }
variable "azs" { default = [] }
variable "enable_ipv6" { default = false }
variable "private_subnet_enable_dns64" { default = true }
variable "map_public_ip_on_launch" { default = false }
variable "create_igw" { default = true }
variable "enable_nat_gateway" { default = false }
variable "single_nat_gateway" { default = false }
variable "one_nat_gateway_per_az" { default = false }
variable "nat_gateway_destination_cidr_block" { default = "0.0.0.0/0" }
variable "create_private_nat_gateway_route" { default = true }
variable "reuse_nat_ips" { default = false }
variable "external_nat_ips" { default = [] }
variable "external_nat_ip_ids" { default = [] }
variable "create_multiple_public_route_tables" { default = false }
variable "create_multiple_intra_route_tables" { default = false }
variable "create_database_subnet_route_table" { default = false }
variable "create_database_internet_gateway_route" { default = false }
variable "create_database_nat_gateway_route" { default = false }
variable "create_database_subnet_group" { default = true }
variable "database_subnet_group_name" { default = null }
variable "database_subnet_group_tags" { default = {} }
variable "create_redshift_subnet_route_table" { default = false }
variable "enable_public_redshift" { default = false }
variable "create_elasticache_subnet_route_table" { default = false }
variable "create_elasticache_subnet_group" { default = true }
variable "elasticache_subnet_group_name" { default = null }
variable "elasticache_subnet_group_tags" { default = {} }
variable "create_redshift_subnet_group" { default = true }
variable "redshift_subnet_group_name" { default = null }
variable "redshift_subnet_group_tags" { default = {} }
variable "igw_tags" { default = {} }
variable "enable_flow_log" { default = false }
variable "flow_log_destination_type" { default = "cloud-watch-logs" }
variable "flow_log_destination_arn" { default = "" }
variable "create_flow_log_cloudwatch_log_group" { default = false }
variable "vpc_flow_log_tags" { default = {} }
variable "tags" { default = {} }
variable "vpc_tags" { default = {} }
variable "nat_gateway_tags" { default = {} }
variable "public_subnets" { default = [] }
variable "public_subnet_names" { default = [] }
variable "public_subnet_suffix" { default = "public" }
variable "public_subnet_tags" { default = {} }
variable "public_subnet_tags_per_az" { default = {} }
variable "public_route_table_tags" { default = {} }
variable "private_subnets" { default = [] }
variable "private_subnet_names" { default = [] }
variable "private_subnet_suffix" { default = "private" }
variable "private_subnet_tags" { default = {} }
variable "private_subnet_tags_per_az" { default = {} }
variable "private_route_table_tags" { default = {} }
variable "database_subnets" { default = [] }
variable "database_subnet_names" { default = [] }
variable "database_subnet_suffix" { default = "db" }
variable "database_subnet_tags" { default = {} }
variable "database_route_table_tags" { default = {} }
variable "redshift_subnets" { default = [] }
variable "redshift_subnet_names" { default = [] }
variable "redshift_subnet_suffix" { default = "redshift" }
variable "redshift_subnet_tags" { default = {} }
variable "redshift_route_table_tags" { default = {} }
variable "elasticache_subnets" { default = [] }
variable "elasticache_subnet_names" { default = [] }
variable "elasticache_subnet_suffix" { default = "elasticache" }
variable "elasticache_subnet_tags" { default = {} }
variable "elasticache_route_table_tags" { default = {} }
variable "intra_subnets" { default = [] }
variable "intra_subnet_names" { default = [] }
variable "intra_subnet_suffix" { default = "intra" }
variable "intra_subnet_tags" { default = {} }
variable "intra_route_table_tags" { default = {} }

locals {
  create            = var.create_vpc && var.putin_khuylo
  vpc_id            = try(aws_vpc.this[0].id, "")
  public            = local.create ? length(var.public_subnets) : 0
  private           = local.create ? length(var.private_subnets) : 0
  database          = local.create ? length(var.database_subnets) : 0
  redshift          = local.create ? length(var.redshift_subnets) : 0
  elasticache       = local.create ? length(var.elasticache_subnets) : 0
  intra             = local.create ? length(var.intra_subnets) : 0
  most_subnets      = max(length(var.public_subnets), length(var.private_subnets), length(var.database_subnets), length(var.redshift_subnets), length(var.elasticache_subnets))
  gateways          = var.single_nat_gateway ? 1 : var.one_nat_gateway_per_az ? length(var.azs) : local.most_subnets
  has_gateways      = local.create && var.enable_nat_gateway
  public_tables     = local.public == 0 ? 0 : var.create_multiple_public_route_tables ? local.public : 1
  intra_tables      = local.intra == 0 ? 0 : var.create_multiple_intra_route_tables ? local.intra : 1
  database_has_own  = local.database > 0 && var.create_database_subnet_route_table
  database_has_one  = var.single_nat_gateway || var.create_database_internet_gateway_route
  database_has_nats = local.database_has_own && !var.create_database_internet_gateway_route && var.create_database_nat_gateway_route && var.enable_nat_gateway
  creates_log_group = local.create && var.enable_flow_log && var.flow_log_destination_type != "s3" && var.create_flow_log_cloudwatch_log_group
}

resource "aws_vpc" "this" {
  count               = local.create ? 1 : 0
  region              = var.region
  cidr_block          = var.use_ipam_pool ? null : var.cidr
  ipv4_ipam_pool_id   = var.ipv4_ipam_pool_id
  ipv4_netmask_length = var.ipv4_netmask_length
  tags                = merge({ Name = var.name }, var.tags, var.vpc_tags)
}

resource "aws_internet_gateway" "this" {
  count  = local.public > 0 && var.create_igw ? 1 : 0
  region = var.region
  vpc_id = local.vpc_id
  tags   = merge({ Name = var.name }, var.tags, var.igw_tags)
}

resource "aws_subnet" "public" {
  count                   = !var.one_nat_gateway_per_az || local.public >= length(var.azs) ? local.public : 0
  region                  = var.region
  vpc_id                  = local.vpc_id
  cidr_block              = var.public_subnets[count.index]
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  availability_zone_id    = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? null : element(var.azs, count.index)
  map_public_ip_on_launch = var.map_public_ip_on_launch
  outpost_arn             = null
  tags                    = merge({ Name = try(var.public_subnet_names[count.index], "${var.name}-${var.public_subnet_suffix}-${element(var.azs, count.index)}") }, var.tags, var.public_subnet_tags, lookup(var.public_subnet_tags_per_az, element(var.azs, count.index), {}))
}

resource "aws_subnet" "private" {
  count                   = local.private
  region                  = var.region
  vpc_id                  = local.vpc_id
  cidr_block              = var.private_subnets[count.index]
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  availability_zone_id    = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? null : element(var.azs, count.index)
  map_public_ip_on_launch = null
  outpost_arn             = null
  tags                    = merge({ Name = try(var.private_subnet_names[count.index], "${var.name}-${var.private_subnet_suffix}-${element(var.azs, count.index)}") }, var.tags, var.private_subnet_tags, lookup(var.private_subnet_tags_per_az, element(var.azs, count.index), {}))
}

resource "aws_subnet" "database" {
  count                   = local.database
  region                  = var.region
  vpc_id                  = local.vpc_id
  cidr_block              = var.database_subnets[count.index]
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  availability_zone_id    = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? null : element(var.azs, count.index)
  map_public_ip_on_launch = null
  outpost_arn             = null
  tags                    = merge({ Name = try(var.database_subnet_names[count.index], "${var.name}-${var.database_subnet_suffix}-${element(var.azs, count.index)}") }, var.tags, var.database_subnet_tags)
}

resource "aws_subnet" "redshift" {
  count                   = local.redshift
  region                  = var.region
  vpc_id                  = local.vpc_id
  cidr_block              = var.redshift_subnets[count.index]
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  availability_zone_id    = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? null : element(var.azs, count.index)
  map_public_ip_on_launch = null
  outpost_arn             = null
  tags                    = merge({ Name = try(var.redshift_subnet_names[count.index], "${var.name}-${var.redshift_subnet_suffix}-${element(var.azs, count.index)}") }, var.tags, var.redshift_subnet_tags)
}

resource "aws_subnet" "elasticache" {
  count                   = local.elasticache
  region                  = var.region
  vpc_id                  = local.vpc_id
  cidr_block              = var.elasticache_subnets[count.index]
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  availability_zone_id    = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? null : element(var.azs, count.index)
  map_public_ip_on_launch = null
  outpost_arn             = null
  tags                    = merge({ Name = try(var.elasticache_subnet_names[count.index], "${var.name}-${var.elasticache_subnet_suffix}-${element(var.azs, count.index)}") }, var.tags, var.elasticache_subnet_tags)
}

resource "aws_subnet" "intra" {
  count                   = local.intra
  region                  = var.region
  vpc_id                  = local.vpc_id
  cidr_block              = var.intra_subnets[count.index]
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  availability_zone_id    = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? null : element(var.azs, count.index)
  map_public_ip_on_launch = null
  outpost_arn             = null
  tags                    = merge({ Name = try(var.intra_subnet_names[count.index], "${var.name}-${var.intra_subnet_suffix}-${element(var.azs, count.index)}") }, var.tags, var.intra_subnet_tags)
}

resource "aws_route_table" "public" {
  count  = local.public_tables
  region = var.region
  vpc_id = local.vpc_id
  route  = null
  tags   = merge({ Name = var.create_multiple_public_route_tables ? "${var.name}-${var.public_subnet_suffix}-${element(var.azs, count.index)}" : "${var.name}-${var.public_subnet_suffix}" }, var.tags, var.public_route_table_tags)
}

resource "aws_route_table" "private" {
  count  = local.private > 0 && local.most_subnets > 0 ? local.gateways : 0
  region = var.region
  vpc_id = local.vpc_id
  route  = null
  tags   = merge({ Name = !var.single_nat_gateway ? "${var.name}-${var.private_subnet_suffix}-${element(var.azs, count.index)}" : "${var.name}-${var.private_subnet_suffix}" }, var.tags, var.private_route_table_tags)
}

resource "aws_route_table" "database" {
  count  = local.database_has_own ? local.database_has_one ? 1 : local.database : 0
  region = var.region
  vpc_id = local.vpc_id
  route  = null
  tags   = merge({ Name = !local.database_has_one ? "${var.name}-${var.database_subnet_suffix}-${element(var.azs, count.index)}" : "${var.name}-${var.database_subnet_suffix}" }, var.tags, var.database_route_table_tags)
}

resource "aws_route_table" "redshift" {
  count  = local.redshift > 0 && var.create_redshift_subnet_route_table ? 1 : 0
  region = var.region
  vpc_id = local.vpc_id
  route  = null
  tags   = merge({ Name = "${var.name}-${var.redshift_subnet_suffix}" }, var.tags, var.redshift_route_table_tags)
}

resource "aws_route_table" "elasticache" {
  count  = local.elasticache > 0 && var.create_elasticache_subnet_route_table ? 1 : 0
  region = var.region
  vpc_id = local.vpc_id
  route  = null
  tags   = merge({ Name = "${var.name}-${var.elasticache_subnet_suffix}" }, var.tags, var.elasticache_route_table_tags)
}

resource "aws_route_table" "intra" {
  count  = local.intra_tables
  region = var.region
  vpc_id = local.vpc_id
  route  = null
  tags   = merge({ Name = var.create_multiple_intra_route_tables ? "${var.name}-${var.intra_subnet_suffix}-${element(var.azs, count.index)}" : "${var.name}-${var.intra_subnet_suffix}" }, var.tags, var.intra_route_table_tags)
}

resource "aws_route_table_association" "public" {
  count          = local.public
  region         = var.region
  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = element(aws_route_table.public[*].id, var.create_multiple_public_route_tables ? count.index : 0)
}

resource "aws_route_table_association" "private" {
  count          = local.private
  region         = var.region
  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

resource "aws_route_table_association" "database" {
  count          = local.database
  region         = var.region
  subnet_id      = element(aws_subnet.database[*].id, count.index)
  route_table_id = element(coalescelist(aws_route_table.database[*].id, aws_route_table.private[*].id), var.create_database_subnet_route_table && local.database_has_one ? 0 : count.index)
}

resource "aws_route_table_association" "redshift" {
  count          = var.enable_public_redshift ? 0 : local.redshift
  region         = var.region
  subnet_id      = element(aws_subnet.redshift[*].id, count.index)
  route_table_id = element(coalescelist(aws_route_table.redshift[*].id, aws_route_table.private[*].id), var.single_nat_gateway || var.create_redshift_subnet_route_table ? 0 : count.index)
}

resource "aws_route_table_association" "redshift_public" {
  count          = var.enable_public_redshift ? local.redshift : 0
  region         = var.region
  subnet_id      = element(aws_subnet.redshift[*].id, count.index)
  route_table_id = element(coalescelist(aws_route_table.redshift[*].id, aws_route_table.public[*].id), var.single_nat_gateway || var.create_redshift_subnet_route_table ? 0 : count.index)
}

resource "aws_route_table_association" "elasticache" {
  count          = local.elasticache
  region         = var.region
  subnet_id      = element(aws_subnet.elasticache[*].id, count.index)
  route_table_id = element(coalescelist(aws_route_table.elasticache[*].id, aws_route_table.private[*].id), var.single_nat_gateway || var.create_elasticache_subnet_route_table ? 0 : count.index)
}

resource "aws_route_table_association" "intra" {
  count          = local.intra
  region         = var.region
  subnet_id      = element(aws_subnet.intra[*].id, count.index)
  route_table_id = element(aws_route_table.intra[*].id, var.create_multiple_intra_route_tables ? count.index : 0)
}

resource "aws_eip" "nat" {
  count = local.has_gateways && !var.reuse_nat_ips ? local.gateways : 0
}

resource "aws_nat_gateway" "this" {
  count             = local.has_gateways ? local.gateways : 0
  region            = var.region
  subnet_id         = element(aws_subnet.public[*].id, var.single_nat_gateway ? 0 : count.index)
  vpc_id            = null
  availability_mode = null
  connectivity_type = null
  tags              = merge({ Name = "${var.name}-${element(var.azs, var.single_nat_gateway ? 0 : count.index)}" }, var.tags, var.nat_gateway_tags)
}

resource "aws_route" "public_internet_gateway" {
  count                       = var.create_igw ? local.public_tables : 0
  region                      = var.region
  route_table_id              = aws_route_table.public[count.index].id
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  gateway_id                  = aws_internet_gateway.this[0].id
  nat_gateway_id              = null
  network_interface_id        = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  vpc_peering_connection_id   = null
}

resource "aws_route" "public_internet_gateway_ipv6" {
  count                       = var.create_igw && var.enable_ipv6 ? local.public_tables : 0
  region                      = var.region
  route_table_id              = aws_route_table.public[count.index].id
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.this[0].id
  nat_gateway_id              = null
  network_interface_id        = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  vpc_peering_connection_id   = null
}

resource "aws_route" "private_nat_gateway" {
  count                       = local.has_gateways && var.create_private_nat_gateway_route ? local.gateways : 0
  region                      = var.region
  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block      = var.nat_gateway_destination_cidr_block
  destination_ipv6_cidr_block = null
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.this[*].id, count.index)
  network_interface_id        = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  vpc_peering_connection_id   = null
}

resource "aws_route" "private_dns64_nat_gateway" {
  count                       = local.has_gateways && var.enable_ipv6 && var.private_subnet_enable_dns64 ? local.gateways : 0
  region                      = var.region
  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "64:ff9b::/96"
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.this[*].id, count.index)
  network_interface_id        = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  vpc_peering_connection_id   = null
}

resource "aws_route" "database_internet_gateway" {
  count                       = local.database_has_own && var.create_igw && var.create_database_internet_gateway_route && !var.create_database_nat_gateway_route ? 1 : 0
  region                      = var.region
  route_table_id              = aws_route_table.database[0].id
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  gateway_id                  = aws_internet_gateway.this[0].id
  nat_gateway_id              = null
  network_interface_id        = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  vpc_peering_connection_id   = null
}

resource "aws_route" "database_nat_gateway" {
  count                       = local.database_has_nats ? var.single_nat_gateway ? 1 : local.database : 0
  region                      = var.region
  route_table_id              = element(aws_route_table.database[*].id, count.index)
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.this[*].id, count.index)
  network_interface_id        = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  vpc_peering_connection_id   = null
}

resource "aws_route" "database_dns64_nat_gateway" {
  count                       = local.database_has_nats && var.enable_ipv6 && var.private_subnet_enable_dns64 ? var.single_nat_gateway ? 1 : local.database : 0
  region                      = var.region
  route_table_id              = element(aws_route_table.database[*].id, count.index)
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "64:ff9b::/96"
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.this[*].id, count.index)
  network_interface_id        = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  vpc_peering_connection_id   = null
}

resource "aws_db_subnet_group" "database" {
  count      = local.database > 0 && var.create_database_subnet_group ? 1 : 0
  region     = var.region
  name       = lower(coalesce(var.database_subnet_group_name, var.name))
  subnet_ids = aws_subnet.database[*].id
  tags       = merge({ Name = lower(coalesce(var.database_subnet_group_name, var.name)) }, var.tags, var.database_subnet_group_tags)
}

resource "aws_elasticache_subnet_group" "elasticache" {
  count      = local.elasticache > 0 && var.create_elasticache_subnet_group ? 1 : 0
  region     = var.region
  name       = coalesce(var.elasticache_subnet_group_name, var.name)
  subnet_ids = aws_subnet.elasticache[*].id
  tags       = merge({ Name = coalesce(var.elasticache_subnet_group_name, var.name) }, var.tags, var.elasticache_subnet_group_tags)
}

resource "aws_redshift_subnet_group" "redshift" {
  count      = local.redshift > 0 && var.create_redshift_subnet_group ? 1 : 0
  region     = var.region
  name       = lower(coalesce(var.redshift_subnet_group_name, var.name))
  subnet_ids = aws_subnet.redshift[*].id
  tags       = merge({ Name = coalesce(var.redshift_subnet_group_name, var.name) }, var.tags, var.redshift_subnet_group_tags)
}

resource "aws_cloudwatch_log_group" "flow_log" {
  count  = local.creates_log_group ? 1 : 0
  region = var.region
}

resource "aws_flow_log" "this" {
  count                = local.create && var.enable_flow_log ? 1 : 0
  region               = var.region
  log_destination_type = var.flow_log_destination_type
  log_destination      = local.creates_log_group ? try(aws_cloudwatch_log_group.flow_log[0].arn, null) : var.flow_log_destination_arn
  tags                 = merge(var.tags, var.vpc_flow_log_tags)
}

output "name" { value = var.name }
output "azs" { value = var.azs }
output "vpc_id" { value = try(aws_vpc.this[0].id, null) }
output "vpc_arn" { value = try(aws_vpc.this[0].arn, null) }
output "vpc_cidr_block" { value = try(aws_vpc.this[0].cidr_block, null) }
output "default_security_group_id" { value = try(aws_vpc.this[0].default_security_group_id, null) }
output "igw_id" { value = try(aws_internet_gateway.this[0].id, null) }
output "nat_ids" { value = aws_eip.nat[*].id }
output "nat_public_ips" { value = var.reuse_nat_ips ? var.external_nat_ips : aws_eip.nat[*].public_ip }
output "natgw_ids" { value = aws_nat_gateway.this[*].id }
output "database_subnet_group" { value = try(aws_db_subnet_group.database[0].id, null) }
output "database_subnet_group_name" { value = try(aws_db_subnet_group.database[0].name, null) }
output "elasticache_subnet_group" { value = try(aws_elasticache_subnet_group.elasticache[0].id, null) }
output "elasticache_subnet_group_name" { value = try(aws_elasticache_subnet_group.elasticache[0].name, null) }
output "database_route_table_ids" { value = try(coalescelist(aws_route_table.database[*].id, aws_route_table.private[*].id), []) }
output "vpc_flow_log_id" { value = try(aws_flow_log.this[0].id, null) }
output "public_subnets" { value = aws_subnet.public[*].id }
output "public_subnet_arns" { value = aws_subnet.public[*].arn }
output "public_subnets_cidr_blocks" { value = compact(aws_subnet.public[*].cidr_block) }
output "public_route_table_ids" { value = aws_route_table.public[*].id }
output "private_subnets" { value = aws_subnet.private[*].id }
output "private_subnet_arns" { value = aws_subnet.private[*].arn }
output "private_subnets_cidr_blocks" { value = compact(aws_subnet.private[*].cidr_block) }
output "private_route_table_ids" { value = aws_route_table.private[*].id }
output "database_subnets" { value = aws_subnet.database[*].id }
output "database_subnet_arns" { value = aws_subnet.database[*].arn }
output "database_subnets_cidr_blocks" { value = compact(aws_subnet.database[*].cidr_block) }
output "redshift_subnets" { value = aws_subnet.redshift[*].id }
output "redshift_subnet_arns" { value = aws_subnet.redshift[*].arn }
output "redshift_subnets_cidr_blocks" { value = compact(aws_subnet.redshift[*].cidr_block) }
output "elasticache_subnets" { value = aws_subnet.elasticache[*].id }
output "elasticache_subnet_arns" { value = aws_subnet.elasticache[*].arn }
output "elasticache_subnets_cidr_blocks" { value = compact(aws_subnet.elasticache[*].cidr_block) }
output "intra_subnets" { value = aws_subnet.intra[*].id }
output "intra_subnet_arns" { value = aws_subnet.intra[*].arn }
output "intra_subnets_cidr_blocks" { value = compact(aws_subnet.intra[*].cidr_block) }
output "intra_route_table_ids" { value = aws_route_table.intra[*].id }
