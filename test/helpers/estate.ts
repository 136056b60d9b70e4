/** A small estate in two Regions, for the tests of pictures: what is copied, what is not, and how users get there. */
export const twoRegions: Readonly<Record<string, string>> = {
  'main.tf': `
provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "recovery"
  region = "eu-west-1"
}

resource "aws_db_instance" "orders" {
  engine = "postgres"
}

resource "aws_db_instance" "orders_replica" {
  provider            = aws.recovery
  replicate_source_db = aws_db_instance.orders.arn
}

resource "aws_dynamodb_table" "carts" {
  name     = "carts"
  hash_key = "id"
}

resource "aws_s3_bucket" "logs" {
  bucket = "access-logs"
}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.primary.name
    schedule          = "cron(0 5 * * ? *)"
    copy_action {
      destination_vault_arn = aws_backup_vault.recovery.arn
    }
  }
}

resource "aws_backup_selection" "orders" {
  name         = "orders"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.orders.arn]
}

resource "aws_backup_vault" "primary" {
  name = "primary"
}

resource "aws_backup_vault" "recovery" {
  provider = aws.recovery
  name     = "recovery"
}

resource "aws_lb" "shop" {
  name = "shop"
}

resource "aws_lb" "shop_recovery" {
  provider = aws.recovery
  name     = "shop"
}

resource "aws_route53_record" "shop" {
  zone_id = "Z1"
  name    = "shop.example.org"
  type    = "A"
  alias {
    name                   = aws_lb.shop.dns_name
    zone_id                = aws_lb.shop.zone_id
    evaluate_target_health = true
  }
}

resource "aws_subnet" "private" {
  count      = 3
  vpc_id     = "vpc-1"
  cidr_block = "10.0.1.0/24"
}
`,
};

/** What a stranger could write to break out of a page, a diagram or a graph. */
export const hostileText = `"]; subgraph x --> y </script></style><script>alert(1)</script><img src=x onerror=alert(2)> %% \\\\" end`;

/** The hostile text wherever a picture shows something that was written. */
export function hostileEstate(): Readonly<Record<string, string>> {
  const text = JSON.stringify(hostileText);
  return {
    'main.tf': `
provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "receipts" {
  for_each = toset([${text}])
  bucket   = each.key
}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = ${text}
    target_vault_name = ${text}
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:${JSON.parse(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"
    }
  }
}
`,
  };
}
