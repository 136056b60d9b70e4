/** Calls of registry modules as people write them, for each model, and the releases at the ends of what it describes. */

export interface ModuleCalls {
  readonly module: string;
  /** The first and the last release that each model of the module describes. */
  readonly tags: readonly string[];
  readonly calls: readonly RegistryCall[];
}

export interface RegistryCall {
  readonly what: string;
  /** The arguments; behind a line `}` more may follow that stands in the root. */
  readonly text: string;
  /** The first release that has these inputs. */
  readonly since?: string;
}

export const moduleCalls: readonly ModuleCalls[] = [
  {
    module: 'terraform-aws-modules/dynamodb-table/aws',
    tags: ['v3.3.0', 'v4.4.0', 'v5.1.0', 'v5.5.0'],
    calls: [
      { what: 'nothing but a name', text: 'name = "orders"\nhash_key = "id"' },
      {
        what: 'protected and replicated',
        text: `name = "orders"
          point_in_time_recovery_enabled = true
          deletion_protection_enabled    = true
          stream_enabled                 = true
          stream_view_type               = "NEW_AND_OLD_IMAGES"
          replica_regions = [
            { region_name = "eu-central-1", point_in_time_recovery = true, deletion_protection_enabled = true },
            { region_name = "us-east-1", kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/k" },
          ]
          tags = { team = "shop" }`,
      },
      {
        what: 'provisioned, with scaling of the table and an index',
        text: `name = "orders"
          billing_mode        = "PROVISIONED"
          read_capacity       = 5
          write_capacity      = 5
          autoscaling_enabled = true
          autoscaling_read    = { max_capacity = 10 }
          autoscaling_write   = { max_capacity = 20 }
          autoscaling_indexes = { byDate = { read_max_capacity = 3, read_min_capacity = 1, write_max_capacity = 3, write_min_capacity = 1 } }
          global_secondary_indexes = [{ name = "byDate", hash_key = "date", projection_type = "ALL", read_capacity = 1, write_capacity = 1 }]
          replica_regions = [{ region_name = "us-east-1" }]`,
      },
      { what: 'turned off', text: 'create_table = false' },
      {
        what: 'by a variable that nobody states',
        text: 'name = "orders"\ncreate_table = var.create\npoint_in_time_recovery_enabled = var.protect\n}\nvariable "create" {}\nvariable "protect" {\ntype = bool',
      },
    ],
  },
  {
    module: 'terraform-aws-modules/s3-bucket/aws',
    tags: ['v3.9.0', 'v3.15.2', 'v4.0.0', 'v4.11.0', 'v5.0.0', 'v5.15.4'],
    calls: [
      { what: 'nothing but a name', text: 'bucket = "orders-2f9a"' },
      {
        what: 'versioned, locked, encrypted, expiring, logged',
        text: `bucket = "orders-2f9a"
          force_destroy       = true
          object_lock_enabled = true
          object_lock_configuration = { rule = { default_retention = { mode = "COMPLIANCE", days = 30 } } }
          versioning = { enabled = true, mfa_delete = false }
          logging    = { target_bucket = "logs-2f9a", target_prefix = "orders/" }
          server_side_encryption_configuration = { rule = { apply_server_side_encryption_by_default = { sse_algorithm = "aws:kms", kms_master_key_id = "arn:aws:kms:eu-west-1:111122223333:key/k" } } }
          lifecycle_rule = [
            { id = "old", enabled = true, noncurrent_version_expiration = { days = 30 }, noncurrent_version_transition = [{ days = 7, storage_class = "GLACIER" }] },
            { id = "tmp", status = "Enabled", filter = { prefix = "tmp/" }, expiration = { days = 3 } },
            { id = "both", enabled = false, filter = { prefix = "x/", tags = { a = "b", c = "d" } }, expiration = { days = 9 } },
          ]`,
      },
      {
        what: 'replicated, in the words of its example',
        text: `bucket     = "orders-2f9a"
          versioning = { status = "Enabled" }
          replication_configuration = {
            role = "arn:aws:iam::111122223333:role/replication"
            rules = [
              {
                id     = "all"
                status = true
                priority = 10
                delete_marker_replication = true
                source_selection_criteria = { replica_modifications = { status = "Enabled" }, sse_kms_encrypted_objects = { enabled = true } }
                filter = { prefix = "one" }
                destination = {
                  bucket        = "arn:aws:s3:::orders-replica"
                  storage_class = "STANDARD"
                  account_id    = "111122223333"
                  replica_kms_key_id = "arn:aws:kms:us-east-1:111122223333:key/k"
                  replication_time = { status = "Enabled", minutes = 15 }
                  metrics          = { status = "Enabled", minutes = 15 }
                }
              },
              { id = "tagged", filter = { prefix = "two", tags = { a = "b", c = "d" } }, destination = { bucket = "arn:aws:s3:::orders-replica" } },
              { id = "rest", status = "Disabled", destination = { bucket = "arn:aws:s3:::orders-replica" } },
            ]
          }`,
      },
      { what: 'suspended', text: 'bucket = "orders-2f9a"\nversioning = { enabled = false }' },
      {
        what: 'by variables that nobody states',
        text: 'bucket = var.name\nversioning = { enabled = var.versioned }\nforce_destroy = var.forced\n}\nvariable "name" {}\nvariable "versioned" {}\nvariable "forced" {\ntype = bool',
      },
    ],
  },
  {
    module: 'terraform-aws-modules/rds/aws',
    tags: ['v6.0.0', 'v6.13.1', 'v7.0.0', 'v7.2.0'],
    calls: [
      {
        what: 'nothing but what must be said',
        text: 'identifier = "orders"\nengine = "postgres"\nengine_version = "16"\nfamily = "postgres16"\nmajor_engine_version = "16"\ninstance_class = "db.t4g.large"\nallocated_storage = 20',
      },
      {
        what: 'production',
        text: `identifier = "orders"
          engine                 = "mysql"
          engine_version         = "8.0"
          instance_class         = "db.m6g.large"
          allocated_storage      = 100
          kms_key_id             = aws_kms_key.data.arn
          multi_az               = true
          backup_retention_period = 14
          backup_window          = "03:00-06:00"
          maintenance_window     = "Mon:00:00-Mon:03:00"
          skip_final_snapshot    = true
          deletion_protection    = true
          delete_automated_backups = false
          copy_tags_to_snapshot  = true
          create_db_subnet_group = true
          subnet_ids             = [aws_subnet.a.id]
          tags                   = { team = "shop" }
          db_instance_tags       = { backup = "daily" }
        }
        resource "aws_kms_key" "data" {}
        resource "aws_subnet" "a" {
          vpc_id            = "vpc-1"
          availability_zone = "eu-west-1a"`,
      },
      {
        what: 'a replica',
        text: 'identifier = "orders-replica"\nreplicate_source_db = "arn:aws:rds:us-east-1:111122223333:db:orders"\nengine = "postgres"\ninstance_class = "db.m6g.large"\nbackup_retention_period = 0',
      },
      {
        what: 'blue/green, under a prefix, restored to a point in time',
        text: 'identifier = "orders"\ninstance_use_identifier_prefix = true\nengine = "postgres"\ninstance_class = "db.m6g.large"\nblue_green_update = { enabled = true }\nrestore_to_point_in_time = { source_db_instance_identifier = "old", use_latest_restorable_time = true }',
      },
      {
        what: 'by variables that nobody states',
        text: 'identifier = var.name\nengine = "postgres"\nmulti_az = var.ha\ncreate_db_instance = var.create\n}\nvariable "name" {}\nvariable "ha" {}\nvariable "create" {\ntype = bool',
      },
    ],
  },
  {
    module: 'terraform-aws-modules/vpc/aws',
    tags: ['v5.2.0', 'v5.21.0', 'v6.0.0', 'v6.6.0'],
    calls: [
      { what: 'nothing but a name', text: 'name = "shop"' },
      {
        what: 'every kind of subnet, one gateway for each',
        text: `name = "shop"
          cidr                = "10.1.0.0/16"
          azs                 = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
          public_subnets      = ["10.1.1.0/24", "10.1.2.0/24", "10.1.3.0/24"]
          private_subnets     = ["10.1.11.0/24", "10.1.12.0/24", "10.1.13.0/24"]
          database_subnets    = ["10.1.21.0/24", "10.1.22.0/24", "10.1.23.0/24"]
          elasticache_subnets = ["10.1.31.0/24", "10.1.32.0/24"]
          redshift_subnets    = ["10.1.41.0/24", "10.1.42.0/24"]
          intra_subnets       = ["10.1.51.0/24"]
          enable_nat_gateway  = true
          database_subnet_group_name = "Shop-DB"
          private_subnet_tags = { tier = "app" }
          tags                = { team = "shop" }`,
      },
      {
        what: 'one gateway for each zone, tables of their own',
        text: `name = "shop"
          azs                    = ["eu-west-1a", "eu-west-1b"]
          public_subnets         = ["10.0.1.0/24", "10.0.2.0/24"]
          private_subnets        = ["10.0.11.0/24", "10.0.12.0/24", "10.0.13.0/24", "10.0.14.0/24"]
          database_subnets       = ["10.0.21.0/24", "10.0.22.0/24"]
          enable_nat_gateway     = true
          one_nat_gateway_per_az = true
          create_database_subnet_route_table = true
          create_database_nat_gateway_route  = true
          create_database_subnet_group       = false
          elasticache_subnets                   = ["10.0.31.0/24"]
          create_elasticache_subnet_route_table = true`,
      },
      {
        what: 'a single gateway, a database on the internet, logs into a bucket',
        text: `name = "shop"
          azs                    = ["eu-west-1a", "eu-west-1b"]
          public_subnets         = ["10.0.1.0/24", "10.0.2.0/24"]
          private_subnets        = ["10.0.11.0/24", "10.0.12.0/24"]
          database_subnets       = ["10.0.21.0/24", "10.0.22.0/24"]
          enable_nat_gateway     = true
          single_nat_gateway     = true
          create_database_subnet_route_table     = true
          create_database_internet_gateway_route = true
          enable_flow_log           = true
          flow_log_destination_type = "s3"
          flow_log_destination_arn  = "arn:aws:s3:::flow-logs-2f9a"
          map_public_ip_on_launch   = true`,
      },
      {
        what: 'zones that the Region decides, logs into a group',
        text: `name = "shop"
          azs                = slice(data.aws_availability_zones.available.names, 0, 2)
          public_subnets     = ["10.0.1.0/24", "10.0.2.0/24"]
          private_subnets    = [for index in range(2) : cidrsubnet("10.0.0.0/16", 8, index)]
          enable_nat_gateway = true
          enable_flow_log    = true
          create_flow_log_cloudwatch_log_group = true
          create_flow_log_cloudwatch_iam_role  = true
        }
        data "aws_availability_zones" "available" {
          state = "available"`,
      },
      {
        what: 'zones by their ids, gateways by a variable that nobody states',
        text: `name = "shop"
          azs                = ["euw1-az1", "euw1-az2"]
          public_subnets     = ["10.0.1.0/24", "10.0.2.0/24"]
          private_subnets    = ["10.0.11.0/24", "10.0.12.0/24"]
          enable_nat_gateway = var.egress
        }
        variable "egress" {
          type = bool`,
      },
      { what: 'turned off', text: 'create_vpc = false\nname = "shop"' },
    ],
  },
];
