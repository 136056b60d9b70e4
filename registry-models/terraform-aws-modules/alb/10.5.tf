# Every resource may name its Region, and a forward action names its target group by key first.
model {
  source         = "terraform-aws-modules/alb/aws"
  versions       = ">= 10.5.0, < 11.0.0"
  without_effect = [
    "client_keep_alive", "connection_logs", "customer_owned_ipv4_pool", "desync_mitigation_mode",
    "dns_record_client_routing_policy", "drop_invalid_header_fields", "enable_http2",
    "enable_tls_version_and_cipher_suite_headers", "enable_waf_fail_open", "enable_xff_client_port",
    "enforce_security_group_inbound_rules_on_private_link_traffic", "health_check_logs", "idle_timeout",
    "ip_address_type", "ipam_pools", "minimum_load_balancer_capacity", "name_prefix", "preserve_host_header",
    "xff_header_processing_mode", "timeouts", "security_group_name", "security_group_use_name_prefix",
    "security_group_description", "security_group_ingress_rules", "security_group_egress_rules",
    "security_group_tags", "associate_web_acl", "web_acl_arn",
  ]
}
variable "create" { default = true }
variable "putin_khuylo" { default = true }
variable "region" { default = null }
variable "name" { default = null }
variable "load_balancer_type" { default = "application" }
variable "internal" { default = null }
variable "vpc_id" { default = null }
variable "subnets" { default = null }
variable "subnet_mapping" { default = null }
variable "security_groups" { default = [] }
variable "create_security_group" { default = true }
variable "access_logs" { default = null }
variable "enable_deletion_protection" { default = true }
variable "enable_cross_zone_load_balancing" { default = true }
variable "enable_zonal_shift" { default = null }
variable "default_port" { default = 80 }
variable "default_protocol" { default = "HTTP" }
variable "listeners" { default = {} }
variable "target_groups" { default = null }
variable "additional_target_group_attachments" { default = null }
variable "route53_records" { default = null }
variable "tags" { default = {} }

locals {
  create        = var.create && var.putin_khuylo
  target_groups = { for key, group in merge(var.target_groups, {}) : key => group if local.create }
  tags          = var.tags
}

resource "aws_security_group" "this" {
  count = local.create && var.create_security_group ? 1 : 0
}

resource "aws_lb" "this" {
  count                            = local.create ? 1 : 0
  region                           = var.region
  name                             = var.name
  load_balancer_type               = var.load_balancer_type
  internal                         = var.internal
  subnets                          = var.subnets
  security_groups                  = var.create_security_group ? concat([aws_security_group.this[0].id], var.security_groups) : var.security_groups
  enable_deletion_protection       = var.enable_deletion_protection
  enable_cross_zone_load_balancing = var.enable_cross_zone_load_balancing
  enable_zonal_shift               = var.enable_zonal_shift
  tags                             = local.tags
  dynamic "subnet_mapping" {
    for_each = var.subnet_mapping == null ? [] : var.subnet_mapping
    content {
      subnet_id = subnet_mapping.value.subnet_id
    }
  }
  dynamic "access_logs" {
    for_each = var.access_logs == null ? [] : [var.access_logs]
    content {
      bucket = access_logs.value.bucket
    }
  }
}

resource "aws_lb_listener" "this" {
  for_each          = { for key, listener in var.listeners : key => listener if local.create }
  region            = var.region
  load_balancer_arn = aws_lb.this[0].arn
  port              = lookup(each.value, "protocol", null) == "GENEVE" ? null : coalesce(lookup(each.value, "port", null), var.default_port)
  protocol          = lookup(each.value, "protocol", null) == "GENEVE" ? null : coalesce(lookup(each.value, "protocol", null), var.default_protocol)
  certificate_arn   = lookup(each.value, "certificate_arn", null)
  dynamic "default_action" {
    for_each = lookup(each.value, "authenticate_cognito", null) == null ? [] : [true]
    content {
      type             = "authenticate-cognito"
      target_group_arn = null
      forward          = null
    }
  }
  dynamic "default_action" {
    for_each = lookup(each.value, "authenticate_oidc", null) == null ? [] : [true]
    content {
      type             = "authenticate-oidc"
      target_group_arn = null
      forward          = null
    }
  }
  dynamic "default_action" {
    for_each = lookup(each.value, "jwt_validation", null) == null ? [] : [true]
    content {
      type             = "jwt-validation"
      target_group_arn = null
      forward          = null
    }
  }
  dynamic "default_action" {
    for_each = lookup(each.value, "fixed_response", null) == null ? [] : [true]
    content {
      type             = "fixed-response"
      target_group_arn = null
      forward          = null
    }
  }
  dynamic "default_action" {
    for_each = [for forward in [lookup(each.value, "forward", null)] : forward if forward != null]
    iterator = forward
    content {
      type             = "forward"
      target_group_arn = try(aws_lb_target_group.this[forward.value.target_group_key].arn, forward.value.target_group_arn, null)
      forward          = null
    }
  }
  dynamic "default_action" {
    for_each = [for forward in [lookup(each.value, "weighted_forward", null)] : forward if forward != null]
    iterator = forward
    content {
      type             = "forward"
      target_group_arn = null
      forward {
        dynamic "target_group" {
          for_each = try(coalesce(forward.value.target_groups, []), [])
          iterator = group
          content {
            arn    = try(aws_lb_target_group.this[group.value.target_group_key].arn, group.value.target_group_arn, null)
            weight = lookup(group.value, "weight", null)
          }
        }
      }
    }
  }
  dynamic "default_action" {
    for_each = lookup(each.value, "redirect", null) == null ? [] : [true]
    content {
      type             = "redirect"
      target_group_arn = null
      forward          = null
    }
  }
}

