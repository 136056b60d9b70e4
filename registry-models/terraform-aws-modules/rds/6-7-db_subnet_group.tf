model {
  source         = "terraform-aws-modules/rds/aws//modules/db_subnet_group"
  versions       = ">= 6.0.0, < 8.0.0"
  without_effect = [
    "description",
  ]
}
variable "create" { default = true }
variable "name" { default = "" }
variable "use_name_prefix" { default = true }
variable "region" { default = null }
variable "subnet_ids" { default = [] }
variable "tags" { default = {} }

resource "aws_db_subnet_group" "this" {
  count      = var.create ? 1 : 0
  name       = var.use_name_prefix ? null : var.name
  region     = var.region
  subnet_ids = var.subnet_ids
  tags       = merge(var.tags, { Name = var.name })
}

output "db_subnet_group_id" { value = try(aws_db_subnet_group.this[0].id, null) }
output "db_subnet_group_arn" { value = try(aws_db_subnet_group.this[0].arn, null) }
