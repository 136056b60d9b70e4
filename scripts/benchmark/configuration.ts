/** The control of the benchmark: what its templates declare, as a Terraform configuration. */
import { resourcesOfService, type Size } from './template.ts';

export function configurationOf({ resources, conditions }: Size): string {
  const each = Array.from({ length: conditions }, (_, index) => index);
  const services = Array.from({ length: resources / resourcesOfService }, (_, index) =>
    service(index, index % conditions),
  );
  const header = `
provider "aws" {
  region = "eu-west-1"
}

locals {
  retention = { test = 1, staging = 7, production = 35 }
${each.map((index) => `  is_production_${index} = var.stage_${index} == "production"`).join('\n')}
}
`;
  const variables = each.map(
    (index) => `
variable "stage_${index}" {
  type    = string
  default = "test"
}
`,
  );
  return [header, ...variables, ...services].join('');
}

function service(index: number, decidedBy: number): string {
  const stage = `var.stage_${decidedBy}`;
  const isProduction = `local.is_production_${decidedBy}`;
  const tags = `{ service = "service-${index}", stage = ${stage} }`;
  return `
resource "aws_dynamodb_table" "orders_${index}" {
  name         = "orders-${index}-\${${stage}}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = ${tags}

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = ${isProduction}
  }
}

resource "aws_s3_bucket" "invoices_${index}" {
  tags = ${tags}
}

resource "aws_s3_bucket_versioning" "invoices_${index}" {
  bucket = aws_s3_bucket.invoices_${index}.id

  versioning_configuration {
    status = ${isProduction} ? "Enabled" : "Suspended"
  }
}

resource "aws_db_instance" "ledger_${index}" {
  engine                  = "postgres"
  instance_class          = "db.m7g.large"
  allocated_storage       = 100
  multi_az                = ${isProduction}
  backup_retention_period = local.retention[${stage}]
  deletion_protection     = ${isProduction}
  tags                    = ${tags}
}

resource "aws_iam_role" "checkout_${index}" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "checkout_${index}" {
  function_name = "checkout-${index}"
  role          = aws_iam_role.checkout_${index}.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = "releases"
  s3_key        = "checkout-${index}.zip"

  environment {
    variables = {
      ORDERS = aws_dynamodb_table.orders_${index}.name
      LEDGER = aws_db_instance.ledger_${index}.address
    }
  }
}

resource "aws_sqs_queue" "failed_${index}" {
  message_retention_seconds = ${isProduction} ? 1209600 : 345600
}

resource "aws_sqs_queue" "events_${index}" {
  name           = "events-${index}-\${${stage}}"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed_${index}.arn, maxReceiveCount = 5 })
}

resource "aws_lambda_event_source_mapping" "events_${index}" {
  event_source_arn = aws_sqs_queue.events_${index}.arn
  function_name    = aws_lambda_function.checkout_${index}.function_name
}

resource "aws_db_instance" "standby_${index}" {
  count               = ${isProduction} ? 1 : 0
  replicate_source_db = aws_db_instance.ledger_${index}.identifier
  instance_class      = "db.m7g.large"
}
`;
}
