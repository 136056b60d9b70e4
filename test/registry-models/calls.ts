/** Calls of registry modules as people write them, for each model, and the releases at the ends of what it describes. */

import type { InnerModule } from './compare.ts';

export interface ModuleCalls {
  readonly module: string;
  /** The first and the last release that each model of the module describes. */
  readonly tags: readonly string[];
  /** What the module calls itself. */
  readonly inner?: readonly InnerModule[];
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
    tags: ['v5.0.0', 'v5.1.2', 'v5.2.0', 'v5.21.0', 'v6.0.0', 'v6.6.0'],
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
  {
    module: 'terraform-aws-modules/alb/aws',
    tags: ['v9.7.0', 'v9.17.0', 'v10.0.0', 'v10.4.0', 'v10.5.0'],
    calls: [
      { what: 'nothing but a name', text: 'name = "shop"\nvpc_id = "vpc-1"\nsubnets = ["subnet-a", "subnet-b"]' },
      {
        what: 'listeners that forward and redirect, groups with checks, records',
        text: `name = "shop"
          vpc_id                     = "vpc-1"
          subnets                    = [aws_subnet.a.id, aws_subnet.b.id]
          enable_deletion_protection = false
          enable_zonal_shift         = null
          create_security_group      = false
          security_groups            = ["sg-1"]
          access_logs                = { bucket = "logs-2f9a", prefix = "alb" }
          listeners = {
            plain = { port = 80, protocol = "HTTP", redirect = { port = "443", protocol = "HTTPS", status_code = "HTTP_301" } }
            tls = {
              port            = 443
              protocol        = "HTTPS"
              certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/c"
              forward         = { target_group_key = "app" }
            }
            split = {
              port     = 8443
              protocol = "HTTP"
              weighted_forward = {
                target_groups = [
                  { target_group_key = "app", weight = 60 },
                  { target_group_key = "batch", weight = 40 },
                ]
              }
            }
            fixed = { port = 81, protocol = "HTTP", fixed_response = { content_type = "text/plain", message_body = "no", status_code = "404" } }
          }
          target_groups = {
            app = {
              name_prefix          = "app-"
              protocol             = "HTTP"
              port                 = 8080
              target_type          = "instance"
              deregistration_delay = 10
              create_attachment    = false
              health_check = { enabled = true, path = "/health", interval = 30, timeout = 6, healthy_threshold = 3, unhealthy_threshold = 3, protocol = "HTTP", matcher = "200-399" }
              stickiness   = { enabled = true, cookie_duration = 86400, type = "lb_cookie" }
              tags         = { part = "app" }
            }
            batch = { name = "batch", target_type = "ip", target_id = "10.0.0.9" }
          }
          additional_target_group_attachments = { second = { target_group_key = "batch", target_id = "10.0.0.10", port = 80 } }
          route53_records = { A = { name = "shop", type = "A", zone_id = "Z1" }, AAAA = { name = "shop", type = "AAAA", zone_id = "Z1" } }
          tags = { team = "shop" }
        }
        resource "aws_subnet" "a" {
          vpc_id            = "vpc-1"
          availability_zone = "eu-west-1a"
        }
        resource "aws_subnet" "b" {
          vpc_id            = "vpc-1"
          availability_zone = "eu-west-1b"`,
      },
      {
        what: 'a network load balancer on addresses of its own',
        text: `name = "shop"
          load_balancer_type               = "network"
          vpc_id                           = "vpc-1"
          internal                         = true
          enable_cross_zone_load_balancing = false
          subnet_mapping = [{ subnet_id = "subnet-a", allocation_id = "eipalloc-1" }]
          listeners      = { tcp = { port = 443, protocol = "TCP", forward = { target_group_key = "app" } } }
          target_groups  = { app = { protocol = "TCP", port = 443, target_type = "ip", create_attachment = false, load_balancing_cross_zone_enabled = "true" } }`,
      },
      {
        what: 'by variables that nobody states',
        text: 'name = "shop"\nvpc_id = "vpc-1"\nsubnets = var.subnets\nenable_deletion_protection = var.protect\ncreate = var.create\n}\nvariable "subnets" {}\nvariable "protect" {}\nvariable "create" {\ntype = bool',
      },
    ],
  },
  {
    module: 'terraform-aws-modules/autoscaling/aws',
    tags: ['v7.4.0', 'v7.7.0', 'v8.0.1', 'v8.3.1', 'v9.0.0', 'v9.2.1'],
    calls: [
      {
        what: 'the usual',
        text: `name = "shop"
          min_size            = 2
          max_size            = 6
          desired_capacity    = 3
          health_check_type   = "ELB"
          health_check_grace_period = 120
          vpc_zone_identifier = [aws_subnet.a.id]
          image_id            = "ami-1"
          instance_type       = "t3.large"
          block_device_mappings = [{ device_name = "/dev/xvda", ebs = { encrypted = true, volume_size = 20, volume_type = "gp3" } }]
          placement           = { availability_zone = "eu-west-1a" }
          tags                = { team = "shop" }
          autoscaling_group_tags = { backup = "no" }
        }
        resource "aws_subnet" "a" {
          vpc_id            = "vpc-1"
          availability_zone = "eu-west-1a"`,
      },
      {
        what: 'capacity left to others, spot beside on-demand, policies and schedules',
        text: `name = "shop"
          instance_name                   = "web"
          use_name_prefix                 = false
          ignore_desired_capacity_changes = true
          min_size            = 0
          max_size            = 4
          desired_capacity    = 0
          availability_zones  = ["eu-west-1a", "eu-west-1b"]
          launch_template_name            = "web"
          launch_template_use_name_prefix = false
          launch_template_version         = "3"
          image_id            = data.aws_ssm_parameter.image.value
          use_mixed_instances_policy = true
          mixed_instances_policy = {
            instances_distribution = { on_demand_base_capacity = 1, on_demand_percentage_above_base_capacity = 10, spot_allocation_strategy = "capacity-optimized" }
            launch_template = {}
          }
          scaling_policies = {
            cpu = { policy_type = "TargetTrackingScaling", target_tracking_configuration = { predefined_metric_specification = { predefined_metric_type = "ASGAverageCPUUtilization" }, target_value = 50 } }
          }
          schedules = { night = { min_size = 0, max_size = 1, desired_capacity = 0, recurrence = "0 18 * * 1-5", time_zone = "Europe/Rome" } }
          warm_pool = { pool_state = "Stopped", min_size = 1 }
        }
        data "aws_ssm_parameter" "image" {
          name = "/image"`,
      },
      {
        what: "somebody else's template, behind a balancer",
        since: 'v8.0.1',
        text: `name = "shop"
          min_size               = 1
          max_size               = var.most
          create_launch_template = false
          launch_template_id     = "lt-1"
          availability_zone_distribution = { capacity_distribution_strategy = "balanced-only" }
          traffic_source_attachments = { web = { traffic_source_identifier = aws_lb_target_group.web.arn, traffic_source_type = "elbv2" } }
        }
        variable "most" {}
        resource "aws_lb_target_group" "web" {
          name = "web"`,
      },
      { what: 'turned off', text: 'name = "shop"\ncreate = false\ncreate_launch_template = false' },
    ],
  },
  {
    module: 'terraform-aws-modules/rds-aurora/aws',
    tags: ['v9.0.0', 'v9.9.1', 'v9.16.1', 'v10.0.0', 'v10.2.0'],
    calls: [
      {
        what: 'two instances in subnets of their own',
        text: `name = "orders"
          engine         = "aurora-postgresql"
          engine_version = "16.4"
          instances = {
            one = { instance_class = "db.r6g.large", availability_zone = "eu-west-1a", promotion_tier = 1 }
            two = { identifier = "orders-standby", instance_class = "db.r6g.large", availability_zone = "eu-west-1b" }
          }
          create_db_subnet_group  = true
          db_subnet_group_name    = "orders"
          subnets                 = ["subnet-a", "subnet-b"]
          backup_retention_period = 14
          preferred_backup_window = "01:00-02:00"
          deletion_protection     = true
          skip_final_snapshot     = true
          copy_tags_to_snapshot   = true
          kms_key_id              = "arn:aws:kms:eu-west-1:111122223333:key/k"
          master_username         = "root"
          autoscaling_enabled      = true
          autoscaling_max_capacity = 5
          tags                     = { team = "shop" }
          cluster_tags             = { backup = "daily" }`,
      },
      {
        what: 'a secondary of a global database, without servers',
        text: `name = "orders"
          engine                    = "aurora-mysql"
          is_primary_cluster        = false
          global_cluster_identifier = aws_rds_global_cluster.orders.id
          source_region             = "us-east-1"
          enable_global_write_forwarding = true
          serverlessv2_scaling_configuration = { min_capacity = 1, max_capacity = 8 }
          backtrack_window          = 3600
          instances                 = { one = {} }
          instances_use_identifier_prefix = true
          db_subnet_group_name      = "shared"
        }
        resource "aws_rds_global_cluster" "orders" {
          global_cluster_identifier = "orders"`,
      },
      {
        what: 'by variables that nobody states',
        text: 'name = "orders"\nengine = "aurora-mysql"\ndeletion_protection = var.protect\ncreate = var.create\ninstances = var.instances\n}\nvariable "protect" {}\nvariable "instances" {}\nvariable "create" {\ntype = bool',
      },
    ],
  },
  {
    module: 'terraform-aws-modules/efs/aws',
    tags: ['v1.2.0', 'v1.8.1', 'v2.0.0'],
    calls: [
      { what: 'nothing but a name', text: 'name = "shared"' },
      {
        what: 'mounted in two zones, replicated',
        text: `name = "shared"
          encrypted     = true
          kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/k"
          mount_targets = { a = { subnet_id = aws_subnet.a.id }, b = { subnet_id = "subnet-b" } }
          create_replication_configuration      = true
          replication_configuration_destination = { region = "eu-west-2" }
          tags = { team = "shop" }
        }
        resource "aws_subnet" "a" {
          vpc_id            = "vpc-1"
          availability_zone = "eu-west-1a"`,
      },
      {
        what: 'in one zone without backups',
        text: 'name = "scratch"\navailability_zone_name = "eu-west-1a"\nenable_backup_policy = false',
      },
      { what: 'without a backup policy', text: 'name = "scratch"\ncreate_backup_policy = false' },
    ],
  },
  {
    module: 'lgallard/backup/aws',
    tags: ['1.5.0', '1.8.0', '1.10.0'],
    calls: [
      {
        what: 'a vault, a rule, a selection by tag',
        text: `vault_name = "orders"
          plan_name                         = "orders"
          rule_name                         = "daily"
          rule_schedule                     = "cron(0 12 * * ? *)"
          rule_lifecycle_cold_storage_after = 30
          rule_lifecycle_delete_after       = 120
          selection_name                    = "tagged"
          selection_tags                    = [{ type = "STRINGEQUALS", key = "backup", value = "daily" }]
          tags                              = { team = "shop" }`,
      },
      {
        what: 'locked, rules with copies, selections as a list',
        text: `vault_name = "orders"
          locked              = true
          min_retention_days  = 7
          max_retention_days  = 360
          changeable_for_days = 3
          vault_kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/k"
          notifications       = { sns_topic_arn = "arn:aws:sns:eu-west-1:111122223333:backup", backup_vault_events = ["BACKUP_JOB_FAILED"] }
          rules = [
            {
              name                     = "daily"
              schedule                 = "cron(0 5 * * ? *)"
              start_window             = 60
              completion_window        = 180
              enable_continuous_backup = true
              lifecycle                = { delete_after = 35 }
              copy_actions = [
                { destination_vault_arn = "arn:aws:backup:eu-west-2:111122223333:backup-vault:dr", lifecycle = { cold_storage_after = 0, delete_after = 90 } },
              ]
              recovery_point_tags = { kind = "daily" }
            },
            { name = "weekly", target_vault_name = "Default", schedule = "cron(0 5 ? * SUN *)", lifecycle = { cold_storage_after = 30, delete_after = 180 } },
          ]
          selections = [
            {
              name          = "tables"
              resources     = ["arn:aws:dynamodb:*:*:table/*"]
              not_resources = ["arn:aws:dynamodb:*:*:table/scratch"]
              conditions    = { string_equals = { "aws:ResourceTag/env" = "prod" } }
            },
          ]
          iam_role_arn = "arn:aws:iam::111122223333:role/backup"`,
      },
      {
        what: 'several plans',
        text: `vault_name = "orders"
          plans = {
            daily = {
              name       = "orders-daily"
              rules      = [{ name = "daily", schedule = "cron(0 5 * * ? *)", lifecycle = { delete_after = 30 } }]
              selections = { all = { selection_tags = [{ type = "STRINGEQUALS", key = "backup", value = "daily" }] } }
            }
            monthly = {
              rules      = [{ name = "monthly", schedule = "cron(0 5 1 * ? *)", lifecycle = { cold_storage_after = 30, delete_after = 365 } }]
              selections = { tables = { resources = ["arn:aws:dynamodb:*:*:table/*"] } }
            }
          }`,
      },
      { what: 'turned off', text: 'enabled = false\nvault_name = "orders"' },
    ],
  },
  {
    module: 'cloudposse/backup/aws',
    tags: ['v1.1.0', 'v1.1.1'],
    inner: [
      { key: 'it.this', module: 'cloudposse/label/null', tag: '0.25.0' },
      { key: 'it.label_backup_role', module: 'cloudposse/label/null', tag: '0.25.0' },
    ],
    calls: [
      {
        what: 'rules with a copy, a locked vault',
        text: `name = "orders"
          vault_name       = "orders"
          backup_vault_lock_configuration = { changeable_for_days = 3, min_retention_days = 7, max_retention_days = 365 }
          rules = [
            {
              name              = "daily"
              schedule          = "cron(0 5 * * ? *)"
              start_window      = 60
              completion_window = 240
              enable_continuous_backup = true
              lifecycle   = { delete_after = 30 }
              copy_action = { destination_vault_arn = "arn:aws:backup:eu-west-2:111122223333:backup-vault:dr", lifecycle = { delete_after = 60 } }
            },
          ]
          backup_resources     = ["arn:aws:dynamodb:*:*:table/*"]
          selection_tags       = [{ type = "STRINGEQUALS", key = "backup", value = "daily" }]
          selection_conditions = { string_equals = [{ key = "env", value = "prod" }] }`,
      },
      {
        what: 'into a vault that is there',
        text: 'name = "orders"\nvault_enabled = false\nvault_name = "shared"\nrules = [{ name = "weekly", schedule = "cron(0 5 ? * SUN *)" }]\niam_role_enabled = false\niam_role_name = "backup"',
      },
      { what: 'turned off', text: 'name = "orders"\nenabled = false' },
    ],
  },
  {
    module: 'terraform-aws-modules/elasticache/aws',
    tags: ['v1.7.0', 'v1.10.3'],
    calls: [
      {
        what: 'a group over two zones',
        text: `replication_group_id = "sessions"
          engine_version       = "7.1"
          node_type            = "cache.r7g.large"
          num_cache_clusters   = 2
          multi_az_enabled     = true
          snapshot_retention_limit = 7
          snapshot_window      = "01:00-02:00"
          kms_key_arn          = "arn:aws:kms:eu-west-1:111122223333:key/k"
          subnet_ids           = ["subnet-a", "subnet-b"]
          tags                 = { team = "shop" }`,
      },
      {
        what: 'shards, first of a global datastore',
        text: `replication_group_id = "sessions"
          engine_version          = "7.1"
          node_type               = "cache.r7g.large"
          cluster_mode_enabled    = true
          num_node_groups         = 2
          replicas_per_node_group = 1
          create_primary_global_replication_group = true
          create_subnet_group     = false
          subnet_group_name       = "shared"`,
      },
      {
        what: 'a cluster of its own',
        text: 'cluster_id = "pages"\ncreate_cluster = true\ncreate_replication_group = false\nengine = "memcached"\nnum_cache_nodes = 2\naz_mode = "cross-az"\nnode_type = "cache.t4g.small"',
      },
    ],
  },
  {
    module: 'terraform-aws-modules/lambda/aws',
    tags: ['v7.5.0', 'v7.21.1', 'v8.1.2', 'v8.2.0', 'v8.8.1'],
    calls: [
      {
        what: 'behind a queue, in subnets',
        text: `function_name = "worker"
          handler        = "index.handler"
          runtime        = "nodejs22.x"
          create_package = false
          local_existing_package         = "worker.zip"
          memory_size                    = 512
          reserved_concurrent_executions = 20
          provisioned_concurrent_executions = 2
          dead_letter_target_arn = "arn:aws:sqs:eu-west-1:111122223333:dead"
          vpc_subnet_ids         = ["subnet-a", "subnet-b"]
          vpc_security_group_ids = ["sg-1"]
          environment_variables  = { TABLE = "orders" }
          event_source_mapping   = { queue = { event_source_arn = "arn:aws:sqs:eu-west-1:111122223333:jobs", batch_size = 5, destination_arn_on_failure = "arn:aws:sqs:eu-west-1:111122223333:dead" } }
          create_async_event_config    = true
          maximum_event_age_in_seconds = 300
          maximum_retry_attempts       = 1
          destination_on_failure       = "arn:aws:sqs:eu-west-1:111122223333:dead"
          tags = { team = "shop" }`,
      },
      {
        what: 'an image, under a role of its own',
        text: 'function_name = "worker"\npackage_type = "Image"\ncreate_package = false\nimage_uri = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/worker:1"\ncreate_role = false\nlambda_role = "arn:aws:iam::111122223333:role/worker"',
      },
      {
        what: 'a layer',
        text: 'create_layer = true\nlayer_name = "shared"\ncreate_package = false\nlocal_existing_package = "layer.zip"',
      },
    ],
  },
  {
    module: 'terraform-aws-modules/eks/aws',
    tags: ['v19.0.0', 'v19.21.0', 'v20.29.0', 'v20.30.1'],
    calls: [
      {
        what: 'a cluster with managed nodes that share defaults',
        text: `cluster_name = "shop"
          cluster_version           = "1.31"
          vpc_id                    = "vpc-1"
          subnet_ids                = ["subnet-a", "subnet-b"]
          create_kms_key            = false
          cluster_encryption_config = {}
          eks_managed_node_group_defaults = { min_size = 2, ami_type = "AL2023_x86_64_STANDARD", tags = { team = "shop" } }
          eks_managed_node_groups = {
            web = { max_size = 6, desired_size = 3, instance_types = ["m6i.large"], block_device_mappings = { root = { device_name = "/dev/xvda", ebs = { volume_size = 50, encrypted = true } } } }
            batch = { name = "nightly", use_name_prefix = false, subnet_ids = ["subnet-c"], min_size = 0, use_custom_launch_template = false }
            named = { launch_template_use_name_prefix = false, launch_template_name = "named", placement = { availability_zone = "eu-west-1a" } }
          }
          tags = { stage = "live" }`,
      },
      {
        what: 'the control plane in subnets of its own, without groups of nodes',
        text: 'cluster_name = "shop"\ncontrol_plane_subnet_ids = ["subnet-a"]\nsubnet_ids = ["subnet-b"]\ncreate_kms_key = false\ncluster_encryption_config = {}',
      },
      { what: 'turned off', text: 'create = false' },
    ],
  },
  {
    module: 'terraform-aws-modules/eks/aws',
    tags: ['v20.37.2'],
    calls: [
      {
        what: 'a cluster of the time of Auto Mode, with managed nodes',
        text: `cluster_name = "shop"
          cluster_version              = "1.33"
          subnet_ids                   = ["subnet-a", "subnet-b"]
          cluster_encryption_config    = {}
          enable_auto_mode_custom_tags = false
          cluster_zonal_shift_config   = { enabled = true }
          eks_managed_node_groups      = { web = { desired_size = 2 } }`,
      },
    ],
  },
  {
    module: 'terraform-aws-modules/eks/aws',
    tags: ['v21.1.0', 'v21.10.1', 'v21.19.0'],
    calls: [
      {
        what: 'a cluster with managed nodes',
        text: `name = "shop"
          kubernetes_version = "1.33"
          vpc_id             = "vpc-1"
          subnet_ids         = ["subnet-a", "subnet-b"]
          create_kms_key     = false
          encryption_config  = null
          eks_managed_node_groups = {
            web = { min_size = 2, max_size = 6, desired_size = 3, instance_types = ["m6i.large"], block_device_mappings = { root = { device_name = "/dev/xvda", ebs = { volume_size = 50, encrypted = true } } } }
            batch = { name = "nightly", use_name_prefix = false, subnet_ids = ["subnet-c"], use_custom_launch_template = false }
          }
          tags = { team = "shop" }`,
      },
    ],
  },
];
