/** A root in two Regions, through modules: replicas, keys, backups by tag, copies, and a failover of names. */
export const recoveryRoot: Readonly<Record<string, string>> = {
  'infra/main.tf': `terraform {
  backend "s3" {
    bucket = "shop-state"
    key    = "infra"
    region = "us-east-1"
  }
}

variable "regions" {
  default = { primary = "us-east-1", recovery = "us-west-2" }
}

provider "aws" {
  region = var.regions.primary
  default_tags {
    tags = { team = "shop" }
  }
}

provider "aws" {
  alias  = "recovery"
  region = var.regions.recovery
}

module "data" {
  source    = "./modules/data"
  for_each  = toset(["orders", "invoices"])
  name      = each.key
  vault_arn = aws_backup_vault.recovery.arn
  providers = { aws = aws, aws.recovery = aws.recovery }
}

resource "aws_backup_vault" "main" {
  name = "shop"
}

resource "aws_backup_vault" "recovery" {
  provider = aws.recovery
  name     = "shop-recovery"
}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 5 * * ? *)"
    copy_action {
      destination_vault_arn = aws_backup_vault.recovery.arn
      lifecycle {
        delete_after = 35
      }
    }
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}

resource "aws_route53_zone" "shop" {
  name = "shop.example.com"
}

resource "aws_route53_health_check" "primary" {
  fqdn              = "primary.shop.example.com"
  type              = "HTTPS"
  port              = 443
  request_interval  = 10
  failure_threshold = 2
}

resource "aws_route53_record" "primary" {
  zone_id         = aws_route53_zone.shop.zone_id
  name            = "www"
  type            = "CNAME"
  ttl             = 60
  records         = ["primary.shop.example.com"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.primary.id
  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "recovery" {
  zone_id        = aws_route53_zone.shop.zone_id
  name           = "www"
  type           = "CNAME"
  ttl            = 60
  records        = ["recovery.shop.example.com"]
  set_identifier = "recovery"
  failover_routing_policy {
    type = "SECONDARY"
  }
}
`,
  'infra/modules/data/main.tf': `terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.recovery]
    }
  }
}

variable "name" {}

variable "vault_arn" {}

locals {
  tags = { backup = "daily", name = var.name }
}

resource "aws_kms_key" "recovery" {
  provider    = aws.recovery
  description = var.name
}

resource "aws_db_instance" "main" {
  identifier              = var.name
  engine                  = "postgres"
  instance_class          = "db.r7g.large"
  multi_az                = true
  backup_retention_period = 14
  storage_encrypted       = true
  tags                    = local.tags
}

resource "aws_db_instance" "replica" {
  provider            = aws.recovery
  identifier          = "\${var.name}-replica"
  instance_class      = "db.r7g.large"
  replicate_source_db = aws_db_instance.main.arn
  kms_key_id          = aws_kms_key.recovery.arn
  storage_encrypted   = true
}

resource "aws_s3_bucket" "files" {
  bucket = "\${var.name}-files"
}

resource "aws_s3_bucket_versioning" "files" {
  bucket = aws_s3_bucket.files.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "copy" {
  provider = aws.recovery
  bucket   = "\${var.name}-files-copy"
}

resource "aws_s3_bucket_replication_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.copy.arn
    }
  }
}

resource "aws_dynamodb_table" "carts" {
  name             = "\${var.name}-carts"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"
  dynamic "replica" {
    for_each = toset(["us-west-2"])
    content {
      region_name = replica.value
    }
  }
}
`,
};
