# The table has one of three names, by how its capacity is managed. A replica takes nothing but its Region, key and recovery.
model {
  source   = "terraform-aws-modules/dynamodb-table/aws"
  versions = ">= 3.3.0, < 5.0.0"
  without_effect = [
    "attributes", "ttl_enabled", "ttl_attribute_name", "local_secondary_indexes", "timeouts", "table_class",
    "import_table", "on_demand_throughput", "resource_policy",
  ]
}
variable "create_table" { default = true }
variable "name" { default = null }
variable "hash_key" { default = null }
variable "range_key" { default = null }
variable "restore_source_name" { default = null }
variable "restore_source_table_arn" { default = null }
variable "restore_date_time" { default = null }
variable "restore_to_latest_time" { default = null }
variable "billing_mode" { default = "PAY_PER_REQUEST" }
variable "read_capacity" { default = null }
variable "write_capacity" { default = null }
variable "global_secondary_indexes" { default = [] }
variable "point_in_time_recovery_enabled" { default = false }
variable "point_in_time_recovery_period_in_days" { default = null }
variable "deletion_protection_enabled" { default = null }
variable "server_side_encryption_enabled" { default = false }
variable "server_side_encryption_kms_key_arn" { default = null }
variable "stream_enabled" { default = false }
variable "stream_view_type" { default = null }
variable "replica_regions" { default = [] }
variable "tags" { default = {} }
variable "autoscaling_enabled" { default = false }
variable "autoscaling_read" { default = {} }
variable "autoscaling_write" { default = {} }
variable "autoscaling_indexes" { default = {} }
variable "autoscaling_defaults" { default = { scale_in_cooldown = 0, scale_out_cooldown = 0, target_value = 70 } }
variable "ignore_changes_global_secondary_index" { default = false }

locals {
  scales = var.create_table && var.autoscaling_enabled
  table  = try(aws_dynamodb_table.this[0], aws_dynamodb_table.autoscaled[0], aws_dynamodb_table.autoscaled_gsi_ignore[0])
}

resource "aws_dynamodb_table" "this" {
  count                       = var.create_table && !var.autoscaling_enabled ? 1 : 0
  name                        = var.name
  hash_key                    = var.hash_key
  range_key                   = var.range_key
  billing_mode                = var.billing_mode
  restore_source_name         = var.restore_source_name
  restore_source_table_arn    = var.restore_source_table_arn
  restore_date_time           = var.restore_date_time
  restore_to_latest_time      = var.restore_to_latest_time
  read_capacity               = var.read_capacity
  write_capacity              = var.write_capacity
  deletion_protection_enabled = var.deletion_protection_enabled
  stream_enabled              = var.stream_enabled
  stream_view_type            = var.stream_view_type
  tags                        = merge(var.tags, { Name = var.name })
  point_in_time_recovery {
    enabled                 = var.point_in_time_recovery_enabled
    recovery_period_in_days = var.point_in_time_recovery_period_in_days
  }
  server_side_encryption {
    enabled     = var.server_side_encryption_enabled
    kms_key_arn = var.server_side_encryption_kms_key_arn
  }
  dynamic "global_secondary_index" {
    for_each = var.global_secondary_indexes
    iterator = index
    content {
      name           = index.value.name
      read_capacity  = lookup(index.value, "read_capacity", null)
      write_capacity = lookup(index.value, "write_capacity", null)
    }
  }
  dynamic "replica" {
    for_each = var.replica_regions
    content {
      region_name                 = replica.value.region_name
      kms_key_arn                 = lookup(replica.value, "kms_key_arn", null)
      point_in_time_recovery      = lookup(replica.value, "point_in_time_recovery", null)
      deletion_protection_enabled = null
      consistency_mode            = null
    }
  }
  global_table_witness = null
}

resource "aws_dynamodb_table" "autoscaled" {
  count                       = local.scales && !var.ignore_changes_global_secondary_index ? 1 : 0
  name                        = var.name
  hash_key                    = var.hash_key
  range_key                   = var.range_key
  billing_mode                = var.billing_mode
  restore_source_name         = var.restore_source_name
  restore_source_table_arn    = var.restore_source_table_arn
  restore_date_time           = var.restore_date_time
  restore_to_latest_time      = var.restore_to_latest_time
  read_capacity               = var.read_capacity
  write_capacity              = var.write_capacity
  deletion_protection_enabled = var.deletion_protection_enabled
  stream_enabled              = var.stream_enabled
  stream_view_type            = var.stream_view_type
  tags                        = merge(var.tags, { Name = var.name })
  point_in_time_recovery {
    enabled                 = var.point_in_time_recovery_enabled
    recovery_period_in_days = var.point_in_time_recovery_period_in_days
  }
  server_side_encryption {
    enabled     = var.server_side_encryption_enabled
    kms_key_arn = var.server_side_encryption_kms_key_arn
  }
  dynamic "global_secondary_index" {
    for_each = var.global_secondary_indexes
    iterator = index
    content {
      name           = index.value.name
      read_capacity  = lookup(index.value, "read_capacity", null)
      write_capacity = lookup(index.value, "write_capacity", null)
    }
  }
  dynamic "replica" {
    for_each = var.replica_regions
    content {
      region_name                 = replica.value.region_name
      kms_key_arn                 = lookup(replica.value, "kms_key_arn", null)
      point_in_time_recovery      = lookup(replica.value, "point_in_time_recovery", null)
      deletion_protection_enabled = null
      consistency_mode            = null
    }
  }
  global_table_witness = null
}