resource "aws_lb_target_group" "this" {
  for_each                          = local.target_groups
  region                            = var.region
  name                              = lookup(each.value, "name", null)
  port                              = lookup(each.value, "target_type", null) == "lambda" ? null : coalesce(lookup(each.value, "port", null), var.default_port)
  protocol                          = lookup(each.value, "target_type", null) == "lambda" ? null : coalesce(lookup(each.value, "protocol", null), var.default_protocol)
  vpc_id                            = coalesce(lookup(each.value, "vpc_id", null), var.vpc_id)
  target_type                       = lookup(each.value, "target_type", null)
  deregistration_delay              = lookup(each.value, "deregistration_delay", null)
  load_balancing_cross_zone_enabled = lookup(each.value, "load_balancing_cross_zone_enabled", null)
  tags                              = try(merge(local.tags, each.value.tags), local.tags)
  dynamic "health_check" {
    for_each = [for check in [lookup(each.value, "health_check", null)] : check if check != null]
    iterator = check
    content {
      enabled             = lookup(check.value, "enabled", null)
      path                = lookup(check.value, "path", null)
      protocol            = lookup(check.value, "protocol", null)
      interval            = lookup(check.value, "interval", null)
      timeout             = lookup(check.value, "timeout", null)
      healthy_threshold   = lookup(check.value, "healthy_threshold", null)
      unhealthy_threshold = lookup(check.value, "unhealthy_threshold", null)
    }
  }
  dynamic "stickiness" {
    for_each = [for stickiness in [lookup(each.value, "stickiness", null)] : stickiness if stickiness != null]
    content {
      enabled = lookup(stickiness.value, "enabled", null)
      type    = stickiness.value.type
    }
  }
}

resource "aws_lb_target_group_attachment" "this" {
  for_each          = { for key, group in local.target_groups : key => group if lookup(group, "create_attachment", true) }
  region            = var.region
  target_group_arn  = aws_lb_target_group.this[each.key].arn
  target_id         = lookup(each.value, "target_id", null)
  port              = lookup(each.value, "target_type", null) == "lambda" ? null : coalesce(lookup(each.value, "port", null), var.default_port)
  availability_zone = lookup(each.value, "availability_zone", null)
}

resource "aws_lb_target_group_attachment" "additional" {
  for_each          = { for key, target in merge(var.additional_target_group_attachments, {}) : key => target if local.create }
  region            = var.region
  target_group_arn  = aws_lb_target_group.this[each.value.target_group_key].arn
  target_id         = each.value.target_id
  port              = lookup(each.value, "target_type", null) == "lambda" ? null : coalesce(lookup(each.value, "port", null), var.default_port)
  availability_zone = lookup(each.value, "availability_zone", null)
}

resource "aws_route53_record" "this" {
  for_each                         = { for key, record in coalesce(var.route53_records, {}) : key => record if var.create }
  zone_id                          = each.value.zone_id
  name                             = coalesce(lookup(each.value, "name", null), each.key)
  type                             = each.value.type
  ttl                              = null
  records                          = null
  set_identifier                   = null
  health_check_id                  = null
  failover_routing_policy          = null
  weighted_routing_policy          = null
  latency_routing_policy           = null
  geolocation_routing_policy       = null
  geoproximity_routing_policy      = null
  cidr_routing_policy              = null
  multivalue_answer_routing_policy = null
  alias {
    name                   = aws_lb.this[0].dns_name
    zone_id                = aws_lb.this[0].zone_id
    evaluate_target_health = lookup(each.value, "evaluate_target_health", true)
  }
}

output "id" { value = try(aws_lb.this[0].id, null) }
output "arn" { value = try(aws_lb.this[0].arn, null) }
output "arn_suffix" { value = try(aws_lb.this[0].arn_suffix, null) }
output "dns_name" { value = try(aws_lb.this[0].dns_name, null) }
output "zone_id" { value = try(aws_lb.this[0].zone_id, null) }
output "listeners" { value = aws_lb_listener.this }
output "target_groups" { value = aws_lb_target_group.this }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
output "route53_records" { value = aws_route53_record.this }
