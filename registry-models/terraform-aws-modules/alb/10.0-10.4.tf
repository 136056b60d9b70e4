# Like 10.5, with a tag of the module's own.
model {
  source       = "terraform-aws-modules/alb/aws"
  versions     = ">= 10.0.0, < 10.5.0"
  differs_from = ">= 10.5.0, < 11.0.0"
  without_effect = [
    "client_keep_alive", "connection_logs", "customer_owned_ipv4_pool", "desync_mitigation_mode",
    "dns_record_client_routing_policy", "drop_invalid_header_fields", "enable_http2",
    "enable_tls_version_and_cipher_suite_headers", "enable_waf_fail_open", "enable_xff_client_port",
    "enforce_security_group_inbound_rules_on_private_link_traffic", "idle_timeout", "ip_address_type", "ipam_pools",
    "minimum_load_balancer_capacity", "name_prefix", "preserve_host_header", "xff_header_processing_mode",
    "timeouts", "security_group_name", "security_group_use_name_prefix", "security_group_description",
    "security_group_ingress_rules", "security_group_egress_rules", "security_group_tags", "associate_web_acl",
    "web_acl_arn", "health_check_logs",
  ]
}

locals {
  tags = merge(var.tags, { terraform-aws-modules = "alb" })
}