resource "aws_dynamodb_table" "autoscaled_gsi_ignore" {
  count                       = local.scales && var.ignore_changes_global_secondary_index ? 1 : 0
  name                        = var.name
  hash_key                    = var.hash_key
  range_key                   = var.range_key
  billing_mode                = var.billing_mode
  restore_source_name         = var.restore_source_name
  restore_source_table_arn    = var.restore_source_table_arn
  restore_date_time           = var.restore_date_time
  restore_to_latest_time      = var.restore_to_latest_time
  read_capacity               = var.read_capacity
  write_capacity              = var.write_capacity
  deletion_protection_enabled = var.deletion_protection_enabled
  stream_enabled              = var.stream_enabled
  stream_view_type            = var.stream_view_type
  tags                        = merge(var.tags, { Name = var.name })
  point_in_time_recovery {
    enabled                 = var.point_in_time_recovery_enabled
    recovery_period_in_days = var.point_in_time_recovery_period_in_days
  }
  server_side_encryption {
    enabled     = var.server_side_encryption_enabled
    kms_key_arn = var.server_side_encryption_kms_key_arn
  }
  dynamic "global_secondary_index" {
    for_each = var.global_secondary_indexes
    iterator = index
    content {
      name           = index.value.name
      read_capacity  = lookup(index.value, "read_capacity", null)
      write_capacity = lookup(index.value, "write_capacity", null)
    }
  }
  dynamic "replica" {
    for_each = var.replica_regions
    content {
      region_name                 = replica.value.region_name
      kms_key_arn                 = lookup(replica.value, "kms_key_arn", null)
      point_in_time_recovery      = lookup(replica.value, "point_in_time_recovery", null)
      deletion_protection_enabled = null
      consistency_mode            = null
    }
  }
  global_table_witness = null
}

resource "aws_appautoscaling_target" "table_read" {
  count              = local.scales && length(var.autoscaling_read) > 0 ? 1 : 0
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "table/${local.table.name}"
  min_capacity       = var.read_capacity
  max_capacity       = var.autoscaling_read.max_capacity
}

resource "aws_appautoscaling_target" "index_read" {
  for_each           = { for key, content in var.autoscaling_indexes : key => content if local.scales }
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:index:ReadCapacityUnits"
  resource_id        = "table/${local.table.name}/index/${each.key}"
  min_capacity       = each.value.read_min_capacity
  max_capacity       = each.value.read_max_capacity
}

resource "aws_appautoscaling_target" "table_write" {
  count              = local.scales && length(var.autoscaling_write) > 0 ? 1 : 0
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  resource_id        = "table/${local.table.name}"
  min_capacity       = var.write_capacity
  max_capacity       = var.autoscaling_write.max_capacity
}

resource "aws_appautoscaling_target" "index_write" {
  for_each           = { for key, content in var.autoscaling_indexes : key => content if local.scales }
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:index:WriteCapacityUnits"
  resource_id        = "table/${local.table.name}/index/${each.key}"
  min_capacity       = each.value.write_min_capacity
  max_capacity       = each.value.write_max_capacity
}

resource "aws_appautoscaling_policy" "table_read_policy" {
  count              = local.scales && length(var.autoscaling_read) > 0 ? 1 : 0
  name               = "DynamoDBReadCapacityUtilization:${aws_appautoscaling_target.table_read[0].resource_id}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = aws_appautoscaling_target.table_read[0].resource_id
  target_tracking_scaling_policy_configuration {
    target_value = lookup(var.autoscaling_read, "target_value", var.autoscaling_defaults.target_value)
    predefined_metric_specification {
      predefined_metric_type = "DynamoDBReadCapacityUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "index_read_policy" {
  for_each           = { for key, content in var.autoscaling_indexes : key => content if local.scales }
  name               = "DynamoDBReadCapacityUtilization:${aws_appautoscaling_target.index_read[each.key].resource_id}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:index:ReadCapacityUnits"
  resource_id        = aws_appautoscaling_target.index_read[each.key].resource_id
  target_tracking_scaling_policy_configuration {
    target_value = lookup(each.value, "read_target_value", var.autoscaling_defaults.target_value)
    predefined_metric_specification {
      predefined_metric_type = "DynamoDBReadCapacityUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "table_write_policy" {
  count              = local.scales && length(var.autoscaling_write) > 0 ? 1 : 0
  name               = "DynamoDBWriteCapacityUtilization:${aws_appautoscaling_target.table_write[0].resource_id}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:WriteCapacityUnits"
  resource_id        = aws_appautoscaling_target.table_write[0].resource_id
  target_tracking_scaling_policy_configuration {
    target_value = lookup(var.autoscaling_write, "target_value", var.autoscaling_defaults.target_value)
    predefined_metric_specification {
      predefined_metric_type = "DynamoDBWriteCapacityUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "index_write_policy" {
  for_each           = { for key, content in var.autoscaling_indexes : key => content if local.scales }
  name               = "DynamoDBWriteCapacityUtilization:${aws_appautoscaling_target.index_write[each.key].resource_id}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:index:WriteCapacityUnits"
  resource_id        = aws_appautoscaling_target.index_write[each.key].resource_id
  target_tracking_scaling_policy_configuration {
    target_value = lookup(each.value, "write_target_value", var.autoscaling_defaults.target_value)
    predefined_metric_specification {
      predefined_metric_type = "DynamoDBWriteCapacityUtilization"
    }
  }
}

output "dynamodb_table_arn" { value = try(local.table.arn, "") }
output "dynamodb_table_id" { value = try(local.table.id, "") }
output "dynamodb_table_stream_arn" { value = try(local.table.stream_arn, "") }
output "dynamodb_table_stream_label" { value = try(local.table.stream_label, "") }
