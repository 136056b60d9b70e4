/** Generated from fixtures/policies/ by scripts/policy-docs.ts; do not edit. */
/* oxlint-disable max-lines -- a table of all policies */
import type { ShownExample } from '../reporters/policy-account.ts';

export const builtInExamples: Readonly<Record<string, readonly ShownExample[]>> = {
  "acm/dr-certificate": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-other-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_acm_certificate\" \"shop\" {\n  domain_name = \"shop.example.com\"\n}\n\n# The next line is reported.\nresource \"aws_lb_listener\" \"shop\" {\n  provider          = aws.recovery\n  load_balancer_arn = \"arn:aws:elasticloadbalancing:us-west-2:111122223333:loadbalancer/app/shop/0a1b2c3d\"\n  port              = 443\n  protocol          = \"HTTPS\"\n  certificate_arn   = aws_acm_certificate.shop.arn\n\n  default_action {\n    type             = \"forward\"\n    target_group_arn = \"arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/shop/0a1b2c3d\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: recovery.yaml, region: us-west-2, role: recovery }\nregions: { primary: us-east-1, recovery: [us-west-2] }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Listener:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties:\n      LoadBalancerArn: arn:aws:elasticloadbalancing:us-west-2:111122223333:loadbalancer/app/shop/0a1b2c3d\n      Port: 443\n      Protocol: HTTPS\n      Certificates: [{ CertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/shop }]\n      DefaultActions:\n        - Type: forward\n          TargetGroupArn: arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/shop/0a1b2c3d\n\n  # The next line is reported.\n  Classic:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: !GetAZs ''\n      Listeners:\n        - InstancePort: '80'\n          LoadBalancerPort: '443'\n          Protocol: HTTPS\n          SSLCertificateId: arn:aws:acm:us-east-1:111122223333:certificate/shop\n\n  # The next line is reported.\n  Name:\n    Type: AWS::ApiGateway::DomainName\n    Properties:\n      DomainName: api.example.com\n      EndpointConfiguration: { Types: [REGIONAL] }\n      RegionalCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/shop\n\n  # The next line is reported.\n  Everywhere:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        Aliases: [shop.example.com]\n        Origins: [{ Id: shop, DomainName: origin.example.com }]\n        DefaultCacheBehavior: { TargetOriginId: shop, ViewerProtocolPolicy: https-only }\n        ViewerCertificate: { AcmCertificateArn: 'arn:aws:acm:us-west-2:111122223333:certificate/shop' }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-edge-name.tf",
          "text": "# Recovery Region: us-west-2\n# CloudFront answers for an edge-optimized name, with a certificate of its own Region.\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_api_gateway_domain_name\" \"api\" {\n  provider        = aws.recovery\n  domain_name     = \"api.example.com\"\n  certificate_arn = \"arn:aws:acm:us-east-1:111122223333:certificate/api\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Balancer:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: !GetAZs ''\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Balancer:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: !GetAZs ''\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        }
      ]
    }
  ],
  "apigateway/dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-edge-name.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_api_gateway_domain_name\" \"orders\" {\n  domain_name     = \"orders.example.com\"\n  certificate_arn = \"arn:aws:acm:us-east-1:111122223333:certificate/orders\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-edge-name.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  Orders:\n    Type: AWS::ApiGateway::DomainName\n    Properties:\n      DomainName: orders.example.com\n      CertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/orders\n      # The next line is reported.\n      EndpointConfiguration: { Types: [EDGE] }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-edge-apis.tf",
          "text": "# Recovery Region: us-west-2\n# Of an API the endpoint need not be regional: CloudFront passes on to either.\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_api_gateway_rest_api\" \"orders\" {\n  name = \"orders\"\n}\n\nresource \"aws_api_gateway_rest_api\" \"orders_recovery\" {\n  provider = aws.recovery\n  name     = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: { Name: orders, ProtocolType: HTTP }"
        },
        {
          "path": "recovery.yaml",
          "text": "# The recovery Region's own needs no further one.\nResources:\n  Orders:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: { Name: orders, ProtocolType: HTTP }"
        }
      ]
    }
  ],
  "apigateway/throttling": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_apigatewayv2_stage\" \"live\" {\n  api_id = \"a1b2c3d4e5\"\n  name   = \"live\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Live:\n    Type: AWS::ApiGateway::Stage\n    Properties: { RestApiId: a1b2c3d4e5, DeploymentId: f6g7h8, StageName: live }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-usage-plan.tf",
          "text": "# Promised: warm-standby\nresource \"aws_api_gateway_rest_api\" \"shop\" {\n  name = \"shop\"\n}\n\nresource \"aws_api_gateway_stage\" \"live\" {\n  rest_api_id   = aws_api_gateway_rest_api.shop.id\n  deployment_id = \"f6g7h8\"\n  stage_name    = \"live\"\n}\n\nresource \"aws_api_gateway_usage_plan\" \"partners\" {\n  name = \"partners\"\n\n  api_stages {\n    api_id = aws_api_gateway_rest_api.shop.id\n    stage  = aws_api_gateway_stage.live.stage_name\n  }\n\n  throttle_settings {\n    rate_limit  = 100\n    burst_limit = 200\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-limited.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Live:\n    Type: AWS::ApiGateway::Stage\n    Properties:\n      RestApiId: a1b2c3d4e5\n      DeploymentId: f6g7h8\n      StageName: live\n      MethodSettings:\n        - { ResourcePath: '/*', HttpMethod: '*', ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 }"
        }
      ]
    }
  ],
  "arc/readiness": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_lb\" \"web\" {\n  name = \"web\"\n}\n\n# The next line is reported.\nresource \"aws_lb\" \"web_recovery\" {\n  provider = aws.recovery\n  name     = \"web-recovery\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  LoadBalancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Name: web }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  # The next line is reported.\n  LoadBalancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Name: web }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-one-region.tf",
          "text": "# Promised: warm-standby\n# There is nothing to switch to.\nresource \"aws_lb\" \"web\" {\n  name = \"web\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-one-region.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\nResources:\n  LoadBalancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Name: web }"
        }
      ]
    }
  ],
  "asg/dr-capacity": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-cannot-grow.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  name             = \"web\"\n  min_size         = 4\n  max_size         = 20\n  desired_capacity = 10\n}\n\nresource \"aws_autoscaling_group\" \"web_recovery\" {\n  region           = \"us-west-2\"\n  name             = \"web\"\n  min_size         = 2\n  # The next line is reported.\n  max_size         = 6\n  desired_capacity = 2\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: pilot-light\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Group:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: '4', MaxSize: '12' }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Group:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: '0'\n      # The next line is reported.\n      MaxSize: '2'"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-one-region.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  name             = \"web\"\n  min_size         = 4\n  max_size         = 12\n  desired_capacity = 4\n}\n\n# Another group of the same Region, not its recovery.\nresource \"aws_autoscaling_group\" \"jobs\" {\n  name     = \"jobs\"\n  min_size = 0\n  max_size = 1\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: web.yaml, parameters: [primary.json], region: us-east-1, role: primary }\n  - { path: web.yaml, parameters: [recovery.json], region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.json",
          "text": "[{ \"ParameterKey\": \"Desired\", \"ParameterValue\": \"6\" }]"
        },
        {
          "path": "recovery.json",
          "text": "[{ \"ParameterKey\": \"Desired\", \"ParameterValue\": \"2\" }]"
        },
        {
          "path": "web.yaml",
          "text": "Parameters:\n  Desired:\n    Type: Number\n\nResources:\n  Group:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: '0'\n      MaxSize: '12'\n      DesiredCapacity: !Ref Desired"
        }
      ]
    }
  ],
  "asg/dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-region.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      AvailabilityZones: !GetAZs ''"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-template-at-pilot-light.tf",
          "text": "# Promised: pilot-light\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_launch_template\" \"web\" {\n  name     = \"web\"\n  image_id = \"resolve:ssm:/shop/web-image\"\n}\n\nresource \"aws_launch_template\" \"web_recovery\" {\n  provider = aws.recovery\n  name     = \"web\"\n  image_id = \"resolve:ssm:/shop/web-image\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n\n  launch_template {\n    id = aws_launch_template.web.id\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 4\n      MaxSize: 8\n      AvailabilityZones: !GetAZs ''"
        },
        {
          "path": "recovery.yaml",
          "text": "# The recovery Region's own group needs no further one.\nResources:\n  StandbyServers:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 1\n      MaxSize: 8\n      AvailabilityZones: !GetAZs ''"
        }
      ]
    }
  ],
  "asg/elb-health-check": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-looked-up.tf",
          "text": "# Promised: warm-standby\ndata \"aws_lb_target_group\" \"web\" {\n  name = \"web\"\n}\n\n# The next line is reported.\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n  target_group_arns  = [data.aws_lb_target_group.web.arn]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-classic.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Balancer:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: !GetAZs ''\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }\n\n  # The next line is reported.\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      HealthCheckGracePeriod: 120\n      AvailabilityZones: !GetAZs ''\n      LoadBalancerNames: [!Ref Balancer]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-checked.tf",
          "text": "# Promised: warm-standby\nresource \"aws_lb_target_group\" \"web\" {\n  port     = 80\n  protocol = \"HTTP\"\n  vpc_id   = \"vpc-0a1b2c3d\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n  target_group_arns  = [aws_lb_target_group.web.arn]\n  health_check_type  = \"EBS,ELB\"\n}\n\n# Workers take their jobs from a queue.\nresource \"aws_autoscaling_group\" \"workers\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-checked.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Group:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties: { Port: 80, Protocol: HTTP, VpcId: vpc-0a1b2c3d }\n\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      AvailabilityZones: !GetAZs ''\n      TargetGroupARNs: [!Ref Group]\n      HealthCheckType: ELB\n\n  Workers:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: 2, MaxSize: 4, AvailabilityZones: !GetAZs '' }"
        }
      ]
    }
  ],
  "asg/launch-template-version": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-pinned.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_launch_template\" \"web\" {\n  name = \"web\"\n}\n\nresource \"aws_launch_template\" \"web_recovery\" {\n  provider = aws.recovery\n  name     = \"web\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n\n  launch_template {\n    id      = aws_launch_template.web.id\n    version = \"$Latest\"\n  }\n}\n\nresource \"aws_autoscaling_group\" \"web_recovery\" {\n  provider           = aws.recovery\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-west-2a\", \"us-west-2b\"]\n\n  launch_template {\n    id = aws_launch_template.web_recovery.id\n    # The next line is reported.\n    version = \"3\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Template:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData: { ImageId: 'resolve:ssm:/shop/web/2026-11' }\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      AvailabilityZones: !GetAZs ''\n      LaunchTemplate:\n        LaunchTemplateId: !Ref Template\n        Version: !GetAtt Template.LatestVersionNumber"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Template:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData: { ImageId: 'resolve:ssm:/shop/web/2025-03' }\n  # The next line is reported.\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      AvailabilityZones: !GetAZs ''\n      LaunchTemplate:\n        LaunchTemplateId: !Ref Template\n        Version: !GetAtt Template.LatestVersionNumber"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-configuration-in-recovery.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\n# A launch configuration has no versions to compare.\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_launch_template\" \"web\" {\n  name     = \"web\"\n  image_id = \"resolve:ssm:/shop/web\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n\n  launch_template {\n    id      = aws_launch_template.web.id\n    version = \"$Latest\"\n  }\n}\n\nresource \"aws_autoscaling_group\" \"web_recovery\" {\n  provider           = aws.recovery\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-west-2a\", \"us-west-2b\"]\n\n  launch_configuration = \"web\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      AvailabilityZones: !GetAZs ''\n      LaunchTemplate: { LaunchTemplateName: web, Version: $Latest }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      AvailabilityZones: !GetAZs ''\n      LaunchTemplate: { LaunchTemplateName: web, Version: $Latest }"
        }
      ]
    }
  ],
  "asg/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-subnet.tf",
          "text": "resource \"aws_subnet\" \"a\" {\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = \"us-east-1a\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size = 2\n  max_size = 4\n  # The next line is reported.\n  vpc_zone_identifier = [aws_subnet.a.id]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-own-zone.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: 2\n      MaxSize: 4\n      # The next line is reported.\n      AvailabilityZones: [us-east-1a]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-own-zones.tf",
          "text": "resource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 2\n  max_size           = 4\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-all-zones.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: 2, MaxSize: 4, AvailabilityZones: !GetAZs '' }\n\n  Template:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: 2, MaxSize: 4 }"
        }
      ]
    }
  ],
  "aurora/backtrack": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-mysql\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      # The next line is reported.\n      BacktrackWindow: 0"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-mysql\"\n  backtrack_window   = 86400\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      BacktrackWindow: 86400"
        }
      ]
    }
  ],
  "aurora/backup-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-postgresql\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long-enough.tf",
          "text": "resource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier      = \"orders\"\n  engine                  = \"aurora-mysql\"\n  backup_retention_period = 30\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-long-enough.yaml",
          "text": "# Promised: pilot-light\nResources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      BackupRetentionPeriod: 7"
        }
      ]
    }
  ],
  "aurora/copy-tags-to-snapshot": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-postgresql\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier    = \"orders\"\n  engine                = \"aurora-postgresql\"\n  copy_tags_to_snapshot = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n      CopyTagsToSnapshot: true"
        }
      ]
    }
  ],
  "aurora/deletion-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-postgresql\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n      # The next line is reported.\n      DeletionProtection: 'false'"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier  = \"orders\"\n  engine              = \"aurora-postgresql\"\n  deletion_protection = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n      DeletionProtection: true"
        }
      ]
    }
  ],
  "aurora/final-snapshot": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-skipped.tf",
          "text": "resource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-postgresql\"\n  # The next line is reported.\n  skip_final_snapshot       = true\n  final_snapshot_identifier = \"orders-final\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-deleted.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    # The next line is reported.\n    DeletionPolicy: Delete\n    Properties:\n      Engine: aurora-postgresql"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-named.tf",
          "text": "resource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier        = \"orders\"\n  engine                    = \"aurora-postgresql\"\n  final_snapshot_identifier = \"orders-last\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-default.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n\n  Invoices:\n    Type: AWS::RDS::DBCluster\n    DeletionPolicy: Retain\n    Properties:\n      Engine: aurora-postgresql"
        }
      ]
    }
  ],
  "aurora/global-database": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-postgresql\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n\n  # A global cluster with one member.\n  Everywhere:\n    Type: AWS::RDS::GlobalCluster\n    Properties:\n      SourceDBClusterIdentifier: !Ref Orders"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-multi-az-cluster.tf",
          "text": "# Not Aurora: it can't be a member of a global cluster.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier        = \"orders\"\n  engine                    = \"postgres\"\n  db_cluster_instance_class = \"db.m6gd.large\"\n  allocated_storage         = 100\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Everywhere:\n    Type: AWS::RDS::GlobalCluster\n    Properties:\n      GlobalClusterIdentifier: orders\n      SourceDBClusterIdentifier: !Ref Orders\n\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n      GlobalClusterIdentifier: orders\n\n  OrdersReader:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: aurora-postgresql\n      DBClusterIdentifier: !Ref Orders\n      DBInstanceClass: db.serverless"
        }
      ]
    }
  ],
  "aurora/multi-az-instances": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-serverless.tf",
          "text": "# A cluster of Serverless v1 has one instance that AWS builds anew elsewhere, and no place for a second.\n# The next line is reported.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-mysql\"\n  engine_mode        = \"serverless\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-instance.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n\n  OrdersWriter:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: aurora-postgresql\n      DBClusterIdentifier: !Ref Orders\n      DBInstanceClass: db.serverless"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-multi-az-cluster.tf",
          "text": "# Three instances in three zones, none of which is declared.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier        = \"orders\"\n  engine                    = \"postgres\"\n  db_cluster_instance_class = \"db.m6gd.large\"\n  allocated_storage         = 100\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-multi-az-cluster.yaml",
          "text": "Parameters:\n  Engine:\n    Type: String\n\nResources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: !Ref Engine\n      DBClusterInstanceClass: db.m6gd.large\n      AllocatedStorage: 100"
        }
      ]
    }
  ],
  "backup/audit": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: active-active\n# The next line is reported.\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: active-active\nResources:\n  # The next line is reported.\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - { RuleName: daily, TargetBackupVault: main }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-framework.tf",
          "text": "# Promised: active-active\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}\n\nresource \"aws_backup_framework\" \"backups\" {\n  name = \"backups\"\n\n  control {\n    name = \"BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-report.yaml",
          "text": "# Promised: active-active\nResources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - { RuleName: daily, TargetBackupVault: main }\n\n  Report:\n    Type: AWS::Backup::ReportPlan\n    Properties:\n      ReportSetting: { ReportTemplate: BACKUP_JOB_REPORT }\n      ReportDeliveryChannel: { S3BucketName: shop-reports }"
        }
      ]
    }
  ],
  "backup/cold-storage-lifecycle": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-too-soon.tf",
          "text": "resource \"aws_backup_plan\" \"shop\" {\n  name = \"shop\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      cold_storage_after = 7\n      # The next line is reported.\n      delete_after = 35\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-copy.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            CopyActions:\n              - DestinationBackupVaultArn: arn:aws:backup:us-west-2:111122223333:backup-vault:recovery\n                Lifecycle:\n                  MoveToColdStorageAfterDays: 7\n                  # The next line is reported.\n                  DeleteAfterDays: 35"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-ninety-days.tf",
          "text": "resource \"aws_backup_plan\" \"shop\" {\n  name = \"shop\"\n\n  rule {\n    rule_name         = \"monthly\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      cold_storage_after = 30\n      delete_after       = 120\n    }\n  }\n\n  rule {\n    rule_name         = \"yearly\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      cold_storage_after = 30\n    }\n  }\n\n  # Nothing of this rule moves to cold storage.\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      delete_after = 35\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-ninety-days.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: shop\n        BackupPlanRule:\n          - RuleName: monthly\n            TargetBackupVault: main\n            Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 }\n          - RuleName: archive\n            TargetBackupVault: main\n            Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: -1 }\n          - RuleName: daily\n            TargetBackupVault: main\n            Lifecycle: { DeleteAfterDays: 35 }"
        }
      ]
    }
  ],
  "backup/continuous": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-too-long.tf",
          "text": "resource \"aws_backup_plan\" \"continuous\" {\n  name = \"continuous\"\n\n  rule {\n    rule_name                = \"continuous\"\n    target_vault_name        = \"main\"\n    enable_continuous_backup = true\n\n    lifecycle {\n      # The next line is reported.\n      delete_after = 36\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-too-long.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: continuous\n        BackupPlanRule:\n          - RuleName: continuous\n            TargetBackupVault: main\n            EnableContinuousBackup: true\n            Lifecycle:\n              # The next line is reported.\n              DeleteAfterDays: 90"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: backup-restore\nobjectives: { rto: 8h, rpo: 4h }"
        },
        {
          "path": "main.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 0\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-within.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: continuous\n        BackupPlanRule:\n          - RuleName: continuous\n            TargetBackupVault: main\n            EnableContinuousBackup: true\n            Lifecycle: { DeleteAfterDays: 35 }\n          - RuleName: archive\n            TargetBackupVault: main\n            Lifecycle: { DeleteAfterDays: 365 }\n\n  Receipts:\n    Type: AWS::S3::Bucket"
        }
      ]
    }
  ],
  "backup/copy-loses-pitr": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: backup-restore\nregions: { primary: us-east-1, recovery: [us-west-2] }\nobjectives: { rto: 8h, rpo: 1h }"
        },
        {
          "path": "main.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_backup_plan\" \"continuous\" {\n  name = \"continuous\"\n\n  rule {\n    rule_name                = \"continuous\"\n    target_vault_name        = \"main\"\n    schedule                 = \"cron(0 5 * * ? *)\"\n    start_window             = 60\n    enable_continuous_backup = true\n\n    lifecycle {\n      delete_after = 35\n    }\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:us-west-2:111122223333:backup-vault:main\"\n    }\n  }\n}\n\nresource \"aws_backup_selection\" \"orders\" {\n  name         = \"orders\"\n  plan_id      = aws_backup_plan.continuous.id\n  iam_role_arn = \"arn:aws:iam::111122223333:role/backup\"\n  resources    = [\"arn:aws:rds:*:*:db:*\"]\n}\n\n# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 7\n}\n\n# It stays in the Region of its source.\nresource \"aws_db_instance\" \"reports\" {\n  identifier          = \"reports\"\n  replicate_source_db = aws_db_instance.orders.identifier\n  instance_class      = \"db.m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: backup-restore\nregions: { primary: us-east-1, recovery: [us-west-2] }\nobjectives: { rto: 8h, rpo: 1h }\ndeployments: [{ path: template.yaml, region: us-east-1 }]"
        },
        {
          "path": "template.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: continuous\n        BackupPlanRule:\n          - RuleName: continuous\n            TargetBackupVault: main\n            ScheduleExpression: cron(0 5 * * ? *)\n            StartWindowMinutes: 60\n            EnableContinuousBackup: true\n            Lifecycle: { DeleteAfterDays: 35 }\n            CopyActions:\n              - DestinationBackupVaultArn: arn:aws:backup:us-west-2:111122223333:backup-vault:main\n\n  Selection:\n    Type: AWS::Backup::BackupSelection\n    Properties:\n      BackupPlanId: !Ref Plan\n      BackupSelection:\n        SelectionName: receipts\n        IamRoleArn: arn:aws:iam::111122223333:role/backup\n        Resources: [!GetAtt Receipts.Arn]\n\n  # The next line is reported.\n  Receipts:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-no-rpo-stated.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_backup_plan\" \"continuous\" {\n  name = \"continuous\"\n\n  rule {\n    rule_name                = \"continuous\"\n    target_vault_name        = \"main\"\n    schedule                 = \"cron(0 5 * * ? *)\"\n    start_window             = 60\n    enable_continuous_backup = true\n\n    lifecycle {\n      delete_after = 35\n    }\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:us-west-2:111122223333:backup-vault:main\"\n    }\n  }\n}\n\nresource \"aws_backup_selection\" \"orders\" {\n  name         = \"orders\"\n  plan_id      = aws_backup_plan.continuous.id\n  iam_role_arn = \"arn:aws:iam::111122223333:role/backup\"\n  resources    = [\"arn:aws:rds:*:*:db:*\"]\n}\n\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 7\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-no-rpo-stated.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: continuous\n        BackupPlanRule:\n          - RuleName: continuous\n            TargetBackupVault: main\n            ScheduleExpression: cron(0 5 * * ? *)\n            StartWindowMinutes: 60\n            EnableContinuousBackup: true\n            Lifecycle: { DeleteAfterDays: 35 }\n            CopyActions:\n              - DestinationBackupVaultArn: arn:aws:backup:us-west-2:111122223333:backup-vault:main\n\n  Selection:\n    Type: AWS::Backup::BackupSelection\n    Properties:\n      BackupPlanId: !Ref Plan\n      BackupSelection:\n        SelectionName: receipts\n        IamRoleArn: arn:aws:iam::111122223333:role/backup\n        Resources: [!GetAtt Receipts.Arn]\n\n  Receipts:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "backup/copy-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-kept-in-third-region.tf",
          "text": "# Promised: warm-standby\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_backup_plan\" \"shop\" {\n  name = \"shop\"\n\n  # The next line is reported.\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:us-west-2:111122223333:backup-vault:main\"\n\n      lifecycle {\n        delete_after = 7\n      }\n    }\n  }\n\n  # It goes somewhere else.\n  rule {\n    rule_name         = \"monthly\"\n    target_vault_name = \"main\"\n    schedule          = \"cron(0 5 1 * ? *)\"\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:eu-west-1:111122223333:backup-vault:main\"\n\n      lifecycle {\n        delete_after = 365\n      }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          # The next line is reported.\n          - RuleName: daily\n            TargetBackupVault: main\n            Lifecycle: { DeleteAfterDays: 90 }\n            CopyActions:\n              - DestinationBackupVaultArn: arn:aws:backup:us-west-2:111122223333:backup-vault:main\n                Lifecycle: { DeleteAfterDays: 7 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-kept.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      delete_after = 35\n    }\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:us-west-2:111122223333:backup-vault:main\"\n    }\n  }\n\n  # What the monthly copies keep in the same Region lasts.\n  rule {\n    rule_name         = \"hourly\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      delete_after = 2\n    }\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:us-west-2:111122223333:backup-vault:hours\"\n    }\n  }\n\n  # Nothing is copied.\n  rule {\n    rule_name         = \"weekly\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      delete_after = 7\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-kept.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            Lifecycle: { DeleteAfterDays: 7 }\n            CopyActions:\n              - DestinationBackupVaultArn: arn:aws:backup:us-west-2:111122223333:backup-vault:main\n                Lifecycle: { MoveToColdStorageAfterDays: 7, DeleteAfterDays: 365 }"
        }
      ]
    }
  ],
  "backup/cross-account-copy": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "workloads:\n  - { name: shop, include: ['**'], tier: backup-restore, needs: [account-isolation] }"
        },
        {
          "path": "main.tf",
          "text": "provider \"aws\" {\n  region              = \"us-east-1\"\n  allowed_account_ids = [\"111122223333\"]\n}\n\n# The next line is reported.\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-own-account.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            CopyActions:\n              - DestinationBackupVaultArn: !Sub arn:aws:backup:us-west-2:${AWS::AccountId}:backup-vault:main"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-stored-air-gapped.tf",
          "text": "provider \"aws\" {\n  region              = \"us-east-1\"\n  allowed_account_ids = [\"111122223333\"]\n}\n\nresource \"aws_backup_logically_air_gapped_vault\" \"isolated\" {\n  name               = \"isolated\"\n  min_retention_days = 7\n  max_retention_days = 365\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n\n    target_logically_air_gapped_backup_vault_arn = aws_backup_logically_air_gapped_vault.isolated.arn\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-air-gapped.yaml",
          "text": "Resources:\n  Isolated:\n    Type: AWS::Backup::LogicallyAirGappedBackupVault\n    Properties:\n      BackupVaultName: isolated\n      MinRetentionDays: 7\n      MaxRetentionDays: 365\n\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            CopyActions:\n              - DestinationBackupVaultArn: !GetAtt Isolated.BackupVaultArn"
        }
      ]
    }
  ],
  "backup/cross-region-copy": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-copy.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  # The next line is reported.\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-copy.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          # The next line is reported.\n          - RuleName: daily\n            TargetBackupVault: main"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-copied-to-arn.tf",
          "text": "variable \"recovery_region\" {\n  type    = string\n  default = \"us-west-2\"\n}\n\ndata \"aws_caller_identity\" \"current\" {}\n\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The vault is declared elsewhere, its Region stands in the ARN.\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:${var.recovery_region}:${data.aws_caller_identity.current.account_id}:backup-vault:main\"\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-copied.yaml",
          "text": "# Deployed to: us-east-1\nMappings:\n  Recovery:\n    us-east-1: { Region: us-west-2 }\n    eu-west-1: { Region: eu-central-1 }\n\nResources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            CopyActions:\n              - DestinationBackupVaultArn: !Sub\n                  - arn:aws:backup:${Region}:${AWS::AccountId}:backup-vault:main\n                  - Region: !FindInMap [Recovery, !Ref 'AWS::Region', Region]"
        }
      ]
    }
  ],
  "backup/frequency": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-weekly.tf",
          "text": "resource \"aws_backup_plan\" \"weekly\" {\n  name = \"weekly\"\n\n  rule {\n    rule_name         = \"weekly\"\n    target_vault_name = \"main\"\n    # The next line is reported.\n    schedule = \"cron(0 3 ? * SUN *)\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-rate.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: rarely\n        BackupPlanRule:\n          - RuleName: rarely\n            TargetBackupVault: main\n            # The next line is reported.\n            ScheduleExpression: rate(3 days)"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-rules-to-be-given.tf",
          "text": "variable \"rules\" {\n  type    = list(object({ name = string, schedule = string }))\n  default = []\n}\n\nresource \"aws_backup_plan\" \"orders\" {\n  name = \"orders\"\n\n  dynamic \"rule\" {\n    for_each = var.rules\n    content {\n      rule_name         = rule.value.name\n      schedule          = rule.value.schedule\n      target_vault_name = \"orders\"\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-daily.yaml",
          "text": "# Deployed to: eu-central-1\nConditions:\n  IsEurope: !Equals [!Ref 'AWS::Region', eu-central-1]\n\nResources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            ScheduleExpression: !If [IsEurope, 'cron(0 1 * * ? *)', 'cron(0 5 * * ? *)']\n\n  Often:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: often\n        BackupPlanRule:\n          - RuleName: often\n            TargetBackupVault: main\n            ScheduleExpression: rate(6 hours)"
        }
      ]
    }
  ],
  "backup/resource-covered": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-plan.tf",
          "text": "# The next line is reported.\nresource \"aws_s3_bucket\" \"receipts\" {\n  bucket = \"shop-receipts\"\n}\n\n# The next line is reported.\nresource \"aws_ebs_volume\" \"search\" {\n  availability_zone = \"us-east-1a\"\n  size              = 200\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-plan.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Receipts:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: { Status: Enabled }\n\n  # The next line is reported.\n  Uploads:\n    Type: AWS::EFS::FileSystem"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-auxiliary.tf",
          "text": "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"shop-logs\"\n}\n\nresource \"aws_dynamodb_table\" \"terraform\" {\n  name         = \"terraform\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"LockID\"\n\n  attribute {\n    name = \"LockID\"\n    type = \"S\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: backup.yaml, region: us-east-1 }\n  - { path: shop.yaml, region: us-east-1 }"
        },
        {
          "path": "backup.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n\n  Selection:\n    Type: AWS::Backup::BackupSelection\n    Properties:\n      BackupPlanId: !Ref Plan\n      BackupSelection:\n        SelectionName: production\n        IamRoleArn: arn:aws:iam::111122223333:role/backup\n        Conditions:\n          StringEquals:\n            - { ConditionKey: aws:ResourceTag/environment, ConditionValue: production }"
        },
        {
          "path": "shop.yaml",
          "text": "Resources:\n  Receipts:\n    Type: AWS::S3::Bucket\n    Properties:\n      Tags:\n        - { Key: environment, Value: production }"
        }
      ]
    }
  ],
  "backup/restore-testing": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}\n\nresource \"aws_backup_selection\" \"uploads\" {\n  name         = \"uploads\"\n  plan_id      = aws_backup_plan.daily.id\n  iam_role_arn = \"arn:aws:iam::111122223333:role/backup\"\n  resources    = [aws_s3_bucket.uploads.arn]\n}\n\n# The next line is reported.\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - { RuleName: daily, TargetBackupVault: main }\n\n  Selection:\n    Type: AWS::Backup::BackupSelection\n    Properties:\n      BackupPlanId: !Ref Plan\n      BackupSelection:\n        SelectionName: uploads\n        IamRoleArn: arn:aws:iam::111122223333:role/backup\n        Resources: [!GetAtt Uploads.Arn]\n\n  # The next line is reported.\n  Uploads:\n    Type: AWS::S3::Bucket"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-nothing-backed-up.tf",
          "text": "# Promised: warm-standby\nresource \"aws_sqs_queue\" \"jobs\" {\n  name = \"jobs\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-nothing-backed-up.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Jobs:\n    Type: AWS::SQS::Queue"
        }
      ]
    }
  ],
  "backup/retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-short.tf",
          "text": "# Promised: warm-standby\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n\n    lifecycle {\n      # The next line is reported.\n      delete_after = 14\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-only-rule.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            Lifecycle:\n              # The next line is reported.\n              DeleteAfterDays: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-for-ever.tf",
          "text": "# Promised: active-active\nresource \"aws_backup_plan\" \"shop\" {\n  name = \"shop\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-week-for-pilot-light.yaml",
          "text": "# Promised: pilot-light\nResources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            Lifecycle: { DeleteAfterDays: 7 }"
        }
      ]
    }
  ],
  "backup/selection-empty": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-selection.tf",
          "text": "# The next line is reported.\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-selection.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - { RuleName: daily, TargetBackupVault: main }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-all-but-one.tf",
          "text": "# It takes whatever is declared nowhere, too.\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n}\n\nresource \"aws_backup_selection\" \"account\" {\n  name          = \"account\"\n  plan_id       = aws_backup_plan.daily.id\n  iam_role_arn  = \"arn:aws:iam::111122223333:role/backup\"\n  resources     = [\"*\"]\n  not_resources = [aws_dynamodb_table.sessions.arn]\n}\n\nresource \"aws_dynamodb_table\" \"sessions\" {\n  name = \"sessions\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-selected.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - { RuleName: daily, TargetBackupVault: main }\n\n  Selection:\n    Type: AWS::Backup::BackupSelection\n    Properties:\n      BackupPlanId: !Ref Plan\n      BackupSelection:\n        SelectionName: tagged\n        IamRoleArn: arn:aws:iam::111122223333:role/backup\n        Resources: [!GetAtt Uploads.Arn]\n\n  Uploads:\n    Type: AWS::S3::Bucket"
        }
      ]
    }
  ],
  "backup/vault-access-policy": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-policy.tf",
          "text": "# The next line is reported.\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\n# It only lets others copy in.\nresource \"aws_backup_vault\" \"central\" {\n  name = \"central\"\n}\n\nresource \"aws_backup_vault_policy\" \"central\" {\n  backup_vault_name = aws_backup_vault.central.name\n  # The next line is reported.\n  policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Allow\"\n      Principal = { AWS = \"arn:aws:iam::111122223333:root\" }\n      Action    = \"backup:CopyIntoBackupVault\"\n      Resource  = \"*\"\n    }]\n  })\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-policy.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-denied-or-locked.tf",
          "text": "resource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\ndata \"aws_iam_policy_document\" \"keep\" {\n  statement {\n    effect    = \"Deny\"\n    actions   = [\"backup:DeleteRecoveryPoint\", \"backup:UpdateRecoveryPointLifecycle\"]\n    resources = [\"*\"]\n\n    principals {\n      type        = \"*\"\n      identifiers = [\"*\"]\n    }\n  }\n}\n\nresource \"aws_backup_vault_policy\" \"main\" {\n  backup_vault_name = aws_backup_vault.main.name\n  policy            = data.aws_iam_policy_document.keep.json\n}\n\nresource \"aws_backup_vault\" \"locked\" {\n  name = \"locked\"\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"locked\" {\n  backup_vault_name  = aws_backup_vault.locked.name\n  min_retention_days = 7\n}\n\nresource \"aws_backup_logically_air_gapped_vault\" \"isolated\" {\n  name               = \"isolated\"\n  min_retention_days = 7\n  max_retention_days = 365\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-denied-or-locked.yaml",
          "text": "Resources:\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      AccessPolicy:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Deny\n            Principal: '*'\n            Action: backup:Delete*\n            Resource: '*'\n\n  Locked:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: locked\n      LockConfiguration: { MinRetentionDays: 7 }"
        }
      ]
    }
  ],
  "backup/vault-encryption": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-key-of-aws.tf",
          "text": "data \"aws_kms_alias\" \"backup\" {\n  name = \"alias/aws/backup\"\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n  # The next line is reported.\n  kms_key_arn = data.aws_kms_alias.backup.target_key_arn\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "Parameters:\n  Key:\n    Type: String\n    Default: ''\n\nConditions:\n  HasKey: !Not [!Equals [!Ref Key, '']]\n\nResources:\n  # The next line is reported.\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      EncryptionKeyArn: !If [HasKey, !Ref Key, !Ref AWS::NoValue]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-own-key.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_kms_key\" \"backup\" {\n  multi_region = true\n}\n\nresource \"aws_kms_replica_key\" \"backup\" {\n  provider        = aws.recovery\n  primary_key_arn = aws_kms_key.backup.arn\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name        = \"main\"\n  kms_key_arn = aws_kms_key.backup.arn\n}\n\nresource \"aws_backup_vault\" \"recovery\" {\n  provider    = aws.recovery\n  name        = \"main\"\n  kms_key_arn = aws_kms_replica_key.backup.arn\n}\n\ndata \"aws_kms_alias\" \"shared\" {\n  name = \"alias/shared/backup\"\n}\n\nresource \"aws_backup_vault\" \"shared\" {\n  name        = \"shared\"\n  kms_key_arn = data.aws_kms_alias.shared.target_key_arn\n}\n\n# Air-gapped vaults have keys of the service, and are shared all the same.\nresource \"aws_backup_logically_air_gapped_vault\" \"isolated\" {\n  name               = \"isolated\"\n  min_retention_days = 7\n  max_retention_days = 365\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-own-key.yaml",
          "text": "Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      KeyPolicy:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal: { AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' }\n            Action: kms:*\n            Resource: '*'\n\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      EncryptionKeyArn: !GetAtt Key.Arn"
        }
      ]
    }
  ],
  "backup/vault-lock": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-stored-in.tf",
          "text": "# The next line is reported.\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = aws_backup_vault.main.name\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-stored-in.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: !Ref Vault"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-unused.tf",
          "text": "# No plan stores in it.\nresource \"aws_backup_vault\" \"manual\" {\n  name = \"manual\"\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"main\" {\n  backup_vault_name  = aws_backup_vault.main.id\n  min_retention_days = 7\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = aws_backup_vault.main.id\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-unused-policy.yaml",
          "text": "# It holds no recovery points yet, and nobody else may copy any to it.\nResources:\n  Archive:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: archive\n      AccessPolicy:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Deny\n            Principal: '*'\n            Action: [backup:DeleteRecoveryPoint]\n            Resource: '*'"
        }
      ]
    }
  ],
  "backup/vault-lock-mode": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-governance.tf",
          "text": "# Promised: active-active\n# The next line is reported.\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"main\" {\n  backup_vault_name  = aws_backup_vault.main.name\n  min_retention_days = 7\n  max_retention_days = 365\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-governance.yaml",
          "text": "# Promised: active-active\nResources:\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      LockConfiguration:\n        # The next line is reported.\n        MinRetentionDays: 7\n        MaxRetentionDays: 365"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-compliance.tf",
          "text": "resource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"main\" {\n  backup_vault_name   = aws_backup_vault.main.name\n  min_retention_days  = 7\n  changeable_for_days = 3\n}\n\n# Without a lock it is backup/vault-lock that speaks.\nresource \"aws_backup_vault\" \"open\" {\n  name = \"open\"\n}\n\n# Air-gapped vaults are always locked in compliance mode.\nresource \"aws_backup_logically_air_gapped_vault\" \"isolated\" {\n  name               = \"isolated\"\n  min_retention_days = 7\n  max_retention_days = 365\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-compliance.yaml",
          "text": "Resources:\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: 3 }\n\n  Open:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: open\n\n  Isolated:\n    Type: AWS::Backup::LogicallyAirGappedBackupVault\n    Properties:\n      BackupVaultName: isolated\n      MinRetentionDays: 7\n      MaxRetentionDays: 365"
        }
      ]
    }
  ],
  "backup/vault-lock-retention-conflict": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-for-ever.tf",
          "text": "resource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"main\" {\n  backup_vault_name  = aws_backup_vault.main.name\n  min_retention_days = 7\n  max_retention_days = 365\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  # Without a lifecycle its recovery points are kept for ever.\n  # The next line is reported.\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = aws_backup_vault.main.name\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-copy-of-source-retention.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Isolated:\n    Type: AWS::Backup::LogicallyAirGappedBackupVault\n    Properties:\n      BackupVaultName: isolated\n      MinRetentionDays: 7\n      MaxRetentionDays: 35\n\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          # A copy without a lifecycle of its own is kept as long as its source.\n          # The next line is reported.\n          - RuleName: daily\n            TargetBackupVault: main\n            Lifecycle: { DeleteAfterDays: 90 }\n            CopyActions:\n              - DestinationBackupVaultArn: !GetAtt Isolated.BackupVaultArn"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-within.tf",
          "text": "resource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_backup_vault_lock_configuration\" \"main\" {\n  backup_vault_name  = aws_backup_vault.main.name\n  min_retention_days = 7\n  max_retention_days = 365\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"weekly\"\n    target_vault_name = aws_backup_vault.main.name\n    lifecycle { delete_after = 7 }\n  }\n\n  rule {\n    rule_name         = \"yearly\"\n    target_vault_name = aws_backup_vault.main.name\n    lifecycle { delete_after = 365 }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-within.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      LockConfiguration: { MinRetentionDays: '7', MaxRetentionDays: '365' }\n\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: !Ref Vault\n            Lifecycle: { DeleteAfterDays: 35 }\n            CopyActions:\n              # A lock that is declared elsewhere is not known to be there.\n              - DestinationBackupVaultArn: arn:aws:backup:us-west-2:444455556666:backup-vault:isolated\n                Lifecycle: { DeleteAfterDays: 400 }"
        }
      ]
    }
  ],
  "backup/vault-notifications": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-silent.tf",
          "text": "# The next line is reported.\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_backup_vault\" \"archive\" {\n  name = \"archive\"\n}\n\nresource \"aws_backup_vault_notifications\" \"archive\" {\n  backup_vault_name   = aws_backup_vault.archive.name\n  sns_topic_arn       = \"arn:aws:sns:us-east-1:111122223333:backups\"\n  # The next line is reported.\n  backup_vault_events = [\"RESTORE_JOB_COMPLETED\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-silent.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n\n  # A rule about something else.\n  Deployments:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: { source: [aws.codedeploy] }\n      Targets: [{ Id: topic, Arn: !Sub 'arn:aws:sns:${AWS::Region}:111122223333:deployments' }]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-rule-on-events.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_cloudwatch_event_rule\" \"failed\" {\n  name = \"backup-failed\"\n  event_pattern = jsonencode({\n    source      = [\"aws.backup\"]\n    detail-type = [\"Backup Job State Change\", \"Copy Job State Change\"]\n    detail      = { state = [\"FAILED\", \"EXPIRED\"] }\n  })\n}\n\nresource \"aws_cloudwatch_event_target\" \"failed\" {\n  rule = aws_cloudwatch_event_rule.failed.name\n  arn  = \"arn:aws:sns:us-east-1:111122223333:backups\"\n}\n\nresource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = aws_backup_vault.main.name\n\n    copy_action {\n      destination_vault_arn = \"arn:aws:backup:us-west-2:111122223333:backup-vault:main\"\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-told.yaml",
          "text": "Resources:\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      Notifications:\n        SNSTopicArn: !Sub arn:aws:sns:${AWS::Region}:${AWS::AccountId}:backups\n        BackupVaultEvents: [BACKUP_JOB_COMPLETED]"
        }
      ]
    }
  ],
  "backup/window": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-too-short.tf",
          "text": "resource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n    # The next line is reported.\n    start_window = 30\n  }\n\n  # Terraform sends 180 minutes when nothing is written.\n  # The next line is reported.\n  rule {\n    rule_name         = \"weekly\"\n    target_vault_name = \"main\"\n    start_window = 480\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-too-short.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n            # The next line is reported.\n            StartWindowMinutes: 30\n          - RuleName: weekly\n            TargetBackupVault: main\n            StartWindowMinutes: 480\n            # The next line is reported.\n            CompletionWindowMinutes: 120"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-windows.tf",
          "text": "resource \"aws_backup_plan\" \"daily\" {\n  name = \"daily\"\n\n  rule {\n    rule_name         = \"daily\"\n    target_vault_name = \"main\"\n  }\n\n  rule {\n    rule_name         = \"weekly\"\n    target_vault_name = \"main\"\n    start_window      = 60\n    completion_window = 120\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-windows.yaml",
          "text": "Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - RuleName: daily\n            TargetBackupVault: main\n          # Without a completion window there are seven days.\n          - RuleName: weekly\n            TargetBackupVault: main\n            StartWindowMinutes: 480"
        }
      ]
    }
  ],
  "beanstalk/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-single.tf",
          "text": "# Promised: warm-standby\nresource \"aws_elastic_beanstalk_environment\" \"shop\" {\n  name                = \"shop\"\n  application         = \"shop\"\n  solution_stack_name = \"64bit Amazon Linux 2023 v4.3.0 running Python 3.12\"\n\n  setting {\n    namespace = \"aws:elasticbeanstalk:environment\"\n    name      = \"EnvironmentType\"\n    # The next line is reported.\n    value = \"SingleInstance\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-at-most.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Shop:\n    Type: AWS::ElasticBeanstalk::Environment\n    Properties:\n      ApplicationName: shop\n      OptionSettings:\n        - { Namespace: 'aws:elasticbeanstalk:environment', OptionName: EnvironmentType, Value: LoadBalanced }\n        # The next line is reported.\n        - { Namespace: 'aws:autoscaling:asg', OptionName: MaxSize, Value: '1' }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-balanced.tf",
          "text": "# Promised: warm-standby\nresource \"aws_elastic_beanstalk_environment\" \"shop\" {\n  name                = \"shop\"\n  application         = \"shop\"\n  solution_stack_name = \"64bit Amazon Linux 2023 v4.3.0 running Python 3.12\"\n\n  setting {\n    namespace = \"aws:ec2:vpc\"\n    name      = \"Subnets\"\n    value     = \"subnet-0a1b2c3d,subnet-1a2b3c4d\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-balanced.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Shop:\n    Type: AWS::ElasticBeanstalk::Environment\n    Properties:\n      ApplicationName: shop\n      OptionSettings:\n        - { Namespace: 'aws:elasticbeanstalk:environment', OptionName: EnvironmentType, Value: LoadBalanced }\n        - { Namespace: 'aws:autoscaling:asg', OptionName: Availability Zones, Value: Any 2 }\n        - { Namespace: 'aws:autoscaling:asg', OptionName: MinSize, Value: '2' }"
        }
      ]
    }
  ],
  "cfn/termination-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-text.tf",
          "text": "# The next line is reported.\nresource \"aws_cloudformation_stack\" \"uploads\" {\n  name = \"uploads\"\n\n  template_body = jsonencode({\n    Resources = {\n      Uploads = {\n        Type           = \"AWS::EFS::FileSystem\"\n        DeletionPolicy = \"Delete\"\n      }\n    }\n  })\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "data.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::EFS::FileSystem"
        },
        {
          "path": "template.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Data:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: data.yaml"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-bucket.tf",
          "text": "# Who deletes the stack has to empty its bucket first.\nresource \"aws_cloudformation_stack\" \"uploads\" {\n  name = \"uploads\"\n\n  template_body = jsonencode({\n    Resources = {\n      Uploads = { Type = \"AWS::S3::Bucket\" }\n    }\n  })\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "data.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::EFS::FileSystem\n    DeletionPolicy: Retain"
        },
        {
          "path": "template.yaml",
          "text": "Resources:\n  Data:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: data.yaml"
        }
      ]
    }
  ],
  "cloudfront/origin-failover": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-bucket.tf",
          "text": "# Promised: warm-standby\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"posters\" {\n  bucket = \"shop-posters\"\n}\n\nresource \"aws_s3_bucket\" \"posters_recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-posters-recovery\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"posters\" {\n  bucket = aws_s3_bucket.posters.id\n  role   = \"arn:aws:iam::111122223333:role/posters\"\n\n  rule {\n    status = \"Enabled\"\n\n    destination {\n      bucket = aws_s3_bucket.posters_recovery.arn\n    }\n  }\n}\n\n# The next line is reported.\nresource \"aws_cloudfront_distribution\" \"shop\" {\n  enabled = true\n\n  origin {\n    origin_id   = \"posters\"\n    domain_name = aws_s3_bucket.posters.bucket_regional_domain_name\n  }\n\n  default_cache_behavior {\n    target_origin_id       = \"posters\"\n    allowed_methods        = [\"GET\", \"HEAD\"]\n    cached_methods         = [\"GET\", \"HEAD\"]\n    viewer_protocol_policy = \"https-only\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Balancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d] }\n\n  # The next line is reported.\n  Shop:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        Origins: [{ Id: shop, DomainName: !GetAtt Balancer.DNSName }]\n        DefaultCacheBehavior: { TargetOriginId: shop, ViewerProtocolPolicy: https-only }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Balancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d] }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-static.tf",
          "text": "# Promised: warm-standby\n# The name fails over by itself.\nresource \"aws_cloudfront_distribution\" \"shop\" {\n  enabled = true\n\n  origin {\n    origin_id   = \"shop\"\n    domain_name = \"origin.shop.example.com\"\n  }\n\n  default_cache_behavior {\n    target_origin_id       = \"shop\"\n    allowed_methods        = [\"GET\", \"HEAD\"]\n    cached_methods         = [\"GET\", \"HEAD\"]\n    viewer_protocol_policy = \"https-only\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-static.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\nResources:\n  Posters:\n    Type: AWS::S3::Bucket\n\n  # There is no copy that could stand in.\n  Shop:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n        Origins: [{ Id: posters, DomainName: !GetAtt Posters.RegionalDomainName }]\n        DefaultCacheBehavior: { TargetOriginId: posters, ViewerProtocolPolicy: https-only }"
        }
      ]
    }
  ],
  "cloudwatch/alarm-actions": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-silent.tf",
          "text": "# The next line is reported.\nresource \"aws_cloudwatch_metric_alarm\" \"failed_backups\" {\n  alarm_name          = \"failed-backups\"\n  namespace           = \"AWS/Backup\"\n  metric_name         = \"NumberOfBackupJobsFailed\"\n  comparison_operator = \"GreaterThanThreshold\"\n  threshold           = 0\n  evaluation_periods  = 1\n  dimensions          = { BackupVaultName = aws_backup_vault.main.name }\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\nresource \"aws_cloudwatch_metric_alarm\" \"health\" {\n  alarm_name          = \"health\"\n  namespace           = \"AWS/Route53\"\n  # The next line is reported.\n  metric_name         = \"HealthCheckStatus\"\n  comparison_operator = \"LessThanThreshold\"\n  threshold           = 1\n  evaluation_periods  = 1\n  alarm_actions       = [\"arn:aws:sns:us-east-1:111122223333:alarms\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-silent.yaml",
          "text": "Resources:\n  # The next line is reported.\n  FailedBackups:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/Backup\n      MetricName: NumberOfBackupJobsFailed\n      Dimensions: [{ Name: BackupVaultName, Value: !Ref Vault }]\n      ComparisonOperator: GreaterThanThreshold\n      Threshold: 0\n      EvaluationPeriods: 1\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties: { BackupVaultName: main }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-told.tf",
          "text": "resource \"aws_cloudwatch_metric_alarm\" \"failed_backups\" {\n  alarm_name          = \"failed-backups\"\n  namespace           = \"AWS/Backup\"\n  metric_name         = \"NumberOfBackupJobsFailed\"\n  comparison_operator = \"GreaterThanThreshold\"\n  threshold           = 0\n  evaluation_periods  = 1\n  dimensions          = { BackupVaultName = aws_backup_vault.main.name }\n  alarm_actions       = [\"arn:aws:sns:us-east-1:111122223333:alarms\"]\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name = \"main\"\n}\n\n# The load of a web server is on nobody's way to a recovery.\nresource \"aws_cloudwatch_metric_alarm\" \"load\" {\n  alarm_name          = \"load\"\n  namespace           = \"AWS/EC2\"\n  metric_name         = \"CPUUtilization\"\n  comparison_operator = \"GreaterThanThreshold\"\n  threshold           = 80\n  evaluation_periods  = 5\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-told.yaml",
          "text": "Resources:\n  FailedBackups:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/Backup\n      MetricName: NumberOfBackupJobsFailed\n      Dimensions: [{ Name: BackupVaultName, Value: !Ref Vault }]\n      ComparisonOperator: GreaterThanThreshold\n      Threshold: 0\n      EvaluationPeriods: 1\n      AlarmActions: ['arn:aws:sns:us-east-1:111122223333:alarms']\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties: { BackupVaultName: main }\n  # A metric of all instances together.\n  Load:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      { Namespace: AWS/EC2, MetricName: CPUUtilization, ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 5 }"
        }
      ]
    }
  ],
  "cloudwatch/replication-lag-alarm": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-unwatched.tf",
          "text": "# Promised: warm-standby\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_db_instance\" \"orders\" {\n  identifier = \"orders\"\n}\n\n# The next line is reported.\nresource \"aws_db_instance\" \"orders_recovery\" {\n  provider            = aws.recovery\n  identifier          = \"orders-recovery\"\n  replicate_source_db = aws_db_instance.orders.arn\n}\n\nresource \"aws_cloudwatch_metric_alarm\" \"load\" {\n  provider            = aws.recovery\n  alarm_name          = \"load\"\n  namespace           = \"AWS/RDS\"\n  metric_name         = \"CPUUtilization\"\n  comparison_operator = \"GreaterThanThreshold\"\n  threshold           = 80\n  evaluation_periods  = 5\n  dimensions          = { DBInstanceIdentifier = aws_db_instance.orders_recovery.identifier }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-unwatched.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\nResources:\n  # The next line is reported.\n  Seats:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: seats\n      KeySchema: [{ AttributeName: seat, KeyType: HASH }]\n      AttributeDefinitions: [{ AttributeName: seat, AttributeType: S }]\n      Replicas: [{ Region: us-east-1 }, { Region: us-west-2 }]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-reader-beside.tf",
          "text": "# Promised: warm-standby\n# A reader in the same Region is no copy for its loss.\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_db_instance\" \"orders\" {\n  identifier = \"orders\"\n}\n\nresource \"aws_db_instance\" \"orders_reader\" {\n  identifier          = \"orders-reader\"\n  replicate_source_db = aws_db_instance.orders.identifier\n}\n\nresource \"aws_s3_bucket\" \"posters\" {\n  bucket = \"shop-posters\"\n}\n\nresource \"aws_s3_bucket\" \"posters_of_printers\" {\n  bucket = \"shop-posters-printers\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"posters\" {\n  bucket = aws_s3_bucket.posters.id\n  role   = \"arn:aws:iam::111122223333:role/posters\"\n\n  rule {\n    status = \"Enabled\"\n\n    destination {\n      bucket = aws_s3_bucket.posters_of_printers.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-watched.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\nResources:\n  Seats:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: seats\n      KeySchema: [{ AttributeName: seat, KeyType: HASH }]\n      AttributeDefinitions: [{ AttributeName: seat, AttributeType: S }]\n      Replicas: [{ Region: us-east-1 }, { Region: us-west-2 }]\n  Lag:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/DynamoDB\n      MetricName: ReplicationLatency\n      Dimensions: [{ Name: TableName, Value: !Ref Seats }, { Name: ReceivingRegion, Value: us-west-2 }]\n      ComparisonOperator: GreaterThanThreshold\n      Threshold: 5000\n      EvaluationPeriods: 5\n  # Nothing copies it.\n  Carts:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      KeySchema: [{ AttributeName: cart, KeyType: HASH }]"
        }
      ]
    }
  ],
  "dlm/cross-region-copy": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-copy.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"daily snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-copy.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Volumes:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      State: ENABLED\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }\n            # Back into the stack's own Region.\n            CrossRegionCopyRules: [{ Target: !Ref AWS::Region, Encrypted: true }]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovery-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-west-2\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"daily snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nworkloads:\n  - name: orders\n    include: ['**']\n    needs: [{ data-residency: [eu-central-1, eu-west-1] }]\ndeployments: [{ path: template.yaml, region: eu-central-1 }]"
        },
        {
          "path": "template.yaml",
          "text": "Resources:\n  All:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      DefaultPolicy: VOLUME\n      CrossRegionCopyTargets: [{ TargetRegion: eu-west-1 }]"
        }
      ]
    }
  ],
  "dlm/cross-region-encryption": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-not-encrypted.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n\n      cross_region_copy_rule {\n        target    = \"us-west-2\"\n        # The next line is reported.\n        encrypted = false\n      }\n    }\n  }\n}\n\nresource \"aws_ebs_volume\" \"uploads\" {\n  availability_zone = \"us-east-1a\"\n  size              = 100\n  encrypted         = true\n  tags              = { Snapshot = \"true\" }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-not-encrypted.yaml",
          "text": "Resources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }\n            CrossRegionCopyRules:\n              # The next line is reported.\n              - { Target: us-west-2, Encrypted: false }\n\n  Uploads:\n    Type: AWS::EC2::Volume\n    Properties:\n      AvailabilityZone: us-east-1a\n      Size: 100\n      Encrypted: true\n      Tags: [{ Key: Snapshot, Value: 'true' }]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-encrypted.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n\n      cross_region_copy_rule {\n        target    = \"us-west-2\"\n        encrypted = true\n      }\n    }\n  }\n}\n\nresource \"aws_ebs_volume\" \"uploads\" {\n  availability_zone = \"us-east-1a\"\n  size              = 100\n  encrypted         = true\n  tags              = { Snapshot = \"true\" }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-encrypted.yaml",
          "text": "Resources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }\n            CrossRegionCopyRules:\n              - { Target: us-west-2, Encrypted: true }\n\n  Uploads:\n    Type: AWS::EC2::Volume\n    Properties:\n      AvailabilityZone: us-east-1a\n      Size: 100\n      Encrypted: true\n      Tags: [{ Key: Snapshot, Value: 'true' }]"
        }
      ]
    }
  ],
  "dlm/enabled": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-disabled.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n  # The next line is reported.\n  state              = \"DISABLED\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-disabled.yaml",
          "text": "Resources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      # The next line is reported.\n      State: DISABLED\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-nothing-declared.tf",
          "text": "# The volumes are declared elsewhere.\n\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-default-policy.yaml",
          "text": "Resources:\n  # A default policy takes everything.\n  All:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      DefaultPolicy: VOLUME\n\n  Uploads:\n    Type: AWS::EC2::Volume\n    Properties:\n      AvailabilityZone: us-east-1a\n      Size: 100\n      Encrypted: true\n      Tags: [{ Key: Snapshot, Value: 'false' }]"
        }
      ]
    }
  ],
  "dlm/frequency": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-weekly.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      # The next line is reported.\n      create_rule { cron_expression = \"cron(0 3 ? * SUN *)\" }\n      retain_rule { count = 30 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-weekly.yaml",
          "text": "Resources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            # The next line is reported.\n            CreateRule: { CronExpression: cron(0 3 ? * SUN *) }\n            RetainRule: { Count: 30 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-daily.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n\n    schedule {\n      name = \"weekly\"\n      create_rule { cron_expression = \"cron(0 3 ? * SUN *)\" }\n      retain_rule { count = 52 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-not-on-schedule.yaml",
          "text": "# Promised: active-active\n# dlm/enabled tells of the first; the second one copies what others share.\nResources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      State: DISABLED\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: weekly\n            CreateRule: { CronExpression: cron(0 3 ? * SUN *) }\n            RetainRule: { Count: 1 }\n\n  Shared:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      State: ENABLED\n      PolicyDetails:\n        PolicyType: EVENT_BASED_POLICY\n        EventSource:\n          Type: MANAGED_CWE\n          Parameters: { EventType: shareSnapshot, SnapshotOwner: ['111122223333'], DescriptionRegex: '.*' }\n        Actions:\n          - Name: copy\n            CrossRegionCopy: [{ Target: us-west-2, EncryptionConfiguration: { Encrypted: true } }]"
        }
      ]
    }
  ],
  "dlm/retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-week.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      # The next line is reported.\n      retain_rule { count = 7 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default-policy.yaml",
          "text": "# Promised: warm-standby\n# It keeps a week, and so do its copies.\nResources:\n  # The next line is reported.\n  All:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      DefaultPolicy: VOLUME\n      CrossRegionCopyTargets: [{ TargetRegion: us-west-2 }]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-month.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 7 }\n    }\n\n    schedule {\n      name = \"weekly\"\n      create_rule { cron_expression = \"cron(0 3 ? * SUN *)\" }\n      retain_rule { count = 5 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-month.yaml",
          "text": "Resources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }"
        }
      ]
    }
  ],
  "docdb/backup-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier = \"catalogue\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "Resources:\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      # The next line is reported.\n      BackupRetentionPeriod: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long-enough.tf",
          "text": "variable \"retention\" {\n  type    = number\n  default = 35\n}\n\nresource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier      = \"catalogue\"\n  backup_retention_period = var.retention\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-long-enough.yaml",
          "text": "Resources:\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      BackupRetentionPeriod: '30'"
        }
      ]
    }
  ],
  "docdb/deletion-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier = \"catalogue\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      # The next line is reported.\n      DeletionProtection: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier  = \"catalogue\"\n  deletion_protection = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      DeletionProtection: true"
        }
      ]
    }
  ],
  "docdb/global-cluster": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier = \"catalogue\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      DBClusterIdentifier: catalogue"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-headless-at-pilot-light.tf",
          "text": "# Promised: pilot-light\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier = \"catalogue\"\n}\n\nresource \"aws_docdb_global_cluster\" \"catalogue\" {\n  global_cluster_identifier    = \"catalogue\"\n  source_db_cluster_identifier = aws_docdb_cluster.catalogue.arn\n}\n\nresource \"aws_docdb_cluster\" \"catalogue_west\" {\n  region                    = \"us-west-2\"\n  cluster_identifier        = \"catalogue-west\"\n  global_cluster_identifier = aws_docdb_global_cluster.catalogue.id\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Everywhere:\n    Type: AWS::DocDB::GlobalCluster\n    Properties:\n      GlobalClusterIdentifier: catalogue\n      SourceDBClusterIdentifier: !Ref Catalogue\n\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      DBClusterIdentifier: catalogue"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      DBClusterIdentifier: catalogue-west\n      GlobalClusterIdentifier: catalogue\n\n  CatalogueReader:\n    Type: AWS::DocDB::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Catalogue\n      DBInstanceClass: db.r6g.large"
        }
      ]
    }
  ],
  "docdb/multi-az-instances": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-instance.tf",
          "text": "# The next line is reported.\nresource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier = \"catalogue\"\n}\n\nresource \"aws_docdb_cluster_instance\" \"writer\" {\n  cluster_identifier = aws_docdb_cluster.catalogue.id\n  instance_class     = \"db.r6g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-instance.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      DBClusterIdentifier: catalogue\n\n  CatalogueWriter:\n    Type: AWS::DocDB::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Catalogue\n      DBInstanceClass: db.r6g.large"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-instances.tf",
          "text": "resource \"aws_docdb_cluster\" \"catalogue\" {\n  cluster_identifier = \"catalogue\"\n}\n\nresource \"aws_docdb_cluster_instance\" \"catalogue\" {\n  for_each           = toset([\"us-east-1a\", \"us-east-1b\"])\n  cluster_identifier = aws_docdb_cluster.catalogue.id\n  instance_class     = \"db.r6g.large\"\n  availability_zone  = each.key\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-instances.yaml",
          "text": "Resources:\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      DBClusterIdentifier: catalogue\n\n  CatalogueWriter:\n    Type: AWS::DocDB::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Catalogue\n      DBInstanceClass: db.r6g.large\n\n  CatalogueReader:\n    Type: AWS::DocDB::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Catalogue\n      DBInstanceClass: db.r6g.large"
        }
      ]
    }
  ],
  "dx/redundant-connections": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one.tf",
          "text": "# The next line is reported.\nresource \"aws_dx_connection\" \"office\" {\n  name      = \"office\"\n  bandwidth = \"1Gbps\"\n  location  = \"EqDC2\"\n}\n\nresource \"aws_sqs_queue\" \"jobs\" {\n  name = \"jobs\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Office:\n    Type: AWS::DirectConnect::Connection\n    Properties: { ConnectionName: office, Bandwidth: 1Gbps, Location: EqDC2 }\n\n  Jobs:\n    Type: AWS::SQS::Queue"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-locations.tf",
          "text": "resource \"aws_dx_connection\" \"office\" {\n  for_each  = toset([\"EqDC2\", \"CS32A\"])\n  name      = \"office\"\n  bandwidth = \"1Gbps\"\n  location  = each.value\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-with-vpn.yaml",
          "text": "Resources:\n  Office:\n    Type: AWS::DirectConnect::Connection\n    Properties: { ConnectionName: office, Bandwidth: 1Gbps, Location: EqDC2 }\n\n  Spare:\n    Type: AWS::EC2::VPNConnection\n    Properties: { Type: ipsec.1, CustomerGatewayId: cgw-0a1b2c3d, VpnGatewayId: vgw-0a1b2c3d }"
        }
      ]
    }
  ],
  "dynamodb/autoscaling-or-on-demand": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-provisioned.tf",
          "text": "# The next line is reported.\nresource \"aws_dynamodb_table\" \"orders\" {\n  name           = \"orders\"\n  hash_key       = \"id\"\n  read_capacity  = 5\n  write_capacity = 5\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-reads-only.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }\n\n  Reads:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties:\n      ServiceNamespace: dynamodb\n      ResourceId: !Sub table/${Orders}\n      ScalableDimension: dynamodb:table:ReadCapacityUnits\n      MinCapacity: 5\n      MaxCapacity: 500"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-scaled.tf",
          "text": "resource \"aws_dynamodb_table\" \"orders\" {\n  name           = \"orders\"\n  hash_key       = \"id\"\n  read_capacity  = 5\n  write_capacity = 5\n\n  global_secondary_index {\n    name            = \"by-day\"\n    hash_key        = \"day\"\n    projection_type = \"ALL\"\n    read_capacity   = 5\n    write_capacity  = 5\n  }\n}\n\nresource \"aws_appautoscaling_target\" \"orders\" {\n  for_each           = toset([\"Read\", \"Write\"])\n  service_namespace  = \"dynamodb\"\n  resource_id        = \"table/${aws_dynamodb_table.orders.name}\"\n  scalable_dimension = \"dynamodb:table:${each.key}CapacityUnits\"\n  min_capacity       = 5\n  max_capacity       = 500\n}\n\nresource \"aws_appautoscaling_target\" \"by_day\" {\n  for_each           = toset([\"Read\", \"Write\"])\n  service_namespace  = \"dynamodb\"\n  resource_id        = \"table/${aws_dynamodb_table.orders.name}/index/by-day\"\n  scalable_dimension = \"dynamodb:index:${each.key}CapacityUnits\"\n  min_capacity       = 5\n  max_capacity       = 500\n}\n\nresource \"aws_dynamodb_table\" \"carts\" {\n  name         = \"carts\"\n  hash_key     = \"id\"\n  billing_mode = \"PAY_PER_REQUEST\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-scaled.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }\n\n  Reads:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties:\n      ServiceNamespace: dynamodb\n      ResourceId: !Join [/, [table, !Ref Orders]]\n      ScalableDimension: dynamodb:table:ReadCapacityUnits\n      MinCapacity: 5\n      MaxCapacity: 500\n\n  Writes:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties:\n      ServiceNamespace: dynamodb\n      ResourceId: !Sub table/${Orders}\n      ScalableDimension: dynamodb:table:WriteCapacityUnits\n      MinCapacity: 5\n      MaxCapacity: 500\n\n  # A global table says itself how it is scaled.\n  Carts:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      BillingMode: PROVISIONED\n      WriteProvisionedThroughputSettings:\n        WriteCapacityAutoScalingSettings:\n          MinCapacity: 5\n          MaxCapacity: 500\n          TargetTrackingScalingPolicyConfiguration: { TargetValue: 70 }\n      Replicas:\n        - Region: !Ref AWS::Region"
        }
      ]
    }
  ],
  "dynamodb/deletion-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_dynamodb_table\" \"orders\" {\n  name         = \"orders\"\n  hash_key     = \"id\"\n  billing_mode = \"PAY_PER_REQUEST\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: orders\n      # The next line is reported.\n      DeletionProtectionEnabled: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_dynamodb_table\" \"orders\" {\n  name                        = \"orders\"\n  hash_key                    = \"id\"\n  billing_mode                = \"PAY_PER_REQUEST\"\n  deletion_protection_enabled = true\n}\n\n# Terraform's lock is made again in a minute.\nresource \"aws_dynamodb_table\" \"lock\" {\n  name         = \"terraform-lock\"\n  hash_key     = \"LockID\"\n  billing_mode = \"PAY_PER_REQUEST\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: orders\n      DeletionProtectionEnabled: true"
        }
      ]
    }
  ],
  "dynamodb/global-table": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_dynamodb_table\" \"carts\" {\n  name             = \"carts\"\n  billing_mode     = \"PAY_PER_REQUEST\"\n  hash_key         = \"customer\"\n  stream_enabled   = true\n  stream_view_type = \"NEW_AND_OLD_IMAGES\"\n\n  attribute {\n    name = \"customer\"\n    type = \"S\"\n  }\n\n  point_in_time_recovery {\n    enabled = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Carts:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: carts\n      AttributeDefinitions:\n        - { AttributeName: customer, AttributeType: S }\n      KeySchema:\n        - { AttributeName: customer, KeyType: HASH }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-lock-table.tf",
          "text": "resource \"aws_dynamodb_table\" \"terraform\" {\n  name         = \"terraform\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"LockID\"\n\n  attribute {\n    name = \"LockID\"\n    type = \"S\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-lock-table.yaml",
          "text": "# Promised: pilot-light\nResources:\n  Locks:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: terraform-locks\n      AttributeDefinitions:\n        - { AttributeName: LockID, AttributeType: S }\n      KeySchema:\n        - { AttributeName: LockID, KeyType: HASH }"
        }
      ]
    }
  ],
  "dynamodb/pitr": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_dynamodb_table\" \"carts\" {\n  name         = \"carts\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"customer\"\n\n  attribute {\n    name = \"customer\"\n    type = \"S\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Carts:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: carts\n      BillingMode: PAY_PER_REQUEST\n      AttributeDefinitions:\n        - { AttributeName: customer, AttributeType: S }\n      KeySchema:\n        - { AttributeName: customer, KeyType: HASH }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-lock-table.tf",
          "text": "# Holds nothing but Terraform's own lock.\nresource \"aws_dynamodb_table\" \"terraform\" {\n  name         = \"terraform\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"LockID\"\n\n  attribute {\n    name = \"LockID\"\n    type = \"S\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Carts:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: carts\n      AttributeDefinitions:\n        - { AttributeName: customer, AttributeType: S }\n      KeySchema:\n        - { AttributeName: customer, KeyType: HASH }\n      PointInTimeRecoverySpecification:\n        PointInTimeRecoveryEnabled: 'true'"
        }
      ]
    }
  ],
  "dynamodb/replica-pitr": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dynamodb_table\" \"carts\" {\n  name         = \"carts\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"customer\"\n\n  attribute {\n    name = \"customer\"\n    type = \"S\"\n  }\n\n  # That of the table is not passed on to its replicas.\n  point_in_time_recovery {\n    enabled = true\n  }\n\n  # The next line is reported.\n  replica {\n    region_name = \"us-west-2\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Carts:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: carts\n      AttributeDefinitions:\n        - { AttributeName: customer, AttributeType: S }\n      KeySchema:\n        - { AttributeName: customer, KeyType: HASH }\n      Replicas:\n        - Region: us-east-1\n          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }\n        # The next line is reported.\n        - Region: us-west-2"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_dynamodb_table\" \"carts\" {\n  name         = \"carts\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  hash_key     = \"customer\"\n\n  attribute {\n    name = \"customer\"\n    type = \"S\"\n  }\n\n  replica {\n    region_name            = \"eu-west-1\"\n    point_in_time_recovery = true\n  }\n}\n\nresource \"aws_dynamodb_table_replica\" \"carts\" {\n  provider               = aws.recovery\n  global_table_arn       = aws_dynamodb_table.carts.arn\n  point_in_time_recovery = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-own-region.yaml",
          "text": "# The stack's own entry is the table itself, which is asked by dynamodb/pitr.\n# Deployed to: us-east-1\nResources:\n  Carts:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: carts\n      AttributeDefinitions:\n        - { AttributeName: customer, AttributeType: S }\n      KeySchema:\n        - { AttributeName: customer, KeyType: HASH }\n      Replicas:\n        - Region: us-east-1\n        - Region: us-west-2\n          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }"
        }
      ]
    }
  ],
  "dynamodb/self-replica": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-own-region.tf",
          "text": "provider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_dynamodb_table\" \"orders\" {\n  name         = \"orders\"\n  hash_key     = \"id\"\n  billing_mode = \"PAY_PER_REQUEST\"\n\n  # The next line is reported.\n  replica {\n    region_name = \"eu-west-1\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-own-region.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: orders\n      Replicas:\n        # The next line is reported.\n        - Region: !Ref AWS::Region"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-elsewhere.tf",
          "text": "provider \"aws\" {\n  region = \"eu-west-1\"\n}\n\nresource \"aws_dynamodb_table\" \"orders\" {\n  name         = \"orders\"\n  hash_key     = \"id\"\n  billing_mode = \"PAY_PER_REQUEST\"\n\n  replica {\n    region_name = \"eu-central-1\"\n  }\n}\n\nresource \"aws_dynamodb_table\" \"drafts\" {\n  name         = \"drafts\"\n  hash_key     = \"id\"\n  billing_mode = \"PAY_PER_REQUEST\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-elsewhere.yaml",
          "text": "# CloudFormation lists the stack's own Region by design.\nResources:\n  Orders:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: orders\n      Replicas:\n        - Region: !Ref AWS::Region\n        - Region: eu-central-1\n\n  Drafts:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: drafts"
        }
      ]
    }
  ],
  "ebs/fast-snapshot-restore": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nobjectives: { rto: 10m, rpo: 24h }"
        },
        {
          "path": "main.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    # The next line is reported.\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nobjectives: { rto: 10m, rpo: 24h }"
        },
        {
          "path": "template.yaml",
          "text": "Resources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          # The next line is reported.\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-no-rto-stated.tf",
          "text": "# Promised: warm-standby\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-no-rto-stated.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }"
        }
      ]
    }
  ],
  "ebs/snapshot-coverage": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-uncovered.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_ebs_volume\" \"uploads\" {\n  availability_zone = \"us-east-1a\"\n  size              = 100\n  encrypted         = true\n  tags              = { Snapshot = \"false\" }\n}\n\n# The next line is reported.\nresource \"aws_instance\" \"legacy\" {\n  ami           = \"ami-0123456789abcdef0\"\n  instance_type = \"m7g.large\"\n\n  ebs_block_device {\n    device_name           = \"/dev/sdf\"\n    volume_size           = 100\n    delete_on_termination = false\n  }\n}\n\n# The next line is reported.\nresource \"aws_launch_template\" \"worker\" {\n  image_id      = \"ami-0123456789abcdef0\"\n  instance_type = \"m7g.large\"\n\n  block_device_mappings {\n    device_name = \"/dev/sdf\"\n\n    ebs {\n      volume_size           = 100\n      delete_on_termination = false\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-uncovered.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Uploads:\n    Type: AWS::EC2::Volume\n    Properties:\n      AvailabilityZone: us-east-1a\n      Size: 100\n      Encrypted: true\n      Tags: [{ Key: Snapshot, Value: 'false' }]\n\n  # The next line is reported.\n  Legacy:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0123456789abcdef0\n      BlockDeviceMappings:\n        - DeviceName: /dev/sdf\n          Ebs: { VolumeSize: 100, DeleteOnTermination: false }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-covered.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_dlm_lifecycle_policy\" \"volumes\" {\n  description        = \"snapshots\"\n  execution_role_arn = \"arn:aws:iam::111122223333:role/dlm\"\n\n  policy_details {\n    resource_types = [\"VOLUME\"]\n    target_tags    = { Snapshot = \"true\" }\n\n    schedule {\n      name = \"daily\"\n      create_rule { interval = 24 }\n      retain_rule { count = 30 }\n    }\n  }\n}\n\nresource \"aws_ebs_volume\" \"uploads\" {\n  availability_zone = \"us-east-1a\"\n  size              = 100\n  encrypted         = true\n  tags              = { Snapshot = \"true\" }\n}\n\nresource \"aws_instance\" \"legacy\" {\n  ami           = \"ami-0123456789abcdef0\"\n  instance_type = \"m7g.large\"\n  volume_tags   = { Snapshot = \"true\" }\n\n  ebs_block_device {\n    device_name           = \"/dev/sdf\"\n    volume_size           = 100\n    delete_on_termination = false\n  }\n}\n\nresource \"aws_launch_template\" \"worker\" {\n  image_id      = \"ami-0123456789abcdef0\"\n  instance_type = \"m7g.large\"\n\n  tag_specifications {\n    resource_type = \"volume\"\n    tags          = { Snapshot = \"true\" }\n  }\n\n  block_device_mappings {\n    device_name = \"/dev/sdf\"\n\n    ebs {\n      volume_size           = 100\n      delete_on_termination = false\n    }\n  }\n}\n\n# Its volumes go with it: they keep nothing.\nresource \"aws_instance\" \"web\" {\n  ami           = \"ami-0123456789abcdef0\"\n  instance_type = \"m7g.large\"\n\n  root_block_device {\n    volume_size = 20\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-covered.yaml",
          "text": "Resources:\n  Snapshots:\n    Type: AWS::DLM::LifecyclePolicy\n    Properties:\n      PolicyDetails:\n        ResourceTypes: [VOLUME]\n        TargetTags: [{ Key: Snapshot, Value: 'true' }]\n        Schedules:\n          - Name: daily\n            CreateRule: { Interval: 24, IntervalUnit: HOURS }\n            RetainRule: { Count: 30 }\n\n  Uploads:\n    Type: AWS::EC2::Volume\n    Properties:\n      AvailabilityZone: us-east-1a\n      Size: 100\n      Encrypted: true\n      Tags: [{ Key: Snapshot, Value: 'true' }]\n\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0123456789abcdef0\n      BlockDeviceMappings:\n        - DeviceName: /dev/sdf\n          Ebs: { VolumeSize: 20, DeleteOnTermination: true }"
        }
      ]
    }
  ],
  "ec2/ami-in-dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-looked-up-elsewhere.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\ndata \"aws_ami\" \"web\" {\n  owners      = [\"self\"]\n  most_recent = true\n}\n\nresource \"aws_launch_template\" \"web_recovery\" {\n  provider = aws.recovery\n  name     = \"web\"\n  # The next line is reported.\n  image_id = data.aws_ami.web.id\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData: { ImageId: ami-0a1b2c3d4e5f67890 }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      # The next line is reported.\n      LaunchTemplateData: { ImageId: ami-0a1b2c3d4e5f67890 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-copied.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_launch_template\" \"web\" {\n  name     = \"web\"\n  image_id = \"ami-0a1b2c3d4e5f67890\"\n}\n\nresource \"aws_ami_copy\" \"web\" {\n  provider          = aws.recovery\n  name              = \"web\"\n  source_ami_id     = \"ami-0a1b2c3d4e5f67890\"\n  source_ami_region = \"us-east-1\"\n}\n\nresource \"aws_launch_template\" \"web_recovery\" {\n  provider = aws.recovery\n  name     = \"web\"\n  image_id = aws_ami_copy.web.id\n}\n\ndata \"aws_ami\" \"jobs\" {\n  provider    = aws.recovery\n  owners      = [\"self\"]\n  most_recent = true\n}\n\nresource \"aws_instance\" \"jobs\" {\n  provider      = aws.recovery\n  ami           = data.aws_ami.jobs.id\n  instance_type = \"m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData: { ImageId: ami-0a1b2c3d4e5f67890 }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData: { ImageId: ami-1a2b3c4d5e6f78901 }"
        }
      ]
    }
  ],
  "ec2/capacity-reservation": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-nothing-reserved.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 4\n  max_size           = 8\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n}\n\n# The next line is reported.\nresource \"aws_autoscaling_group\" \"web_recovery\" {\n  provider           = aws.recovery\n  min_size           = 1\n  max_size           = 8\n  availability_zones = [\"us-west-2a\", \"us-west-2b\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: 4, MaxSize: 8, AvailabilityZones: !GetAZs '' }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: 0, MaxSize: 8, AvailabilityZones: !GetAZs '' }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-spot-only.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 4\n  max_size           = 8\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n}\n\nresource \"aws_autoscaling_group\" \"web_recovery\" {\n  provider           = aws.recovery\n  min_size           = 1\n  max_size           = 8\n  availability_zones = [\"us-west-2a\", \"us-west-2b\"]\n\n  mixed_instances_policy {\n    instances_distribution {\n      on_demand_base_capacity                  = 0\n      on_demand_percentage_above_base_capacity = 0\n    }\n\n    launch_template {\n      launch_template_specification {\n        launch_template_name = \"web\"\n      }\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: 4, MaxSize: 8, AvailabilityZones: !GetAZs '' }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: 4, MaxSize: 8, AvailabilityZones: !GetAZs '' }"
        }
      ]
    }
  ],
  "ec2/instance-outside-asg": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "# The next line is reported.\nresource \"aws_instance\" \"legacy\" {\n  ami           = \"ami-0a1b2c3d4e5f67890\"\n  instance_type = \"m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alarm-only-tells.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Legacy:\n    Type: AWS::EC2::Instance\n    Properties: { ImageId: ami-0a1b2c3d4e5f67890, InstanceType: m7g.large }\n\n  Down:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/EC2\n      MetricName: StatusCheckFailed\n      ComparisonOperator: GreaterThanThreshold\n      EvaluationPeriods: 2\n      Threshold: 0\n      Dimensions: [{ Name: InstanceId, Value: !Ref Legacy }]\n      AlarmActions: [arn:aws:sns:us-east-1:111122223333:operators]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovered.tf",
          "text": "resource \"aws_instance\" \"legacy\" {\n  ami           = \"ami-0a1b2c3d4e5f67890\"\n  instance_type = \"m7g.large\"\n}\n\nresource \"aws_cloudwatch_metric_alarm\" \"legacy\" {\n  alarm_name          = \"legacy-recover\"\n  namespace           = \"AWS/EC2\"\n  metric_name         = \"StatusCheckFailed_System\"\n  comparison_operator = \"GreaterThanThreshold\"\n  evaluation_periods  = 2\n  threshold           = 0\n  dimensions          = { InstanceId = aws_instance.legacy.id }\n  alarm_actions       = [\"arn:aws:automate:us-east-1:ec2:recover\"]\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-recovered.yaml",
          "text": "Resources:\n  Legacy:\n    Type: AWS::EC2::Instance\n    Properties: { ImageId: ami-0a1b2c3d4e5f67890, InstanceType: m7g.large }\n\n  Down:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/EC2\n      MetricName: StatusCheckFailed_System\n      ComparisonOperator: GreaterThanThreshold\n      EvaluationPeriods: 2\n      Threshold: 0\n      Dimensions: [{ Name: InstanceId, Value: !Ref Legacy }]\n      AlarmActions: [arn:aws:automate:us-east-1:ec2:recover]"
        }
      ]
    }
  ],
  "ec2/termination-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-attached.tf",
          "text": "# The next line is reported.\nresource \"aws_instance\" \"legacy\" {\n  ami           = \"ami-0a1b2c3d4e5f67890\"\n  instance_type = \"m7g.large\"\n}\n\nresource \"aws_ebs_volume\" \"data\" {\n  availability_zone = \"us-east-1a\"\n  size              = 200\n}\n\nresource \"aws_volume_attachment\" \"data\" {\n  device_name = \"/dev/sdh\"\n  volume_id   = aws_ebs_volume.data.id\n  instance_id = aws_instance.legacy.id\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-kept-volume.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Legacy:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0a1b2c3d4e5f67890\n      BlockDeviceMappings:\n        - DeviceName: /dev/sdh\n          Ebs: { VolumeSize: 200, DeleteOnTermination: false }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-protected.tf",
          "text": "resource \"aws_instance\" \"legacy\" {\n  ami                     = \"ami-0a1b2c3d4e5f67890\"\n  instance_type           = \"m7g.large\"\n  disable_api_termination = true\n\n  ebs_block_device {\n    device_name           = \"/dev/sdh\"\n    volume_size           = 200\n    delete_on_termination = false\n  }\n}\n\n# All that it holds goes with it.\nresource \"aws_instance\" \"builder\" {\n  ami           = \"ami-0a1b2c3d4e5f67890\"\n  instance_type = \"m7g.large\"\n}\n\ndata \"aws_ami\" \"reports\" {\n  owners      = [\"self\"]\n  most_recent = true\n}\n\nresource \"aws_instance\" \"reports\" {\n  ami           = data.aws_ami.reports.id\n  instance_type = \"m7g.large\"\n\n  ebs_block_device {\n    device_name           = \"/dev/sdh\"\n    volume_size           = 200\n    delete_on_termination = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-protected.yaml",
          "text": "Resources:\n  Legacy:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0a1b2c3d4e5f67890\n      DisableApiTermination: true\n      BlockDeviceMappings:\n        - DeviceName: /dev/sdh\n          Ebs: { VolumeSize: 200, DeleteOnTermination: false }\n\n  Builder:\n    Type: AWS::EC2::Instance\n    Properties: { ImageId: ami-0a1b2c3d4e5f67890 }"
        }
      ]
    }
  ],
  "ecr/replication": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-pulled-by-task.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\n# The next line is reported.\nresource \"aws_ecr_repository\" \"web\" {\n  name = \"shop/web\"\n}\n\nresource \"aws_ecs_task_definition\" \"web\" {\n  family                = \"web\"\n  container_definitions = jsonencode([{ name = \"web\", image = \"${aws_ecr_repository.web.repository_url}:1.4\" }])\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-pulled-by-function.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  # The next line is reported.\n  Repository:\n    Type: AWS::ECR::Repository\n\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      PackageType: Image\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ImageUri: !Sub '${Repository.RepositoryUri}:1.4' }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-for-builds.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The image in which others are built.\nresource \"aws_ecr_repository\" \"builder\" {\n  name = \"builder\"\n}\n\nresource \"aws_codebuild_project\" \"web\" {\n  name         = \"web\"\n  service_role = \"arn:aws:iam::111122223333:role/builds\"\n\n  environment {\n    compute_type = \"BUILD_GENERAL1_SMALL\"\n    image        = \"${aws_ecr_repository.builder.repository_url}:1.4\"\n    type         = \"LINUX_CONTAINER\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ECR::Repository\n    Properties:\n      RepositoryName: shop/web\n\n  Registry:\n    Type: AWS::ECR::ReplicationConfiguration\n    Properties:\n      ReplicationConfiguration:\n        Rules:\n          - Destinations: [{ Region: us-west-2, RegistryId: '111122223333' }]"
        }
      ]
    }
  ],
  "ecs/circuit-breaker": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 2\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Web:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: web:7, DesiredCount: 2 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-alarms.tf",
          "text": "# Promised: warm-standby\nresource \"aws_ecs_service\" \"web\" {\n  name    = \"web\"\n  cluster = \"shop\"\n\n  alarms {\n    alarm_names = [\"web-errors\"]\n    enable      = true\n    rollback    = true\n  }\n}\n\n# It keeps the old tasks until the new ones have proved themselves.\nresource \"aws_ecs_service\" \"search\" {\n  name    = \"search\"\n  cluster = \"shop\"\n\n  deployment_configuration {\n    strategy = \"BLUE_GREEN\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-rolled-back.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: web:7\n      DesiredCount: 2\n      DeploymentConfiguration:\n        DeploymentCircuitBreaker: { Enable: true, Rollback: true }"
        }
      ]
    }
  ],
  "ecs/desired-count": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-task.tf",
          "text": "# Promised: warm-standby\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  # The next line is reported.\n  desired_count = 1\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-task.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Web:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: web:7 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-pilot-light.tf",
          "text": "# Promised: pilot-light\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 4\n}\n\nresource \"aws_ecs_service\" \"web_recovery\" {\n  provider        = aws.recovery\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 0\n}\n\nresource \"aws_s3_bucket\" \"receipts\" {\n  bucket = \"shop-receipts\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-enough.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: web:7, DesiredCount: 2 }\n\n  Search:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: search:2, DesiredCount: 1, Cluster: shop }\n\n  SearchScaling:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties:\n      ServiceNamespace: ecs\n      ScalableDimension: ecs:service:DesiredCount\n      ResourceId: !Sub service/shop/${Search.Name}\n      MinCapacity: 2\n      MaxCapacity: 8"
        }
      ]
    }
  ],
  "ecs/dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 2\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-region.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Web:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: web:7, DesiredCount: 2 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-both-regions.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 2\n}\n\nresource \"aws_ecs_service\" \"web_recovery\" {\n  provider        = aws.recovery\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 2\n}\n\nresource \"aws_sns_topic\" \"orders\" {\n  name = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: web:7, DesiredCount: 2 }"
        },
        {
          "path": "recovery.yaml",
          "text": "# The recovery Region's own needs no further one.\nResources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: web:7, DesiredCount: 2 }"
        }
      ]
    }
  ],
  "ecs/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-zone.tf",
          "text": "# Promised: warm-standby\nresource \"aws_subnet\" \"first\" {\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = \"us-east-1a\"\n}\n\nresource \"aws_subnet\" \"second\" {\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = \"us-east-1a\"\n}\n\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 2\n  launch_type     = \"FARGATE\"\n\n  network_configuration {\n    # The next line is reported.\n    subnets = [aws_subnet.first.id, aws_subnet.second.id]\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-zone.yaml",
          "text": "# Promised: warm-standby\nParameters:\n  Subnet:\n    Type: AWS::EC2::Subnet::Id\n\nResources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: web:7\n      DesiredCount: 2\n      LaunchType: FARGATE\n      NetworkConfiguration:\n        AwsvpcConfiguration:\n          # The next line is reported.\n          Subnets: [!Ref Subnet]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-zones.tf",
          "text": "# Promised: warm-standby\nresource \"aws_subnet\" \"web\" {\n  for_each          = toset([\"us-east-1a\", \"us-east-1b\"])\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = each.value\n}\n\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 2\n  launch_type     = \"FARGATE\"\n\n  network_configuration {\n    subnets = [for subnet in aws_subnet.web : subnet.id]\n  }\n}\n\n# It runs on instances, which the group behind its cluster spreads.\nresource \"aws_ecs_service\" \"workers\" {\n  name            = \"workers\"\n  task_definition = \"workers:3\"\n  desired_count   = 2\n  launch_type     = \"EC2\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-zones.yaml",
          "text": "# Promised: warm-standby\nResources:\n  First:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-0a1b2c3d, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] }\n  Second:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-0a1b2c3d, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ''] }\n  Web:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: web:7\n      DesiredCount: 2\n      NetworkConfiguration:\n        AwsvpcConfiguration:\n          Subnets: [!Ref First, !Ref Second]"
        }
      ]
    }
  ],
  "ecs/spot-only": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-spot.tf",
          "text": "# Promised: active-active\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 2\n\n  # The next line is reported.\n  capacity_provider_strategy {\n    capacity_provider = \"FARGATE_SPOT\"\n    weight            = 1\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-spot.yaml",
          "text": "# Promised: active-active\nResources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: web:7\n      CapacityProviderStrategy:\n        # The next line is reported.\n        - { CapacityProvider: FARGATE_SPOT, Weight: 4 }\n        - { CapacityProvider: FARGATE, Weight: 0 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-base.tf",
          "text": "# Promised: active-active\nresource \"aws_ecs_service\" \"web\" {\n  name            = \"web\"\n  task_definition = \"web:7\"\n  desired_count   = 4\n\n  capacity_provider_strategy {\n    capacity_provider = \"FARGATE\"\n    base              = 2\n    weight            = 0\n  }\n\n  capacity_provider_strategy {\n    capacity_provider = \"FARGATE_SPOT\"\n    weight            = 1\n  }\n}\n\nresource \"aws_ecs_service\" \"shop\" {\n  name            = \"shop\"\n  task_definition = \"shop:7\"\n  desired_count   = 4\n  launch_type     = \"FARGATE\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-base.yaml",
          "text": "# Promised: active-active\nResources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: web:7\n      CapacityProviderStrategy:\n        - { CapacityProvider: FARGATE_SPOT, Weight: 4 }\n        - { CapacityProvider: FARGATE, Base: 2 }\n\n  Shop:\n    Type: AWS::ECS::Service\n    Properties: { TaskDefinition: shop:7, LaunchType: FARGATE }"
        }
      ]
    }
  ],
  "efs/backup": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_efs_file_system\" \"uploads\" {\n  encrypted = true\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Uploads:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      Encrypted: true"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-own-policy.tf",
          "text": "resource \"aws_efs_file_system\" \"uploads\" {\n  encrypted = true\n}\n\nresource \"aws_efs_backup_policy\" \"uploads\" {\n  file_system_id = aws_efs_file_system.uploads.id\n  backup_policy {\n    status = \"ENABLED\"\n  }\n}\n\n# On by default where there is one zone only.\nresource \"aws_efs_file_system\" \"scratch\" {\n  availability_zone_name = \"us-east-1a\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-in-plan.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      FileSystemTags:\n        - { Key: backup, Value: daily }\n\n  Daily:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanName: daily\n        BackupPlanRule:\n          - { RuleName: daily, TargetBackupVault: daily, ScheduleExpression: cron(0 3 * * ? *) }\n\n  Tagged:\n    Type: AWS::Backup::BackupSelection\n    Properties:\n      BackupPlanId: !Ref Daily\n      BackupSelection:\n        SelectionName: tagged\n        IamRoleArn: arn:aws:iam::111122223333:role/backup\n        ListOfTags:\n          - { ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: daily }"
        }
      ]
    }
  ],
  "efs/mount-target-azs": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-zone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_efs_file_system\" \"uploads\" {\n  encrypted = true\n}\n\nresource \"aws_subnet\" \"a\" {\n  vpc_id            = \"vpc-0123456789abcdef0\"\n  cidr_block        = \"10.0.0.0/24\"\n  availability_zone = \"us-east-1a\"\n}\n\nresource \"aws_efs_mount_target\" \"uploads\" {\n  file_system_id = aws_efs_file_system.uploads.id\n  subnet_id      = aws_subnet.a.id\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-target.yaml",
          "text": "Parameters:\n  Subnet:\n    Type: AWS::EC2::Subnet::Id\n\nResources:\n  # Whichever subnet it is, it is in one zone.\n  # The next line is reported.\n  Uploads:\n    Type: AWS::EFS::FileSystem\n\n  Target:\n    Type: AWS::EFS::MountTarget\n    Properties:\n      FileSystemId: !Ref Uploads\n      SubnetId: !Ref Subnet\n      SecurityGroups: [sg-0123456789abcdef0]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovery-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_efs_file_system\" \"uploads\" {\n  encrypted = true\n}\n\nresource \"aws_subnet\" \"private\" {\n  for_each          = toset([\"us-east-1a\", \"us-east-1b\"])\n  vpc_id            = \"vpc-0123456789abcdef0\"\n  availability_zone = each.key\n}\n\nresource \"aws_efs_mount_target\" \"uploads\" {\n  for_each       = aws_subnet.private\n  file_system_id = aws_efs_file_system.uploads.id\n  subnet_id      = each.value.id\n}\n\n# Nobody uses the copy yet.\nresource \"aws_efs_file_system\" \"copy\" {\n  provider  = aws.recovery\n  encrypted = true\n}\n\nresource \"aws_efs_mount_target\" \"copy\" {\n  provider       = aws.recovery\n  file_system_id = aws_efs_file_system.copy.id\n  subnet_id      = \"subnet-2a3b4c5d\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-zones.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::EFS::FileSystem\n\n  SubnetA:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: vpc-0123456789abcdef0\n      CidrBlock: 10.0.0.0/24\n      AvailabilityZone: !Select [0, !GetAZs '']\n\n  SubnetB:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: vpc-0123456789abcdef0\n      CidrBlock: 10.0.1.0/24\n      AvailabilityZone: !Select [1, !GetAZs '']\n\n  TargetA:\n    Type: AWS::EFS::MountTarget\n    Properties:\n      FileSystemId: !Ref Uploads\n      SubnetId: !Ref SubnetA\n      SecurityGroups: [sg-0123456789abcdef0]\n\n  TargetB:\n    Type: AWS::EFS::MountTarget\n    Properties:\n      FileSystemId: !Ref Uploads\n      SubnetId: !Ref SubnetB\n      SecurityGroups: [sg-0123456789abcdef0]\n\n  Archive:\n    Type: AWS::EFS::FileSystem"
        }
      ]
    }
  ],
  "efs/one-zone": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-zone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_efs_file_system\" \"uploads\" {\n  # The next line is reported.\n  availability_zone_name = \"us-east-1a\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-zone.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      # The next line is reported.\n      AvailabilityZoneName: us-east-1a"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-regional.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_efs_file_system\" \"uploads\" {\n  encrypted = true\n}\n\nresource \"aws_efs_replication_configuration\" \"uploads\" {\n  source_file_system_id = aws_efs_file_system.uploads.id\n\n  destination {\n    region         = \"us-west-2\"\n    file_system_id = aws_efs_file_system.uploads_west.id\n  }\n}\n\n# A copy in one zone costs less, and the original is in all of them.\nresource \"aws_efs_file_system\" \"uploads_west\" {\n  region                 = \"us-west-2\"\n  availability_zone_name = \"us-west-2a\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-regional.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      Encrypted: true"
        }
      ]
    }
  ],
  "efs/replication": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_efs_file_system\" \"uploads\" {\n  encrypted = true\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Uploads:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      Encrypted: true"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-replicated.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_efs_file_system\" \"uploads\" {\n  encrypted = true\n}\n\nresource \"aws_efs_replication_configuration\" \"uploads\" {\n  source_file_system_id = aws_efs_file_system.uploads.id\n  destination {\n    region         = \"us-west-2\"\n    file_system_id = aws_efs_file_system.uploads_west.id\n  }\n}\n\n# A copy has nothing to replicate.\nresource \"aws_efs_file_system\" \"uploads_west\" {\n  region = \"us-west-2\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-replicated.yaml",
          "text": "# Deployed to: eu-west-1\nResources:\n  Uploads:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      ReplicationConfiguration:\n        Destinations:\n          - Region: eu-central-1"
        }
      ]
    }
  ],
  "eks/dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_eks_cluster\" \"shop\" {\n  name     = \"shop\"\n  role_arn = \"arn:aws:iam::111122223333:role/shop\"\n\n  vpc_config {\n    subnet_ids = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-region.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Shop:\n    Type: AWS::EKS::Cluster\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/shop\n      ResourcesVpcConfig: { SubnetIds: [subnet-0a1b2c3d, subnet-1a2b3c4d] }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-both-regions.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_eks_cluster\" \"shop\" {\n  name     = \"shop\"\n  role_arn = \"arn:aws:iam::111122223333:role/shop\"\n\n  vpc_config {\n    subnet_ids = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n  }\n}\n\nresource \"aws_eks_cluster\" \"shop_recovery\" {\n  provider = aws.recovery\n  name     = \"shop\"\n  role_arn = \"arn:aws:iam::111122223333:role/shop\"\n\n  vpc_config {\n    subnet_ids = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n  }\n}\n\nresource \"aws_sns_topic\" \"orders\" {\n  name = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Shop:\n    Type: AWS::EKS::Cluster\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/shop\n      ResourcesVpcConfig: { SubnetIds: [subnet-0a1b2c3d, subnet-1a2b3c4d] }"
        },
        {
          "path": "recovery.yaml",
          "text": "# The recovery Region's own needs no further one.\nResources:\n  Shop:\n    Type: AWS::EKS::Cluster\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/shop\n      ResourcesVpcConfig: { SubnetIds: [subnet-0a1b2c3d, subnet-1a2b3c4d] }"
        }
      ]
    }
  ],
  "eks/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-cluster-in-one-zone.tf",
          "text": "# Promised: warm-standby\nvariable \"zone\" {\n  type = string\n}\n\nresource \"aws_subnet\" \"nodes\" {\n  count             = 2\n  vpc_id            = \"vpc-0a1b2c3d\"\n  cidr_block        = cidrsubnet(\"10.0.0.0/16\", 4, count.index)\n  availability_zone = var.zone\n}\n\n# Whichever zone it is, AWS refuses two subnets of the same.\nresource \"aws_eks_cluster\" \"shop\" {\n  name     = \"shop\"\n  role_arn = \"arn:aws:iam::111122223333:role/shop\"\n\n  vpc_config {\n    # The next line is reported.\n    subnet_ids = aws_subnet.nodes[*].id\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-nodes-in-one-zone.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Nodes:\n    Type: AWS::EKS::Nodegroup\n    Properties:\n      ClusterName: shop\n      NodeRole: arn:aws:iam::111122223333:role/nodes\n      # The next line is reported.\n      Subnets: [subnet-0a1b2c3d]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-cluster-with-subnets-not-known.tf",
          "text": "# Promised: warm-standby\n# AWS creates no cluster with subnets of one zone.\nvariable \"subnets\" {\n  type = list(string)\n}\n\nresource \"aws_eks_cluster\" \"shop\" {\n  name     = \"shop\"\n  role_arn = \"arn:aws:iam::111122223333:role/shop\"\n\n  vpc_config {\n    subnet_ids = var.subnets\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-zones.yaml",
          "text": "# Promised: warm-standby\nResources:\n  First:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-0a1b2c3d, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a }\n  Second:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-0a1b2c3d, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1b }\n  Shop:\n    Type: AWS::EKS::Cluster\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/shop\n      ResourcesVpcConfig:\n        SubnetIds: [!Ref First, !Ref Second]\n  Nodes:\n    Type: AWS::EKS::Nodegroup\n    Properties:\n      ClusterName: !Ref Shop\n      NodeRole: arn:aws:iam::111122223333:role/nodes\n      Subnets: [!Ref First, !Ref Second]"
        }
      ]
    }
  ],
  "elasticache/automatic-failover": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id = \"sessions\"\n  description          = \"sessions\"\n  node_type            = \"cache.r7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties:\n      ReplicationGroupDescription: sessions\n      CacheNodeType: cache.r7g.large\n      NumCacheClusters: 2\n      # The next line is reported.\n      AutomaticFailoverEnabled: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id       = \"sessions\"\n  description                = \"sessions\"\n  num_cache_clusters         = 2\n  automatic_failover_enabled = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties:\n      ReplicationGroupDescription: sessions\n      NumCacheClusters: 2\n      AutomaticFailoverEnabled: true\n\n  # Memcached replicates nothing, a serverless cache always does.\n  Fragments:\n    Type: AWS::ElastiCache::CacheCluster\n    Properties:\n      Engine: memcached\n      CacheNodeType: cache.r7g.large\n      NumCacheNodes: 1\n\n  Prices:\n    Type: AWS::ElastiCache::ServerlessCache\n    Properties:\n      ServerlessCacheName: prices\n      Engine: valkey"
        }
      ]
    }
  ],
  "elasticache/global-datastore": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id = \"sessions\"\n  description          = \"sessions\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties:\n      ReplicationGroupDescription: sessions"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-secondary.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id = \"sessions\"\n  description          = \"sessions\"\n  node_type            = \"cache.r7g.large\"\n}\n\nresource \"aws_elasticache_global_replication_group\" \"sessions\" {\n  global_replication_group_id_suffix = \"sessions\"\n  primary_replication_group_id       = aws_elasticache_replication_group.sessions.id\n}\n\nresource \"aws_elasticache_replication_group\" \"sessions_west\" {\n  region                      = \"us-west-2\"\n  replication_group_id        = \"sessions-west\"\n  description                 = \"sessions\"\n  global_replication_group_id = aws_elasticache_global_replication_group.sessions.global_replication_group_id\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-secondary.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties:\n      ReplicationGroupId: sessions\n      ReplicationGroupDescription: sessions\n\n  Everywhere:\n    Type: AWS::ElastiCache::GlobalReplicationGroup\n    Properties:\n      GlobalReplicationGroupIdSuffix: sessions\n      Members:\n        - { ReplicationGroupId: !Ref Sessions, ReplicationGroupRegion: us-east-1, Role: PRIMARY }\n        - { ReplicationGroupId: sessions-west, ReplicationGroupRegion: us-west-2, Role: SECONDARY }"
        }
      ]
    }
  ],
  "elasticache/memcached-cross-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_elasticache_cluster\" \"fragments\" {\n  cluster_id      = \"fragments\"\n  engine          = \"memcached\"\n  node_type       = \"cache.r7g.large\"\n  num_cache_nodes = 2\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-single.yaml",
          "text": "Resources:\n  Fragments:\n    Type: AWS::ElastiCache::CacheCluster\n    Properties:\n      Engine: memcached\n      CacheNodeType: cache.r7g.large\n      NumCacheNodes: 3\n      # The next line is reported.\n      AZMode: single-az"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-redis.tf",
          "text": "variable \"nodes\" {\n  type = number\n}\n\n# Redis has one node in such a cluster, whatever the variable says: the zones of a replication group are judged elsewhere.\nresource \"aws_elasticache_cluster\" \"sessions\" {\n  cluster_id      = \"sessions\"\n  engine          = \"redis\"\n  node_type       = \"cache.t4g.small\"\n  num_cache_nodes = var.nodes\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-named-zones.yaml",
          "text": "Resources:\n  Pages:\n    Type: AWS::ElastiCache::CacheCluster\n    Properties:\n      Engine: memcached\n      CacheNodeType: cache.m7g.large\n      NumCacheNodes: 3\n      PreferredAvailabilityZones: [us-east-1a, us-east-1a, us-east-1b]"
        }
      ]
    }
  ],
  "elasticache/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id = \"sessions\"\n  description          = \"sessions\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-replica.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties:\n      ReplicationGroupDescription: sessions\n      NumNodeGroups: 3\n      ReplicasPerNodeGroup: 0"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id       = \"sessions\"\n  description                = \"sessions\"\n  num_cache_clusters         = 2\n  automatic_failover_enabled = true\n  multi_az_enabled           = true\n}\n\nresource \"aws_elasticache_replication_group\" \"prices\" {\n  replication_group_id       = \"prices\"\n  description                = \"prices\"\n  num_node_groups            = 2\n  replicas_per_node_group    = 1\n  automatic_failover_enabled = true\n  multi_az_enabled           = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties:\n      ReplicationGroupDescription: sessions\n      NumNodeGroups: 2\n      ReplicasPerNodeGroup: 1\n      AutomaticFailoverEnabled: true\n      MultiAZEnabled: true"
        }
      ]
    }
  ],
  "elasticache/snapshot-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id = \"sessions\"\n  description          = \"sessions\"\n}\n\n# The next line is reported.\nresource \"aws_elasticache_serverless_cache\" \"prices\" {\n  engine = \"valkey\"\n  name   = \"prices\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "Resources:\n  Sessions:\n    Type: AWS::ElastiCache::CacheCluster\n    Properties:\n      Engine: redis\n      CacheNodeType: cache.r7g.large\n      NumCacheNodes: 1\n      # The next line is reported.\n      SnapshotRetentionLimit: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-kept.tf",
          "text": "resource \"aws_elasticache_replication_group\" \"sessions\" {\n  replication_group_id     = \"sessions\"\n  description              = \"sessions\"\n  snapshot_retention_limit = 30\n}\n\n# Snapshots are the group's.\nresource \"aws_elasticache_cluster\" \"reader\" {\n  cluster_id           = \"reader\"\n  replication_group_id = aws_elasticache_replication_group.sessions.id\n}\n\n# There are none of Memcached.\nresource \"aws_elasticache_cluster\" \"fragments\" {\n  cluster_id      = \"fragments\"\n  engine          = \"memcached\"\n  node_type       = \"cache.r7g.large\"\n  num_cache_nodes = 2\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-kept.yaml",
          "text": "Resources:\n  Sessions:\n    Type: AWS::ElastiCache::ServerlessCache\n    Properties:\n      ServerlessCacheName: sessions\n      Engine: memcached\n      SnapshotRetentionLimit: 35\n\n  Fragments:\n    Type: AWS::ElastiCache::CacheCluster\n    Properties:\n      Engine: memcached\n      CacheNodeType: cache.r7g.large\n      NumCacheNodes: 2"
        }
      ]
    }
  ],
  "elb/connection-draining": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-classic.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_elb\" \"web\" {\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n\n  listener {\n    instance_port     = 80\n    instance_protocol = \"http\"\n    lb_port           = 80\n    lb_protocol       = \"http\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-classic.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Web:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: [us-east-1a, us-east-1b]\n      # The next line is reported.\n      ConnectionDrainingPolicy: { Enabled: false }\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-default.tf",
          "text": "# Promised: warm-standby\nresource \"aws_lb_target_group\" \"web\" {\n  port     = 80\n  protocol = \"HTTP\"\n  vpc_id   = \"vpc-0a1b2c3d\"\n}\n\nresource \"aws_elb\" \"old\" {\n  availability_zones  = [\"us-east-1a\", \"us-east-1b\"]\n  connection_draining = true\n\n  listener {\n    instance_port     = 80\n    instance_protocol = \"http\"\n    lb_port           = 80\n    lb_protocol       = \"http\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-default.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      Port: 80\n      Protocol: HTTP\n      VpcId: vpc-0a1b2c3d\n      TargetGroupAttributes:\n        - { Key: slow_start.duration_seconds, Value: '0' }\n\n  Old:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: [us-east-1a, us-east-1b]\n      ConnectionDrainingPolicy: { Enabled: true, Timeout: 60 }\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        }
      ]
    }
  ],
  "elb/cross-zone": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-network.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_lb\" \"api\" {\n  load_balancer_type = \"network\"\n  subnets            = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-classic.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Web:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: [us-east-1a, us-east-1b]\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-target-group.tf",
          "text": "# Promised: warm-standby\nresource \"aws_lb\" \"api\" {\n  load_balancer_type = \"network\"\n  subnets            = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n}\n\nresource \"aws_lb_target_group\" \"api\" {\n  port                              = 443\n  protocol                          = \"TCP\"\n  vpc_id                            = \"vpc-0a1b2c3d\"\n  load_balancing_cross_zone_enabled = \"true\"\n}\n\nresource \"aws_lb_listener\" \"api\" {\n  load_balancer_arn = aws_lb.api.arn\n  port              = 443\n  protocol          = \"TCP\"\n\n  default_action {\n    type             = \"forward\"\n    target_group_arn = aws_lb_target_group.api.arn\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Api:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Type: network\n      Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d]\n      LoadBalancerAttributes:\n        - { Key: load_balancing.cross_zone.enabled, Value: 'true' }\n\n  Old:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      CrossZone: true\n      AvailabilityZones: [us-east-1a, us-east-1b]\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        }
      ]
    }
  ],
  "elb/deletion-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_lb\" \"web\" {\n  subnets = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-protected.tf",
          "text": "# Promised: warm-standby\nresource \"aws_lb\" \"web\" {\n  internal                   = true\n  subnets                    = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n  enable_deletion_protection = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-protected.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d]\n      LoadBalancerAttributes:\n        - { Key: idle_timeout.timeout_seconds, Value: '120' }\n        - { Key: deletion_protection.enabled, Value: 'true' }"
        }
      ]
    }
  ],
  "elb/dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_lb\" \"web\" {\n  subnets = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-region.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d] }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-both-regions.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_lb\" \"web\" {\n  subnets = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n}\n\nresource \"aws_lb\" \"web_recovery\" {\n  provider = aws.recovery\n  subnets = [\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]\n}\n\nresource \"aws_sns_topic\" \"orders\" {\n  name = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d] }"
        },
        {
          "path": "recovery.yaml",
          "text": "# The recovery Region's own needs no further one.\nResources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Subnets: [subnet-0a1b2c3d, subnet-1a2b3c4d] }"
        }
      ]
    }
  ],
  "elb/health-check": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-disabled.tf",
          "text": "resource \"aws_lb_target_group\" \"web\" {\n  port     = 80\n  protocol = \"HTTP\"\n\n  health_check {\n    # The next line is reported.\n    enabled = false\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-disabled.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      TargetType: ip\n      Port: 80\n      Protocol: HTTP\n      # The next line is reported.\n      HealthCheckEnabled: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "objectives: { rto: 1m }"
        },
        {
          "path": "main.tf",
          "text": "# To the second.\nresource \"aws_lb_target_group\" \"web\" {\n  port     = 80\n  protocol = \"HTTP\"\n\n  health_check {\n    path                = \"/health\"\n    interval            = 20\n    unhealthy_threshold = 3\n  }\n}\n\n# What it is not told is AWS's to choose.\nresource \"aws_elb\" \"orders\" {\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n\n  listener {\n    instance_port     = 5672\n    instance_protocol = \"tcp\"\n    lb_port           = 5672\n    lb_protocol       = \"tcp\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-checked.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      Port: 80\n      Protocol: HTTP\n      HealthCheckPath: /health\n\n  Orders:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      Port: 5672\n      Protocol: TCP\n\n  # Off by default.\n  Thumbnails:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      TargetType: lambda"
        }
      ]
    }
  ],
  "elb/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-classic.tf",
          "text": "resource \"aws_elb\" \"web\" {\n  # The next line is reported.\n  availability_zones = [\"us-east-1a\"]\n\n  listener {\n    instance_port     = 80\n    instance_protocol = \"http\"\n    lb_port           = 80\n    lb_protocol       = \"http\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-subnet.yaml",
          "text": "Parameters:\n  Subnet:\n    Type: AWS::EC2::Subnet::Id\n\nResources:\n  Api:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Type: network\n      # The next line is reported.\n      Subnets: [!Ref Subnet]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-zones.tf",
          "text": "resource \"aws_subnet\" \"a\" {\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = \"us-east-1a\"\n}\n\nresource \"aws_subnet\" \"b\" {\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = \"us-east-1b\"\n}\n\nresource \"aws_lb\" \"web\" {\n  subnets = [aws_subnet.a.id, aws_subnet.b.id]\n}\n\nresource \"aws_lb\" \"api\" {\n  load_balancer_type = \"network\"\n\n  subnet_mapping {\n    subnet_id = aws_subnet.a.id\n  }\n\n  subnet_mapping {\n    subnet_id = aws_subnet.b.id\n  }\n}\n\nresource \"aws_elb\" \"old\" {\n  subnets = [aws_subnet.a.id, aws_subnet.b.id]\n\n  listener {\n    instance_port     = 80\n    instance_protocol = \"http\"\n    lb_port           = 80\n    lb_protocol       = \"http\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-zones.yaml",
          "text": "Resources:\n  SubnetA:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: vpc-0a1b2c3d\n      AvailabilityZone: !Sub '${AWS::Region}a'\n\n  SubnetB:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: vpc-0a1b2c3d\n      AvailabilityZone: !Sub '${AWS::Region}b'\n\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [!Ref SubnetA, !Ref SubnetB]\n\n  Old:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: [us-east-1a, us-east-1b]\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        }
      ]
    }
  ],
  "elb/stickiness": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-target-group.tf",
          "text": "# Promised: active-active\n# The next line is reported.\nresource \"aws_lb_target_group\" \"web\" {\n  port     = 80\n  protocol = \"HTTP\"\n  vpc_id   = \"vpc-0a1b2c3d\"\n\n  stickiness {\n    type = \"lb_cookie\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-target-group.yaml",
          "text": "# Promised: active-active\nResources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      Port: 80\n      Protocol: HTTP\n      VpcId: vpc-0a1b2c3d\n      TargetGroupAttributes:\n        - Key: stickiness.enabled\n          # The next line is reported.\n          Value: 'true'\n        - { Key: stickiness.type, Value: lb_cookie }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-not-tied.tf",
          "text": "# Promised: active-active\nresource \"aws_lb_target_group\" \"web\" {\n  port     = 80\n  protocol = \"HTTP\"\n  vpc_id   = \"vpc-0a1b2c3d\"\n\n  stickiness {\n    enabled = false\n    type    = \"lb_cookie\"\n  }\n}\n\nresource \"aws_lb_target_group\" \"firewalls\" {\n  port     = 6081\n  protocol = \"GENEVE\"\n  vpc_id   = \"vpc-0a1b2c3d\"\n\n  stickiness {\n    type = \"source_ip_dest_ip\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-not-tied.yaml",
          "text": "# Promised: active-active\nResources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      Port: 443\n      Protocol: TCP\n      VpcId: vpc-0a1b2c3d\n      TargetGroupAttributes:\n        - { Key: proxy_protocol_v2.enabled, Value: 'true' }\n\n  Old:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      AvailabilityZones: [us-east-1a, us-east-1b]\n      Listeners:\n        - { InstancePort: '80', LoadBalancerPort: '80', Protocol: HTTP }"
        }
      ]
    }
  ],
  "eventbridge/archive": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_cloudwatch_event_bus\" \"orders\" {\n  name = \"orders\"\n}\n\nresource \"aws_cloudwatch_event_archive\" \"default\" {\n  name             = \"default\"\n  event_source_arn = \"arn:aws:events:us-east-1:111122223333:event-bus/default\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::Events::EventBus\n    Properties: { Name: orders }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-archived.tf",
          "text": "# Promised: warm-standby\nresource \"aws_cloudwatch_event_bus\" \"orders\" {\n  name = \"orders\"\n}\n\nresource \"aws_cloudwatch_event_archive\" \"orders\" {\n  name             = \"orders\"\n  event_source_arn = aws_cloudwatch_event_bus.orders.arn\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-archived.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Orders:\n    Type: AWS::Events::EventBus\n    Properties: { Name: orders }\n  OrdersArchive:\n    Type: AWS::Events::Archive\n    Properties: { SourceArn: !GetAtt Orders.Arn }"
        }
      ]
    }
  ],
  "eventbridge/dlq": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\nresource \"aws_cloudwatch_event_rule\" \"orders\" {\n  name          = \"orders\"\n  event_pattern = jsonencode({ source = [\"shop\"] })\n}\n\n# The next line is reported.\nresource \"aws_cloudwatch_event_target\" \"worker\" {\n  rule      = aws_cloudwatch_event_rule.orders.name\n  target_id = \"worker\"\n  arn       = \"arn:aws:lambda:us-east-1:111122223333:function:worker\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: warm-standby\nResources:\n  OrderPlaced:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: { source: [shop] }\n      Targets:\n        # The next line is reported.\n        - Id: worker\n          Arn: arn:aws:lambda:us-east-1:111122223333:function:worker"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-queue.tf",
          "text": "# Promised: warm-standby\nresource \"aws_cloudwatch_event_rule\" \"orders\" {\n  name          = \"orders\"\n  event_pattern = jsonencode({ source = [\"shop\"] })\n}\n\nresource \"aws_cloudwatch_event_target\" \"worker\" {\n  rule      = aws_cloudwatch_event_rule.orders.name\n  target_id = \"worker\"\n  arn       = \"arn:aws:lambda:us-east-1:111122223333:function:worker\"\n\n  dead_letter_config {\n    arn = aws_sqs_queue.failed.arn\n  }\n}\n\nresource \"aws_sqs_queue\" \"failed\" {\n  name = \"failed\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-queue.yaml",
          "text": "# Promised: warm-standby\nResources:\n  OrderPlaced:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: { source: [shop] }\n      Targets:\n        - Id: worker\n          Arn: arn:aws:lambda:us-east-1:111122223333:function:worker\n          DeadLetterConfig: { Arn: !GetAtt Failed.Arn }\n  Failed:\n    Type: AWS::SQS::Queue"
        }
      ]
    }
  ],
  "eventbridge/global-endpoint": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-region.tf",
          "text": "# Promised: active-active\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_cloudwatch_event_bus\" \"orders\" {\n  name = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-region.yaml",
          "text": "# Promised: active-active\n# Deployed to: us-east-1\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::Events::EventBus\n    Properties: { Name: orders }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovery-region.tf",
          "text": "# Promised: active-active\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-west-2\"\n}\n\n# Events of drills enter the recovery Region only, as they should.\nresource \"aws_cloudwatch_event_bus\" \"drills\" {\n  name = \"drills\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-endpoint.yaml",
          "text": "# Promised: active-active\n# Deployed to: us-east-1\nResources:\n  Orders:\n    Type: AWS::Events::EventBus\n    Properties: { Name: orders }\n  Endpoint:\n    Type: AWS::Events::Endpoint\n    Properties:\n      EventBuses:\n        - EventBusArn: !GetAtt Orders.Arn\n        - EventBusArn: arn:aws:events:us-west-2:111122223333:event-bus/orders\n      RoutingConfig:\n        FailoverConfig:\n          Primary: { HealthCheck: 'arn:aws:route53:::healthcheck/11111111-2222-3333-4444-555555555555' }\n          Secondary: { Route: us-west-2 }"
        }
      ]
    }
  ],
  "failover/automation": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_lb\" \"web\" {\n  name = \"web\"\n}\n\n# The next line is reported.\nresource \"aws_lb\" \"web_recovery\" {\n  provider = aws.recovery\n  name     = \"web-recovery\"\n}\n\n# A name that somebody would have to change.\nresource \"aws_route53_record\" \"www\" {\n  zone_id = \"Z1\"\n  name    = \"www.example.com\"\n  type    = \"CNAME\"\n  ttl     = 60\n  records = [aws_lb.web.dns_name]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  LoadBalancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Name: web }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  # The next line is reported.\n  LoadBalancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Name: web }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-one-region.tf",
          "text": "# Promised: warm-standby\n# There is nothing to switch to.\nresource \"aws_lb\" \"web\" {\n  name = \"web\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-one-region.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\nResources:\n  LoadBalancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties: { Name: web }"
        }
      ]
    }
  ],
  "fis/experiment": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_dynamodb_table\" \"orders\" {\n  name = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::DynamoDB::Table"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-nothing-to-try.tf",
          "text": "# Promised: warm-standby\n# Nothing here can fail: names are made, and nothing of AWS is declared.\nresource \"random_pet\" \"release\" {\n  length = 2\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-experiment.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n  StopInstances:\n    Type: AWS::FIS::ExperimentTemplate\n    Properties: { Description: Stop half of the web servers, StopConditions: [{ Source: none }] }"
        }
      ]
    }
  ],
  "fis/stop-condition": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "resource \"aws_fis_experiment_template\" \"stop_instances\" {\n  description = \"Stop half of the web servers\"\n  role_arn    = \"arn:aws:iam::111122223333:role/experiments\"\n\n  action {\n    name      = \"stop\"\n    action_id = \"aws:ec2:stop-instances\"\n    target {\n      key   = \"Instances\"\n      value = \"web\"\n    }\n  }\n\n  target {\n    name           = \"web\"\n    resource_type  = \"aws:ec2:instance\"\n    selection_mode = \"PERCENT(50)\"\n    resource_tag {\n      key   = \"Service\"\n      value = \"web\"\n    }\n  }\n\n  # The next line is reported.\n  stop_condition {\n    source = \"none\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "Resources:\n  StopInstances:\n    Type: AWS::FIS::ExperimentTemplate\n    Properties:\n      Description: Stop half of the web servers\n      RoleArn: arn:aws:iam::111122223333:role/experiments\n      # The next line is reported.\n      StopConditions: [{ Source: none }]\n      Targets: { web: { ResourceType: 'aws:ec2:instance', SelectionMode: PERCENT(50), ResourceTags: { Service: web } } }\n      Tags: { Name: stop-instances }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-alarm.tf",
          "text": "resource \"aws_fis_experiment_template\" \"stop_instances\" {\n  description = \"Stop half of the web servers\"\n  role_arn    = \"arn:aws:iam::111122223333:role/experiments\"\n\n  action {\n    name      = \"wait\"\n    action_id = \"aws:fis:wait\"\n    parameter {\n      key   = \"duration\"\n      value = \"PT5M\"\n    }\n  }\n\n  stop_condition {\n    source = \"aws:cloudwatch:alarm\"\n    value  = \"arn:aws:cloudwatch:us-east-1:111122223333:alarm:errors\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-alarm.yaml",
          "text": "Resources:\n  StopInstances:\n    Type: AWS::FIS::ExperimentTemplate\n    Properties:\n      Description: Stop half of the web servers\n      RoleArn: arn:aws:iam::111122223333:role/experiments\n      StopConditions:\n        - { Source: 'aws:cloudwatch:alarm', Value: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:errors' }\n      Targets: { web: { ResourceType: 'aws:ec2:instance', SelectionMode: PERCENT(50), ResourceTags: { Service: web } } }\n      Tags: { Name: stop-instances }"
        }
      ]
    }
  ],
  "fsx/backup-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# Terraform's default for Windows is a week, for ONTAP nothing.\n# The next line is reported.\nresource \"aws_fsx_windows_file_system\" \"homes\" {\n  deployment_type     = \"MULTI_AZ_1\"\n  throughput_capacity = 32\n  subnet_ids          = [\"subnet-0a\", \"subnet-0b\"]\n  preferred_subnet_id = \"subnet-0a\"\n}\n\n# The next line is reported.\nresource \"aws_fsx_ontap_file_system\" \"volumes\" {\n  deployment_type     = \"MULTI_AZ_1\"\n  throughput_capacity = 128\n  storage_capacity    = 1024\n  subnet_ids          = [\"subnet-0a\", \"subnet-0b\"]\n  preferred_subnet_id = \"subnet-0a\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Homes:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: OPENZFS\n      SubnetIds: [subnet-0a]\n      OpenZFSConfiguration:\n        DeploymentType: SINGLE_AZ_1\n        AutomaticBackupRetentionDays: 0\n\n  Models:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: WINDOWS\n      SubnetIds: [subnet-0a]\n      WindowsConfiguration:\n        ThroughputCapacity: 32\n        # The next line is reported.\n        AutomaticBackupRetentionDays: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long-enough.tf",
          "text": "resource \"aws_fsx_windows_file_system\" \"homes\" {\n  deployment_type                 = \"MULTI_AZ_1\"\n  throughput_capacity             = 32\n  subnet_ids                      = [\"subnet-0a\", \"subnet-0b\"]\n  preferred_subnet_id             = \"subnet-0a\"\n  automatic_backup_retention_days = 30\n}\n\n# What is computed with, and loaded again.\nresource \"aws_fsx_lustre_file_system\" \"scratch\" {\n  storage_capacity = 1200\n  subnet_ids       = [\"subnet-0a\"]\n  deployment_type  = \"SCRATCH_2\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-default.yaml",
          "text": "# CloudFormation keeps backups for 30 days.\nResources:\n  Homes:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: WINDOWS\n      SubnetIds: [subnet-0a, subnet-0b]\n      WindowsConfiguration:\n        ThroughputCapacity: 32\n        DeploymentType: MULTI_AZ_1\n\n  Scratch:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: LUSTRE\n      SubnetIds: [subnet-0a]\n      LustreConfiguration:\n        DeploymentType: SCRATCH_2"
        }
      ]
    }
  ],
  "fsx/cross-region-copy": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_fsx_windows_file_system\" \"homes\" {\n  throughput_capacity             = 32\n  subnet_ids                      = [\"subnet-0a\"]\n  automatic_backup_retention_days = 30\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Homes:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: OPENZFS\n      SubnetIds: [subnet-0a]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-linked.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# It can't be backed up: its files are those of the bucket.\nresource \"aws_fsx_lustre_file_system\" \"training\" {\n  storage_capacity            = 1200\n  subnet_ids                  = [\"subnet-0a\"]\n  deployment_type             = \"PERSISTENT_2\"\n  per_unit_storage_throughput = 125\n}\n\nresource \"aws_fsx_data_repository_association\" \"training\" {\n  file_system_id       = aws_fsx_lustre_file_system.training.id\n  file_system_path     = \"/training\"\n  data_repository_path = \"s3://training-data\"\n}\n\nresource \"aws_fsx_lustre_file_system\" \"rendering\" {\n  storage_capacity            = 1200\n  subnet_ids                  = [\"subnet-0a\"]\n  deployment_type             = \"PERSISTENT_1\"\n  per_unit_storage_throughput = 50\n  import_path                 = \"s3://rendering-data\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-scratch.yaml",
          "text": "Resources:\n  Scratch:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: LUSTRE\n      SubnetIds: [subnet-0a]\n      LustreConfiguration: { DeploymentType: SCRATCH_1 }"
        }
      ]
    }
  ],
  "fsx/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-single.tf",
          "text": "# The next line is reported.\nresource \"aws_fsx_windows_file_system\" \"homes\" {\n  throughput_capacity = 32\n  subnet_ids          = [\"subnet-0a\"]\n}\n\n# The next line is reported.\nresource \"aws_fsx_openzfs_file_system\" \"builds\" {\n  storage_capacity    = 64\n  subnet_ids          = [\"subnet-0a\"]\n  deployment_type     = \"SINGLE_AZ_HA_2\"\n  throughput_capacity = 160\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-single.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Volumes:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: ONTAP\n      SubnetIds: [subnet-0a]\n      OntapConfiguration:\n        DeploymentType: SINGLE_AZ_1"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-multi.tf",
          "text": "resource \"aws_fsx_ontap_file_system\" \"volumes\" {\n  deployment_type     = \"MULTI_AZ_2\"\n  throughput_capacity = 128\n  storage_capacity    = 1024\n  subnet_ids          = [\"subnet-0a\", \"subnet-0b\"]\n  preferred_subnet_id = \"subnet-0a\"\n}\n\n# Lustre offers one zone only.\nresource \"aws_fsx_lustre_file_system\" \"models\" {\n  storage_capacity = 1200\n  subnet_ids       = [\"subnet-0a\"]\n  deployment_type  = \"PERSISTENT_2\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-openzfs.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Projects:\n    Type: AWS::FSx::FileSystem\n    Properties:\n      FileSystemType: OPENZFS\n      StorageCapacity: 64\n      SubnetIds: [subnet-0a1b2c3d, subnet-1a2b3c4d]\n      OpenZFSConfiguration: { DeploymentType: MULTI_AZ_1, ThroughputCapacity: 160 }"
        }
      ]
    }
  ],
  "globalaccelerator/multi-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-group.tf",
          "text": "# Promised: active-active\n# The next line is reported.\nresource \"aws_globalaccelerator_accelerator\" \"shop\" {\n  name = \"shop\"\n}\n\nresource \"aws_globalaccelerator_listener\" \"shop\" {\n  accelerator_arn = aws_globalaccelerator_accelerator.shop.id\n  protocol        = \"TCP\"\n\n  port_range {\n    from_port = 443\n    to_port   = 443\n  }\n}\n\nresource \"aws_globalaccelerator_endpoint_group\" \"east\" {\n  listener_arn          = aws_globalaccelerator_listener.shop.id\n  endpoint_group_region = \"us-east-1\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-dialled-to-zero.yaml",
          "text": "# Promised: active-active\nResources:\n  # The next line is reported.\n  Shop:\n    Type: AWS::GlobalAccelerator::Accelerator\n    Properties: { Name: shop }\n\n  Listener:\n    Type: AWS::GlobalAccelerator::Listener\n    Properties:\n      AcceleratorArn: !Ref Shop\n      Protocol: TCP\n      PortRanges: [{ FromPort: 443, ToPort: 443 }]\n\n  East:\n    Type: AWS::GlobalAccelerator::EndpointGroup\n    Properties: { ListenerArn: !Ref Listener, EndpointGroupRegion: us-east-1 }\n\n  West:\n    Type: AWS::GlobalAccelerator::EndpointGroup\n    Properties: { ListenerArn: !Ref Listener, EndpointGroupRegion: us-west-2, TrafficDialPercentage: 0 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-groups-elsewhere.tf",
          "text": "# Promised: warm-standby\n# Its listeners are declared with what it leads to.\nresource \"aws_globalaccelerator_accelerator\" \"shop\" {\n  name = \"shop\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-standby-dialled-to-zero.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Shop:\n    Type: AWS::GlobalAccelerator::Accelerator\n    Properties: { Name: shop }\n\n  Listener:\n    Type: AWS::GlobalAccelerator::Listener\n    Properties:\n      AcceleratorArn: !Ref Shop\n      Protocol: TCP\n      PortRanges: [{ FromPort: 443, ToPort: 443 }]\n\n  East:\n    Type: AWS::GlobalAccelerator::EndpointGroup\n    Properties: { ListenerArn: !Ref Listener, EndpointGroupRegion: us-east-1 }\n\n  West:\n    Type: AWS::GlobalAccelerator::EndpointGroup\n    Properties: { ListenerArn: !Ref Listener, EndpointGroupRegion: us-west-2, TrafficDialPercentage: 0 }"
        }
      ]
    }
  ],
  "iac/create-before-destroy": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-by-default.tf",
          "text": "# The next line is reported.\nresource \"aws_lb\" \"shop\" {\n  name               = \"shop\"\n  load_balancer_type = \"application\"\n  subnets            = [\"subnet-11111111\", \"subnet-22222222\"]\n}\n\nresource \"aws_lb_target_group\" \"shop\" {\n  name     = \"shop\"\n  port     = 443\n  protocol = \"HTTPS\"\n  vpc_id   = \"vpc-11111111\"\n\n  lifecycle {\n    # The next line is reported.\n    create_before_destroy = false\n  }\n}\n\n# The next line is reported.\nresource \"aws_autoscaling_group\" \"shop\" {\n  min_size            = 2\n  max_size            = 4\n  vpc_zone_identifier = [\"subnet-11111111\", \"subnet-22222222\"]\n\n  lifecycle {\n    ignore_changes = [desired_capacity]\n  }\n}\n\n# The next line is reported.\nresource \"aws_acm_certificate\" \"shop\" {\n  domain_name       = \"shop.example.com\"\n  validation_method = \"DNS\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-created-first.tf",
          "text": "resource \"aws_lb\" \"shop\" {\n  name               = \"shop\"\n  load_balancer_type = \"application\"\n  subnets            = [\"subnet-11111111\", \"subnet-22222222\"]\n\n  lifecycle {\n    create_before_destroy = true\n  }\n}\n\n# What a resource that is created first depends on is created first too.\nresource \"aws_lb_target_group\" \"shop\" {\n  name_prefix = \"shop\"\n  port        = 443\n  protocol    = \"HTTPS\"\n  vpc_id      = \"vpc-11111111\"\n}\n\nresource \"aws_lb_listener\" \"shop\" {\n  load_balancer_arn = aws_lb.shop.arn\n  port              = 443\n  protocol          = \"HTTPS\"\n  certificate_arn   = aws_acm_certificate_validation.shop.certificate_arn\n\n  default_action {\n    type             = \"forward\"\n    target_group_arn = aws_lb_target_group.shop.arn\n  }\n\n  lifecycle {\n    create_before_destroy = true\n  }\n}\n\nresource \"aws_acm_certificate_validation\" \"shop\" {\n  certificate_arn = aws_acm_certificate.shop.arn\n}\n\nresource \"aws_acm_certificate\" \"shop\" {\n  domain_name       = \"shop.example.com\"\n  validation_method = \"DNS\"\n}\n\n# It can't be replaced at all.\nresource \"aws_lb\" \"billing\" {\n  name                       = \"billing\"\n  load_balancer_type         = \"application\"\n  subnets                    = [\"subnet-11111111\", \"subnet-22222222\"]\n  enable_deletion_protection = true\n}\n\nresource \"aws_autoscaling_group\" \"billing\" {\n  min_size            = 2\n  max_size            = 4\n  vpc_zone_identifier = [\"subnet-11111111\", \"subnet-22222222\"]\n\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n\n# An imported certificate is renewed in place.\nresource \"aws_acm_certificate\" \"imported\" {\n  certificate_body = file(\"partner.pem\")\n  private_key      = \"managed elsewhere\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-stack.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  # CloudFormation creates the new one before it deletes the old one.\n  Shop:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Name: shop\n      Subnets: [subnet-11111111, subnet-22222222]\n  Targets:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties: { Port: 443, Protocol: HTTPS, VpcId: vpc-11111111 }\n  Fleet:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: '2', MaxSize: '4', VPCZoneIdentifier: [subnet-11111111, subnet-22222222] }\n  Certificate:\n    Type: AWS::CertificateManager::Certificate\n    Properties: { DomainName: shop.example.com, ValidationMethod: DNS }"
        }
      ]
    }
  ],
  "iac/explicit-names": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "main.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nmodule \"orders\" {\n  source = \"./orders\"\n}"
        },
        {
          "path": "orders/main.tf",
          "text": "resource \"aws_s3_bucket\" \"receipts\" {\n  # The next line is reported.\n  bucket = \"example-receipts\"\n}\n\nresource \"aws_iam_role\" \"orders\" {\n  # The next line is reported.\n  name               = \"orders\"\n  assume_role_policy = \"{}\"\n}\n\nresource \"aws_sqs_queue\" \"orders\" {\n  # The next line is reported.\n  name = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-parameter-default.yaml",
          "text": "# Deployed to: us-east-1\nParameters:\n  Receipts: { Type: String, Default: example-receipts }\nResources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      # The next line is reported.\n      BucketName: !Ref Receipts"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-name-to-be-given.tf",
          "text": "# Promised: warm-standby\nvariable \"name\" {\n  type    = string\n  default = \"\"\n}\n\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = var.name\n  engine             = \"aurora-postgresql\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-template.yaml",
          "text": "# Deployed to: us-east-1\nParameters:\n  Stage: { Type: String, Default: test }\nResources:\n  Receipts:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: !Sub 'example-receipts-${AWS::Region}' }\n  Invoices:\n    Type: AWS::S3::Bucket\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: !Sub 'orders-${Stage}' }"
        }
      ]
    }
  ],
  "iac/hardcoded-ami": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-two-regions.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nlocals {\n  image = \"ami-0abcdef1234567890\"\n}\n\nresource \"aws_instance\" \"search\" {\n  instance_type = \"m7g.large\"\n  # The next line is reported.\n  ami = local.image\n}\n\n# An id means nothing in another Region.\nresource \"aws_instance\" \"search_recovery\" {\n  provider      = aws.recovery\n  instance_type = \"m7g.large\"\n  # The next line is reported.\n  ami = local.image\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: stack.yaml, region: us-east-1, role: primary }\n  - { path: stack.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "stack.yaml",
          "text": "Resources:\n  Search:\n    Type: AWS::EC2::Instance\n    Properties:\n      InstanceType: m7g.large\n      # The next line is reported.\n      ImageId: ami-0abcdef1234567890"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: ., varFiles: [primary.tfvars], region: us-east-1, name: primary }\n  - { path: ., varFiles: [recovery.tfvars], region: us-west-2, name: recovery }"
        },
        {
          "path": "main.tf",
          "text": "variable \"image\" {\n  type = string\n}\n\n# What each deployment states for itself is not literal in the code.\nresource \"aws_instance\" \"search\" {\n  instance_type = \"m7g.large\"\n  ami           = var.image\n}"
        },
        {
          "path": "primary.tfvars",
          "text": "image = \"ami-0abcdef1234567890\""
        },
        {
          "path": "recovery.tfvars",
          "text": "image = \"ami-0fedcba9876543210\""
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-looked-up.yaml",
          "text": "# Deployed to: us-east-1\nParameters:\n  Image:\n    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>\n    Default: /golden/image\n\nMappings:\n  Images:\n    us-east-1: { Linux: ami-0abcdef1234567890 }\n    us-west-2: { Linux: ami-0fedcba9876543210 }\n\nResources:\n  Web:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        ImageId: !Ref Image\n\n  # One for each Region.\n  Search:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: !FindInMap [Images, !Ref 'AWS::Region', Linux]\n\n  Batch:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        ImageId: resolve:ssm:/golden/image"
        }
      ]
    }
  ],
  "iac/hardcoded-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "main.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nmodule \"network\" {\n  source = \"./network\"\n}\n\nmodule \"network_recovery\" {\n  source    = \"./network\"\n  providers = { aws = aws.recovery }\n}"
        },
        {
          "path": "network/main.tf",
          "text": "resource \"aws_subnet\" \"private\" {\n  vpc_id     = \"vpc-11111111\"\n  cidr_block = \"10.0.0.0/24\"\n  # The next line is reported.\n  availability_zone = \"us-east-1a\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: network.yaml, name: primary, region: us-east-1, role: primary }\n  - { path: network.yaml, name: recovery, region: us-west-2, role: recovery }"
        },
        {
          "path": "network.yaml",
          "text": "Resources:\n  Private:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: vpc-11111111\n      CidrBlock: 10.0.0.0/24\n      # The next line is reported.\n      AvailabilityZone: us-east-1a"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-one-region.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# Code of one Region may name its zones.\nresource \"aws_subnet\" \"private\" {\n  vpc_id            = \"vpc-11111111\"\n  cidr_block        = \"10.0.0.0/24\"\n  availability_zone = \"us-east-1a\"\n}\n\ndata \"aws_availability_zones\" \"here\" {}\n\nresource \"aws_subnet\" \"looked_up\" {\n  vpc_id            = \"vpc-11111111\"\n  cidr_block        = \"10.0.1.0/24\"\n  availability_zone = data.aws_availability_zones.here.names[0]\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-one-region.yaml",
          "text": "Resources:\n  Private:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-11111111, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a }\n  LookedUp:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-11111111, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ''] }"
        }
      ]
    }
  ],
  "iac/hardcoded-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "main.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nmodule \"worker\" {\n  source = \"./worker\"\n}\n\nmodule \"worker_recovery\" {\n  source    = \"./worker\"\n  providers = { aws = aws.recovery }\n}"
        },
        {
          "path": "worker/main.tf",
          "text": "variable \"queue_region\" {\n  type    = string\n  default = \"us-east-1\"\n}\n\nresource \"aws_lambda_function\" \"orders\" {\n  function_name = \"orders\"\n  role          = \"arn:aws:iam::111122223333:role/orders\"\n  runtime       = \"nodejs22.x\"\n  handler       = \"index.handler\"\n  filename      = \"orders.zip\"\n\n  environment {\n    variables = {\n      # The next line is reported.\n      QUEUE_REGION = var.queue_region\n    }\n  }\n}\n\nresource \"aws_vpc_endpoint\" \"queue\" {\n  vpc_id = \"vpc-11111111\"\n  # The next line is reported.\n  service_name = \"com.amazonaws.us-east-1.sqs\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: worker.yaml, name: primary, region: us-east-1, role: primary }\n  - { path: worker.yaml, name: recovery, region: us-west-2, role: recovery }"
        },
        {
          "path": "worker.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs22.x\n      Handler: index.handler\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { S3Bucket: releases, S3Key: orders.zip }\n      Environment:\n        Variables:\n          # The next line is reported.\n          QUEUE_URL: https://sqs.us-east-1.amazonaws.com/111122223333/orders"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-one-region.tf",
          "text": "# Code of one Region may name it; so may the certificates of CloudFront, which lie in us-east-1.\nprovider \"aws\" {\n  region = \"us-west-2\"\n}\n\nprovider \"aws\" {\n  alias  = \"global\"\n  region = \"us-east-1\"\n}\n\nresource \"aws_acm_certificate\" \"site\" {\n  provider          = aws.global\n  domain_name       = \"shop.example.com\"\n  validation_method = \"DNS\"\n\n  lifecycle {\n    create_before_destroy = true\n  }\n}\n\nresource \"aws_vpc_endpoint\" \"queue\" {\n  vpc_id       = \"vpc-11111111\"\n  service_name = \"com.amazonaws.us-west-2.sqs\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-one-region.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Queue:\n    Type: AWS::EC2::VPCEndpoint\n    Properties: { VpcId: vpc-11111111, ServiceName: com.amazonaws.us-east-1.sqs }"
        }
      ]
    }
  ],
  "iac/state-backend": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-backend.tf",
          "text": "# The next line is reported.\nterraform {\n  required_version = \">= 1.10\"\n}\n\nprovider \"aws\" {\n  region = \"us-east-1\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby"
        },
        {
          "path": "bucket/main.tf",
          "text": "# Nothing here calls this module, and it says nothing of providers or state: whoever calls it keeps its state.\nvariable \"name\" {\n  type = string\n}\n\nresource \"aws_s3_bucket\" \"main\" {\n  bucket = var.name\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-template.yaml",
          "text": "# CloudFormation keeps the state of a stack itself, in the Region of the stack.\nResources:\n  Orders:\n    Type: AWS::SNS::Topic"
        }
      ]
    }
  ],
  "iac/zone-outside-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-other-zone.tf",
          "text": "provider \"aws\" {\n  region = \"us-west-2\"\n}\n\nresource \"aws_subnet\" \"private\" {\n  vpc_id     = \"vpc-11111111\"\n  cidr_block = \"10.0.0.0/24\"\n  # The next line is reported.\n  availability_zone = \"us-east-1a\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-other-zone.yaml",
          "text": "# Deployed to: us-west-2\nResources:\n  Private:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: vpc-11111111\n      CidrBlock: 10.0.0.0/24\n      # The next line is reported.\n      AvailabilityZone: us-east-1a"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-own-zone.tf",
          "text": "provider \"aws\" {\n  region = \"us-west-2\"\n}\n\nresource \"aws_subnet\" \"private\" {\n  vpc_id            = \"vpc-11111111\"\n  cidr_block        = \"10.0.0.0/24\"\n  availability_zone = \"us-west-2a\"\n}\n\n# A Local Zone belongs to its Region.\nresource \"aws_subnet\" \"near\" {\n  vpc_id            = \"vpc-11111111\"\n  cidr_block        = \"10.0.1.0/24\"\n  availability_zone = \"us-west-2-lax-1a\"\n}\n\nresource \"aws_s3_bucket\" \"orders\" {\n  bucket = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-own-zone.yaml",
          "text": "# Deployed to: us-west-2\nResources:\n  Private:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-11111111, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-west-2a }\n  Orders:\n    Type: AWS::S3::Bucket"
        }
      ]
    }
  ],
  "kinesis/dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_kinesis_stream\" \"clicks\" {\n  name = \"clicks\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Clicks:\n    Type: AWS::Kinesis::Stream\n    Properties:\n      Name: clicks"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-counterpart.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_kinesis_stream\" \"clicks\" {\n  for_each = toset([\"us-east-1\", \"us-west-2\"])\n  region   = each.key\n  name     = \"clicks\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: stack.yaml, name: east, region: us-east-1, role: primary }\n  - { path: stack.yaml, name: west, region: us-west-2, role: recovery }"
        },
        {
          "path": "stack.yaml",
          "text": "Resources:\n  Clicks:\n    Type: AWS::Kinesis::Stream\n    Properties:\n      Name: clicks"
        }
      ]
    }
  ],
  "kinesis/retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_kinesis_stream\" \"clicks\" {\n  name = \"clicks\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "# Promised: active-active\nResources:\n  Clicks:\n    Type: AWS::Kinesis::Stream\n    Properties:\n      Name: clicks\n      # The next line is reported.\n      RetentionPeriodHours: 48"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long-enough.tf",
          "text": "resource \"aws_kinesis_stream\" \"clicks\" {\n  name             = \"clicks\"\n  retention_period = 168\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-default.yaml",
          "text": "# Promised: pilot-light\nResources:\n  Clicks:\n    Type: AWS::Kinesis::Stream\n    Properties:\n      Name: clicks"
        }
      ]
    }
  ],
  "kms/key-usable": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-disabled.tf",
          "text": "resource \"aws_kms_key\" \"backup\" {\n  # The next line is reported.\n  is_enabled = false\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name        = \"main\"\n  kms_key_arn = aws_kms_key.backup.arn\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-disabled.yaml",
          "text": "Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      # The next line is reported.\n      Enabled: false\n      KeyPolicy:\n        Version: '2012-10-17'\n        Statement:\n          - { Effect: Allow, Principal: { AWS: arn:aws:iam::111122223333:root }, Action: kms:*, Resource: '*' }\n\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      EncryptionKeyArn: !GetAtt Key.Arn"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-usable.tf",
          "text": "resource \"aws_kms_key\" \"backup\" {\n}\n\nresource \"aws_backup_vault\" \"main\" {\n  name        = \"main\"\n  kms_key_arn = aws_kms_key.backup.arn\n}\n\n# No recovery point depends on it.\nresource \"aws_kms_key\" \"signing\" {\n  deletion_window_in_days = 7\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-usable.yaml",
          "text": "Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      PendingWindowInDays: 30\n      KeyPolicy:\n        Version: '2012-10-17'\n        Statement:\n          - { Effect: Allow, Principal: { AWS: arn:aws:iam::111122223333:root }, Action: kms:*, Resource: '*' }\n\n  Vault:\n    Type: AWS::Backup::BackupVault\n    Properties:\n      BackupVaultName: main\n      EncryptionKeyArn: !GetAtt Key.Arn\n\n  Unused:\n    Type: AWS::KMS::Key\n    Properties:\n      Enabled: false\n      KeyPolicy: { Version: '2012-10-17', Statement: [] }"
        }
      ]
    }
  ],
  "kms/multi-region-key": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-single-region-key.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_kms_key\" \"orders\" {\n  description = \"orders\"\n}\n\n# The next line is reported.\nresource \"aws_secretsmanager_secret\" \"database\" {\n  name       = \"orders/database\"\n  kms_key_id = aws_kms_key.orders.arn\n  replica {\n    region = \"us-west-2\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-by-alias.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      MultiRegion: true\n\n  Alias:\n    Type: AWS::KMS::Alias\n    Properties:\n      AliasName: alias/orders\n      TargetKeyId: !Ref Key\n\n  # The key could be replicated, but is not.\n  # The next line is reported.\n  Database:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      KmsKeyId: alias/orders\n      ReplicaRegions:\n        - Region: us-west-2"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-not-judged.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_kms_key\" \"orders\" {\n  description = \"orders\"\n}\n\n# Encrypted by AWS's own key, which every Region has.\nresource \"aws_secretsmanager_secret\" \"webhook\" {\n  name       = \"orders/webhook\"\n  kms_key_id = \"alias/aws/secretsmanager\"\n  replica {\n    region = \"us-west-2\"\n  }\n}\n\n# Replicated nowhere.\nresource \"aws_secretsmanager_secret\" \"database\" {\n  name       = \"orders/database\"\n  kms_key_id = aws_kms_key.orders.arn\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-own-keys.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Key:\n    Type: AWS::KMS::Key\n\n  Orders:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: orders\n      SSESpecification: { SSEEnabled: true, SSEType: KMS }\n      Replicas:\n        - Region: us-east-1\n          SSESpecification: { KMSMasterKeyId: !GetAtt Key.Arn }\n        - Region: us-west-2\n          SSESpecification:\n            { KMSMasterKeyId: arn:aws:kms:us-west-2:111122223333:key/1b2c3d4e-5f60-4718-9293-a4b5c6d7e8f9 }\n\n  # AWS's own key.\n  Webhook:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      ReplicaRegions:\n        - Region: us-west-2"
        }
      ]
    }
  ],
  "lambda/concurrency": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-switched-off.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-west-2\"\n}\n\nresource \"aws_lambda_function\" \"orders\" {\n  function_name = \"orders\"\n  role          = \"arn:aws:iam::111122223333:role/orders\"\n  # The next line is reported.\n  reserved_concurrent_executions = 0\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-west-2\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ZipFile: pass }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-reserved.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-west-2\"\n}\n\nresource \"aws_lambda_function\" \"orders\" {\n  function_name                  = \"orders\"\n  role                           = \"arn:aws:iam::111122223333:role/orders\"\n  reserved_concurrent_executions = 200\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-reserved.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-west-2\n# Recovery Region: us-west-2\nResources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ZipFile: pass }\n      ReservedConcurrentExecutions: 200"
        }
      ]
    }
  ],
  "lambda/dlq": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alarm.tf",
          "text": "# Promised: warm-standby\nresource \"aws_cloudwatch_metric_alarm\" \"nobody_left\" {\n  alarm_name          = \"nobody-left\"\n  namespace           = \"AWS/ApplicationELB\"\n  metric_name         = \"HealthyHostCount\"\n  comparison_operator = \"LessThanThreshold\"\n  evaluation_periods  = 1\n  threshold           = 1\n  alarm_actions       = [aws_lambda_function.restore.arn]\n}\n\n# The next line is reported.\nresource \"aws_lambda_function\" \"restore\" {\n  function_name = \"restore\"\n  role          = \"arn:aws:iam::111122223333:role/restore\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-permission.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Thumbnails:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/thumbnails\n      Code: { ZipFile: pass }\n\n  FromBucket:\n    Type: AWS::Lambda::Permission\n    Properties:\n      Action: lambda:InvokeFunction\n      FunctionName: !Ref Thumbnails\n      Principal: s3.amazonaws.com"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-by-alias.tf",
          "text": "# Promised: warm-standby\nresource \"aws_lambda_function\" \"mails\" {\n  function_name = \"mails\"\n  role          = \"arn:aws:iam::111122223333:role/mails\"\n}\n\nresource \"aws_lambda_alias\" \"live\" {\n  name             = \"live\"\n  function_name    = aws_lambda_function.mails.function_name\n  function_version = \"7\"\n}\n\nresource \"aws_lambda_permission\" \"mails\" {\n  action        = \"lambda:InvokeFunction\"\n  function_name = aws_lambda_alias.live.arn\n  principal     = \"s3.amazonaws.com\"\n}\n\nresource \"aws_lambda_function_event_invoke_config\" \"mails\" {\n  function_name = aws_lambda_alias.live.arn\n\n  destination_config {\n    on_failure {\n      destination = \"arn:aws:sqs:us-east-1:111122223333:mails-failed\"\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-kept.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Mails:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/mails\n      Code: { ZipFile: pass }\n\n  Nightly:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: rate(1 day)\n      Targets:\n        - { Id: mails, Arn: !GetAtt Mails.Arn }\n\n  Failed:\n    Type: AWS::Lambda::EventInvokeConfig\n    Properties:\n      FunctionName: !Ref Mails\n      Qualifier: $LATEST\n      DestinationConfig:\n        OnFailure: { Destination: arn:aws:sqs:us-east-1:111122223333:mails-failed }\n\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ZipFile: pass }"
        }
      ]
    }
  ],
  "lambda/dr-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-subscribed.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_lambda_function\" \"orders\" {\n  function_name = \"orders\"\n  role          = \"arn:aws:iam::111122223333:role/orders\"\n}\n\nresource \"aws_sns_topic\" \"orders\" {\n  name = \"orders\"\n}\n\nresource \"aws_sns_topic_subscription\" \"orders\" {\n  topic_arn = aws_sns_topic.orders.arn\n  protocol  = \"lambda\"\n  endpoint  = aws_lambda_function.orders.arn\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-behind-api.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nTransform: AWS::Serverless-2016-10-31\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: nodejs22.x\n      Handler: index.handler\n      InlineCode: pass\n      Events:\n        List: { Type: HttpApi, Properties: { Path: /orders, Method: get } }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-switch.tf",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\n# Recovery Region: us-west-2\n# What fails over has a policy of its own.\nresource \"aws_lambda_function\" \"promote\" {\n  function_name = \"promote\"\n  role          = aws_iam_role.promote.arn\n}\n\nresource \"aws_iam_role\" \"promote\" {\n  name               = \"promote\"\n  assume_role_policy = \"{}\"\n}\n\nresource \"aws_iam_role_policy\" \"promote\" {\n  name = \"promote\"\n  role = aws_iam_role.promote.id\n  policy = jsonencode({\n    Statement = [{ Effect = \"Allow\", Action = \"rds:PromoteReadReplica\", Resource = \"*\" }]\n  })\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ZipFile: pass }"
        },
        {
          "path": "recovery.yaml",
          "text": "# The recovery Region's own needs no further one.\nResources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ZipFile: pass }"
        }
      ]
    }
  ],
  "lambda/failure-destination": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-stream.tf",
          "text": "# Promised: warm-standby\nresource \"aws_kinesis_stream\" \"orders\" {\n  name = \"orders\"\n}\n\nresource \"aws_lambda_event_source_mapping\" \"orders\" {\n  # The next line is reported.\n  event_source_arn  = aws_kinesis_stream.orders.arn\n  function_name     = \"orders\"\n  starting_position = \"LATEST\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-queue.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Mails:\n    Type: AWS::SQS::Queue\n\n  Mapping:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties:\n      # The next line is reported.\n      EventSourceArn: !GetAtt Mails.Arn\n      FunctionName: mails"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-dead-letters.tf",
          "text": "# Promised: warm-standby\nresource \"aws_sqs_queue\" \"mails\" {\n  name = \"mails\"\n  redrive_policy = jsonencode({\n    deadLetterTargetArn = aws_sqs_queue.failed.arn\n    maxReceiveCount     = 5\n  })\n}\n\nresource \"aws_sqs_queue\" \"failed\" {\n  name = \"mails-failed\"\n}\n\nresource \"aws_lambda_event_source_mapping\" \"mails\" {\n  event_source_arn = aws_sqs_queue.mails.arn\n  function_name    = \"mails\"\n}\n\n# What it fails on has failed before.\nresource \"aws_lambda_event_source_mapping\" \"report\" {\n  event_source_arn = aws_sqs_queue.failed.arn\n  function_name    = \"report\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-kept.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Mails:\n    Type: AWS::SQS::Queue\n    Properties:\n      RedrivePolicy:\n        deadLetterTargetArn: arn:aws:sqs:us-east-1:111122223333:mails-failed\n        maxReceiveCount: 5\n\n  Mapping:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties:\n      EventSourceArn: !GetAtt Mails.Arn\n      FunctionName: mails\n\n  Changes:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties:\n      EventSourceArn: arn:aws:dynamodb:us-east-1:111122223333:table/orders/stream/2026-01-01T00:00:00.000\n      FunctionName: changes\n      StartingPosition: LATEST\n      BisectBatchOnFunctionError: true"
        }
      ]
    }
  ],
  "lambda/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-subnet.tf",
          "text": "# Promised: warm-standby\nresource \"aws_subnet\" \"jobs\" {\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = \"us-east-1a\"\n}\n\nresource \"aws_lambda_function\" \"orders\" {\n  function_name = \"orders\"\n  role          = \"arn:aws:iam::111122223333:role/orders\"\n\n  vpc_config {\n    # The next line is reported.\n    subnet_ids         = [aws_subnet.jobs.id]\n    security_group_ids = [\"sg-0a1b2c3d\"]\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-subnet.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ZipFile: pass }\n      VpcConfig:\n        # The next line is reported.\n        SubnetIds: [subnet-0a1b2c3d]\n        SecurityGroupIds: [sg-0a1b2c3d]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-zones.tf",
          "text": "# Promised: warm-standby\nresource \"aws_subnet\" \"jobs\" {\n  count             = 2\n  vpc_id            = \"vpc-0a1b2c3d\"\n  availability_zone = [\"us-east-1a\", \"us-east-1b\"][count.index]\n}\n\nresource \"aws_lambda_function\" \"orders\" {\n  function_name = \"orders\"\n  role          = \"arn:aws:iam::111122223333:role/orders\"\n\n  vpc_config {\n    subnet_ids         = aws_subnet.jobs[*].id\n    security_group_ids = [\"sg-0a1b2c3d\"]\n  }\n}\n\nresource \"aws_lambda_function\" \"prices\" {\n  function_name = \"prices\"\n  role          = \"arn:aws:iam::111122223333:role/prices\"\n}\n\n# As modules write it that may put a function into a network.\nresource \"aws_lambda_function\" \"mails\" {\n  function_name = \"mails\"\n  role          = \"arn:aws:iam::111122223333:role/mails\"\n\n  vpc_config {\n    subnet_ids         = []\n    security_group_ids = []\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-zones.yaml",
          "text": "# Promised: warm-standby\nResources:\n  First:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-0a1b2c3d, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a }\n  Second:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: vpc-0a1b2c3d, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1b }\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/orders\n      Code: { ZipFile: pass }\n      VpcConfig:\n        SubnetIds: [!Ref First, !Ref Second]\n        SecurityGroupIds: [sg-0a1b2c3d]\n  Prices:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: arn:aws:iam::111122223333:role/prices\n      Code: { ZipFile: pass }"
        }
      ]
    }
  ],
  "memorydb/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "resource \"aws_memorydb_cluster\" \"stock\" {\n  name      = \"stock\"\n  acl_name  = \"open-access\"\n  node_type = \"db.r7g.large\"\n  # The next line is reported.\n  num_replicas_per_shard = 0\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "Resources:\n  Stock:\n    Type: AWS::MemoryDB::Cluster\n    Properties:\n      ClusterName: stock\n      NodeType: db.r7g.large\n      ACLName: open-access\n      # The next line is reported.\n      NumReplicasPerShard: 0"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-default.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# One replica, unless told otherwise.\nresource \"aws_memorydb_cluster\" \"stock\" {\n  name      = \"stock\"\n  acl_name  = \"open-access\"\n  node_type = \"db.r7g.large\"\n}\n\n# Waits for its turn.\nresource \"aws_memorydb_cluster\" \"stock_west\" {\n  region                 = \"us-west-2\"\n  name                   = \"stock\"\n  acl_name               = \"open-access\"\n  node_type              = \"db.r7g.large\"\n  num_replicas_per_shard = 0\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-default.yaml",
          "text": "Resources:\n  Stock:\n    Type: AWS::MemoryDB::Cluster\n    Properties:\n      ClusterName: stock\n      NodeType: db.r7g.large\n      ACLName: open-access"
        }
      ]
    }
  ],
  "memorydb/multi-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_memorydb_cluster\" \"stock\" {\n  name      = \"stock\"\n  acl_name  = \"open-access\"\n  node_type = \"db.r7g.xlarge\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Stock:\n    Type: AWS::MemoryDB::Cluster\n    Properties:\n      ClusterName: stock\n      NodeType: db.r7g.xlarge\n      ACLName: open-access"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-twin.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_memorydb_multi_region_cluster\" \"stock\" {\n  multi_region_cluster_name_suffix = \"stock\"\n  node_type                        = \"db.r7g.xlarge\"\n}\n\nresource \"aws_memorydb_cluster\" \"stock\" {\n  name                      = \"stock\"\n  acl_name                  = \"open-access\"\n  node_type                 = \"db.r7g.xlarge\"\n  multi_region_cluster_name = aws_memorydb_multi_region_cluster.stock.multi_region_cluster_name\n}\n\nresource \"aws_memorydb_cluster\" \"stock_west\" {\n  region                    = \"us-west-2\"\n  name                      = \"stock\"\n  acl_name                  = \"open-access\"\n  node_type                 = \"db.r7g.xlarge\"\n  multi_region_cluster_name = aws_memorydb_multi_region_cluster.stock.multi_region_cluster_name\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: active-active\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Stock:\n    Type: AWS::MemoryDB::Cluster\n    Properties:\n      ClusterName: stock\n      NodeType: db.r7g.xlarge\n      ACLName: open-access\n      MultiRegionClusterName: virxk-stock"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Stock:\n    Type: AWS::MemoryDB::Cluster\n    Properties:\n      ClusterName: stock\n      NodeType: db.r7g.xlarge\n      ACLName: open-access\n      MultiRegionClusterName: virxk-stock"
        }
      ]
    }
  ],
  "memorydb/snapshot-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_memorydb_cluster\" \"stock\" {\n  name      = \"stock\"\n  acl_name  = \"open-access\"\n  node_type = \"db.r7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "Resources:\n  Stock:\n    Type: AWS::MemoryDB::Cluster\n    Properties:\n      ClusterName: stock\n      NodeType: db.r7g.large\n      ACLName: open-access\n      # The next line is reported.\n      SnapshotRetentionLimit: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-kept.tf",
          "text": "resource \"aws_memorydb_cluster\" \"stock\" {\n  name                     = \"stock\"\n  acl_name                 = \"open-access\"\n  node_type                = \"db.r7g.large\"\n  snapshot_retention_limit = 30\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-kept.yaml",
          "text": "# Promised: pilot-light\nResources:\n  Stock:\n    Type: AWS::MemoryDB::Cluster\n    Properties:\n      ClusterName: stock\n      NodeType: db.r7g.large\n      ACLName: open-access\n      SnapshotRetentionLimit: 7"
        }
      ]
    }
  ],
  "mq/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_mq_broker\" \"orders\" {\n  broker_name        = \"orders\"\n  engine_type        = \"ActiveMQ\"\n  engine_version     = \"5.18\"\n  host_instance_type = \"mq.m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-single.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::AmazonMQ::Broker\n    Properties:\n      BrokerName: orders\n      EngineType: RABBITMQ\n      HostInstanceType: mq.m7g.large\n      PubliclyAccessible: false\n      # The next line is reported.\n      DeploymentMode: SINGLE_INSTANCE"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-standby.tf",
          "text": "resource \"aws_mq_broker\" \"orders\" {\n  broker_name        = \"orders\"\n  engine_type        = \"ActiveMQ\"\n  engine_version     = \"5.18\"\n  host_instance_type = \"mq.m7g.large\"\n  deployment_mode    = \"ACTIVE_STANDBY_MULTI_AZ\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-cluster.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::AmazonMQ::Broker\n    Properties:\n      BrokerName: orders\n      EngineType: RABBITMQ\n      HostInstanceType: mq.m7g.large\n      PubliclyAccessible: false\n      DeploymentMode: CLUSTER_MULTI_AZ"
        }
      ]
    }
  ],
  "msk/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-two-of-three.tf",
          "text": "# Promised: active-active\nresource \"aws_msk_cluster\" \"events\" {\n  cluster_name           = \"events\"\n  kafka_version          = \"3.8.x\"\n  number_of_broker_nodes = 2\n\n  broker_node_group_info {\n    instance_type = \"kafka.m7g.large\"\n    # The next line is reported.\n    client_subnets  = [\"subnet-0a\", \"subnet-0b\"]\n    security_groups = [\"sg-0a\"]\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-two-of-three.yaml",
          "text": "# Promised: active-active\nResources:\n  Events:\n    Type: AWS::MSK::Cluster\n    Properties:\n      ClusterName: events\n      KafkaVersion: 3.8.x\n      NumberOfBrokerNodes: 2\n      BrokerNodeGroupInfo:\n        InstanceType: kafka.m7g.large\n        # The next line is reported.\n        ClientSubnets: [subnet-0a, subnet-0b]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two.tf",
          "text": "resource \"aws_msk_cluster\" \"events\" {\n  cluster_name           = \"events\"\n  kafka_version          = \"3.8.x\"\n  number_of_broker_nodes = 2\n\n  broker_node_group_info {\n    instance_type   = \"kafka.m7g.large\"\n    client_subnets  = [\"subnet-0a\", \"subnet-0b\"]\n    security_groups = [\"sg-0a\"]\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-three.yaml",
          "text": "# Promised: active-active\nResources:\n  Events:\n    Type: AWS::MSK::Cluster\n    Properties:\n      ClusterName: events\n      KafkaVersion: 3.8.x\n      NumberOfBrokerNodes: 3\n      BrokerNodeGroupInfo:\n        InstanceType: kafka.m7g.large\n        ClientSubnets: [subnet-0a, subnet-0b, subnet-0c]"
        }
      ]
    }
  ],
  "msk/replicator": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_msk_cluster\" \"events\" {\n  cluster_name           = \"events\"\n  kafka_version          = \"3.8.x\"\n  number_of_broker_nodes = 3\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Events:\n    Type: AWS::MSK::ServerlessCluster\n    Properties:\n      ClusterName: events\n      VpcConfigs:\n        - SubnetIds: [subnet-0a, subnet-0b]\n      ClientAuthentication: { Sasl: { Iam: { Enabled: true } } }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovery-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-west-2\"\n}\n\n# Topics of the recovery Region's own.\nresource \"aws_msk_cluster\" \"audit\" {\n  cluster_name           = \"audit\"\n  kafka_version          = \"3.8.x\"\n  number_of_broker_nodes = 3\n}\n\nresource \"aws_msk_serverless_cluster\" \"events\" {\n  cluster_name = \"events\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-replicated.yaml",
          "text": "# Deployed to: us-west-2\n# The stack of the recovery Region has the replicator, and the cluster that it fills.\nResources:\n  Events:\n    Type: AWS::MSK::Cluster\n    Properties:\n      ClusterName: events\n      KafkaVersion: 3.8.x\n      NumberOfBrokerNodes: 3\n\n  Replicator:\n    Type: AWS::MSK::Replicator\n    Properties:\n      ReplicatorName: events\n      ServiceExecutionRoleArn: arn:aws:iam::111122223333:role/replicator\n      KafkaClusters:\n        - AmazonMskCluster: { MskClusterArn: arn:aws:kafka:us-east-1:111122223333:cluster/events/0a }\n          VpcConfig: { SubnetIds: [subnet-0a, subnet-0b] }\n        - AmazonMskCluster: { MskClusterArn: !Ref Events }\n          VpcConfig: { SubnetIds: [subnet-1a, subnet-1b] }\n      ReplicationInfoList:\n        - SourceKafkaClusterArn: arn:aws:kafka:us-east-1:111122223333:cluster/events/0a\n          TargetKafkaClusterArn: !Ref Events\n          TargetCompressionType: NONE\n          TopicReplication: { TopicsToReplicate: ['.*'] }\n          ConsumerGroupReplication: { ConsumerGroupsToReplicate: ['.*'] }"
        }
      ]
    }
  ],
  "nat/per-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-separate-route.tf",
          "text": "data \"aws_availability_zones\" \"available\" {\n  state = \"available\"\n}\n\nresource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\n# Two indexes of one list are two zones, whichever they are.\nresource \"aws_subnet\" \"private\" {\n  count             = 2\n  vpc_id            = aws_vpc.main.id\n  availability_zone = data.aws_availability_zones.available.names[count.index]\n  cidr_block        = cidrsubnet(\"10.0.0.0/16\", 8, count.index)\n}\n\nresource \"aws_nat_gateway\" \"main\" {\n  # The next line is reported.\n  subnet_id = \"subnet-0123456789abcdef0\"\n}\n\nresource \"aws_route_table\" \"private\" {\n  vpc_id = aws_vpc.main.id\n}\n\nresource \"aws_route\" \"out\" {\n  route_table_id         = aws_route_table.private.id\n  destination_cidr_block = \"0.0.0.0/0\"\n  nat_gateway_id         = aws_nat_gateway.main.id\n}\n\nresource \"aws_route_table_association\" \"private\" {\n  count          = 2\n  subnet_id      = aws_subnet.private[count.index].id\n  route_table_id = aws_route_table.private.id\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-gateway.yaml",
          "text": "Resources:\n  Network:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }\n\n  PrivateA:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Network\n      CidrBlock: 10.0.0.0/24\n      AvailabilityZone: !Select [0, !GetAZs '']\n\n  PrivateB:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Network\n      CidrBlock: 10.0.1.0/24\n      AvailabilityZone: !Select [1, !GetAZs '']\n\n  Gateway:\n    Type: AWS::EC2::NatGateway\n    Properties:\n      AllocationId: eipalloc-0123456789abcdef0\n      # The next line is reported.\n      SubnetId: subnet-0123456789abcdef0\n\n  Table:\n    Type: AWS::EC2::RouteTable\n    Properties: { VpcId: !Ref Network }\n\n  Out:\n    Type: AWS::EC2::Route\n    Properties:\n      RouteTableId: !Ref Table\n      DestinationCidrBlock: 0.0.0.0/0\n      NatGatewayId: !Ref Gateway\n\n  AssociationA:\n    Type: AWS::EC2::SubnetRouteTableAssociation\n    Properties: { RouteTableId: !Ref Table, SubnetId: !Ref PrivateA }\n\n  AssociationB:\n    Type: AWS::EC2::SubnetRouteTableAssociation\n    Properties: { RouteTableId: !Ref Table, SubnetId: !Ref PrivateB }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-regional.tf",
          "text": "resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\nresource \"aws_subnet\" \"private\" {\n  for_each          = toset([\"us-east-1a\", \"us-east-1b\"])\n  vpc_id            = aws_vpc.main.id\n  availability_zone = each.key\n}\n\n# It spans the zones of the network by itself.\nresource \"aws_nat_gateway\" \"main\" {\n  vpc_id            = aws_vpc.main.id\n  availability_mode = \"regional\"\n}\n\nresource \"aws_route_table\" \"private\" {\n  vpc_id = aws_vpc.main.id\n\n  route {\n    cidr_block     = \"0.0.0.0/0\"\n    nat_gateway_id = aws_nat_gateway.main.id\n  }\n}\n\nresource \"aws_route_table_association\" \"private\" {\n  for_each       = aws_subnet.private\n  subnet_id      = each.value.id\n  route_table_id = aws_route_table.private.id\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-regional.yaml",
          "text": "Resources:\n  Gateway:\n    Type: AWS::EC2::NatGateway\n    Properties:\n      VpcId: vpc-0123456789abcdef0\n      AvailabilityMode: regional"
        }
      ]
    }
  ],
  "neptune/backup-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier = \"friends\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      # The next line is reported.\n      BackupRetentionPeriod: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long-enough.tf",
          "text": "variable \"retention\" {\n  type    = number\n  default = 35\n}\n\nresource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier      = \"friends\"\n  backup_retention_period = var.retention\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-long-enough.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      BackupRetentionPeriod: '30'"
        }
      ]
    }
  ],
  "neptune/copy-tags-to-snapshot": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier = \"friends\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      # The next line is reported.\n      CopyTagsToSnapshot: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier    = \"friends\"\n  copy_tags_to_snapshot = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      CopyTagsToSnapshot: true"
        }
      ]
    }
  ],
  "neptune/deletion-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier = \"friends\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      # The next line is reported.\n      DeletionProtection: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier  = \"friends\"\n  deletion_protection = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      DeletionProtection: true"
        }
      ]
    }
  ],
  "neptune/global-database": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier = \"friends\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      DBClusterIdentifier: friends"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-headless-at-pilot-light.tf",
          "text": "# Promised: pilot-light\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier = \"friends\"\n}\n\nresource \"aws_neptune_global_cluster\" \"friends\" {\n  global_cluster_identifier    = \"friends\"\n  source_db_cluster_identifier = aws_neptune_cluster.friends.arn\n}\n\nresource \"aws_neptune_cluster\" \"friends_west\" {\n  region                    = \"us-west-2\"\n  cluster_identifier        = \"friends-west\"\n  global_cluster_identifier = aws_neptune_global_cluster.friends.id\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Everywhere:\n    Type: AWS::Neptune::GlobalCluster\n    Properties:\n      GlobalClusterIdentifier: friends\n      SourceDBClusterIdentifier: !Ref Friends\n\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      DBClusterIdentifier: friends"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      DBClusterIdentifier: friends-west\n      GlobalClusterIdentifier: friends\n\n  FriendsReader:\n    Type: AWS::Neptune::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Friends\n      DBInstanceClass: db.r6g.large"
        }
      ]
    }
  ],
  "neptune/multi-az-instances": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-instance.tf",
          "text": "# The next line is reported.\nresource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier = \"friends\"\n}\n\nresource \"aws_neptune_cluster_instance\" \"writer\" {\n  cluster_identifier = aws_neptune_cluster.friends.id\n  instance_class     = \"db.r6g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-instance.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      DBClusterIdentifier: friends\n\n  FriendsWriter:\n    Type: AWS::Neptune::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Friends\n      DBInstanceClass: db.r6g.large"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-instances.tf",
          "text": "resource \"aws_neptune_cluster\" \"friends\" {\n  cluster_identifier = \"friends\"\n}\n\nresource \"aws_neptune_cluster_instance\" \"friends\" {\n  for_each           = toset([\"us-east-1a\", \"us-east-1b\"])\n  cluster_identifier = aws_neptune_cluster.friends.id\n  instance_class     = \"db.r6g.large\"\n  availability_zone  = each.key\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-instances.yaml",
          "text": "Resources:\n  Friends:\n    Type: AWS::Neptune::DBCluster\n    Properties:\n      DBClusterIdentifier: friends\n\n  FriendsWriter:\n    Type: AWS::Neptune::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Friends\n      DBInstanceClass: db.r6g.large\n\n  FriendsReader:\n    Type: AWS::Neptune::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Friends\n      DBInstanceClass: db.r6g.large"
        }
      ]
    }
  ],
  "opensearch/cross-cluster-replication": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_opensearch_domain\" \"products\" {\n  domain_name = \"products\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Products:\n    Type: AWS::Elasticsearch::Domain\n    Properties:\n      DomainName: products"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovery-region.tf",
          "text": "# Deployed to: us-west-2\n# Recovery Region: us-west-2\n# It stands where recovery happens; what it follows is judged there.\nresource \"aws_opensearch_domain\" \"products\" {\n  region      = \"us-west-2\"\n  domain_name = \"products\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Products:\n    Type: AWS::OpenSearchService::Domain\n    Properties:\n      DomainName: products"
        }
      ]
    }
  ],
  "opensearch/dedicated-masters": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "resource \"aws_opensearch_domain\" \"products\" {\n  domain_name = \"products\"\n\n  # The next line is reported.\n  cluster_config {\n    instance_count         = 4\n    zone_awareness_enabled = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-two.yaml",
          "text": "Resources:\n  Products:\n    Type: AWS::Elasticsearch::Domain\n    Properties:\n      DomainName: products\n      ElasticsearchClusterConfig:\n        DedicatedMasterEnabled: true\n        # The next line is reported.\n        DedicatedMasterCount: 2"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-three.tf",
          "text": "resource \"aws_opensearch_domain\" \"products\" {\n  domain_name = \"products\"\n\n  cluster_config {\n    instance_count           = 4\n    zone_awareness_enabled   = true\n    dedicated_master_enabled = true\n    dedicated_master_count   = 3\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-three.yaml",
          "text": "Resources:\n  Products:\n    Type: AWS::OpenSearchService::Domain\n    Properties:\n      DomainName: products\n      ClusterConfig:\n        DedicatedMasterEnabled: 'true'\n        DedicatedMasterCount: '3'"
        }
      ]
    }
  ],
  "opensearch/zone-awareness": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_opensearch_domain\" \"products\" {\n  domain_name = \"products\"\n\n  cluster_config {\n    instance_count = 3\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Products:\n    Type: AWS::Elasticsearch::Domain\n    Properties:\n      DomainName: products\n      ElasticsearchClusterConfig:\n        InstanceCount: 2\n        ZoneAwarenessEnabled: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-standby.tf",
          "text": "# A domain with standby is a multi-AZ domain, whether or not the other argument says so, too.\nresource \"aws_opensearch_domain\" \"products\" {\n  domain_name = \"products\"\n\n  cluster_config {\n    instance_count                = 3\n    multi_az_with_standby_enabled = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-standby.yaml",
          "text": "Resources:\n  Products:\n    Type: AWS::OpenSearchService::Domain\n    Properties:\n      DomainName: products\n      ClusterConfig:\n        InstanceCount: 3\n        MultiAZWithStandbyEnabled: true\n        ZoneAwarenessEnabled: true\n        ZoneAwarenessConfig: { AvailabilityZoneCount: 3 }"
        }
      ]
    }
  ],
  "rds/automated-backups-deleted": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-all-goes.tf",
          "text": "# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 30\n  skip_final_snapshot     = true\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-all-goes.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: Delete\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      BackupRetentionPeriod: 30"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-backups-stay.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier               = \"orders\"\n  engine                   = \"postgres\"\n  instance_class           = \"db.m7g.large\"\n  backup_retention_period  = 30\n  delete_automated_backups = false\n  skip_final_snapshot      = true\n}\n\n# A final snapshot stays.\nresource \"aws_db_instance\" \"invoices\" {\n  identifier                = \"invoices\"\n  engine                    = \"postgres\"\n  instance_class            = \"db.m7g.large\"\n  backup_retention_period   = 30\n  final_snapshot_identifier = \"invoices-last\"\n}\n\n# Nothing is backed up, which is another policy's business.\nresource \"aws_db_instance\" \"scratch\" {\n  identifier          = \"scratch\"\n  engine              = \"postgres\"\n  instance_class      = \"db.m7g.large\"\n  skip_final_snapshot = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-cluster-member.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-postgresql }\n  # AWS takes the retention from the cluster.\n  OrdersWriter:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: Delete\n    Properties:\n      Engine: aurora-postgresql\n      DBInstanceClass: db.r7g.large\n      DBClusterIdentifier: !Ref Orders\n      BackupRetentionPeriod: 7\n      DeleteAutomatedBackups: true"
        }
      ]
    }
  ],
  "rds/backup-maintenance-overlap": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-overlap.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier         = \"orders\"\n  engine             = \"postgres\"\n  instance_class     = \"db.m7g.large\"\n  maintenance_window = \"Mon:02:00-Mon:03:30\"\n  # The next line is reported.\n  backup_window = \"03:00-04:00\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-over-midnight.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      PreferredMaintenanceWindow: sun:23:30-mon:00:30\n      # The next line is reported.\n      PreferredBackupWindow: 00:00-00:30"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-apart.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier         = \"orders\"\n  engine             = \"postgres\"\n  instance_class     = \"db.m7g.large\"\n  maintenance_window = \"Mon:00:00-Mon:03:00\"\n  backup_window      = \"03:00-06:00\"\n}\n\n# AWS chooses the other one.\nresource \"aws_db_instance\" \"invoices\" {\n  identifier     = \"invoices\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n  backup_window  = \"03:00-06:00\"\n}\n\n# The cluster is backed up, and the member maintained.\nresource \"aws_rds_cluster_instance\" \"carts\" {\n  cluster_identifier           = \"carts\"\n  engine                       = \"aurora-postgresql\"\n  instance_class               = \"db.r7g.large\"\n  preferred_backup_window      = \"03:00-06:00\"\n  preferred_maintenance_window = \"Mon:04:00-Mon:05:00\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-apart.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      PreferredBackupWindow: 23:30-00:30\n      PreferredMaintenanceWindow: sun:01:00-sun:02:00\n\n  Invoices:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large"
        }
      ]
    }
  ],
  "rds/backup-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-off.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier     = \"orders\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n  # The next line is reported.\n  backup_retention_period = 0\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      # The next line is reported.\n      BackupRetentionPeriod: 0"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-week-at-pilot-light.tf",
          "text": "# Promised: pilot-light\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 7\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-long-enough.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      BackupRetentionPeriod: '35'"
        }
      ]
    }
  ],
  "rds/copy-tags-to-snapshot": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier     = \"orders\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      # The next line is reported.\n      CopyTagsToSnapshot: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-cluster-members.tf",
          "text": "# Snapshots are taken of the cluster.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-mysql\"\n}\n\nresource \"aws_rds_cluster_instance\" \"writer\" {\n  cluster_identifier = aws_rds_cluster.orders.id\n  engine             = aws_rds_cluster.orders.engine\n  instance_class     = \"db.r7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      CopyTagsToSnapshot: 'true'"
        }
      ]
    }
  ],
  "rds/cross-region-replica": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alone.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  multi_az                = true\n  backup_retention_period = 30\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-alone.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      MultiAZ: true"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-cluster-members.tf",
          "text": "# What a cluster keeps elsewhere is asked of the cluster.\nresource \"aws_rds_cluster\" \"orders\" {\n  cluster_identifier = \"orders\"\n  engine             = \"aurora-mysql\"\n}\n\nresource \"aws_rds_cluster_instance\" \"orders\" {\n  identifier         = \"orders-writer\"\n  cluster_identifier = aws_rds_cluster.orders.id\n  engine             = \"aurora-mysql\"\n  instance_class     = \"db.r7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-cluster-members.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n\n  OrdersWriter:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: aurora-mysql\n      DBClusterIdentifier: !Ref Orders\n      DBInstanceClass: db.r7g.large"
        }
      ]
    }
  ],
  "rds/deletion-protection": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier     = \"orders\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      # The next line is reported.\n      DeletionProtection: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier          = \"orders\"\n  engine              = \"postgres\"\n  instance_class      = \"db.m7g.large\"\n  deletion_protection = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      DeletionProtection: 'true'"
        }
      ]
    }
  ],
  "rds/final-snapshot": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-skipped.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier     = \"orders\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n  # The next line is reported.\n  skip_final_snapshot       = true\n  final_snapshot_identifier = \"orders-final\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-deleted.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    # The next line is reported.\n    DeletionPolicy: Delete\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-named.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier                = \"orders\"\n  engine                    = \"postgres\"\n  instance_class            = \"db.m7g.large\"\n  skip_final_snapshot       = false\n  final_snapshot_identifier = \"orders-final\"\n}\n\n# Without a name for the snapshot the provider refuses to delete the instance: nothing is lost.\nresource \"aws_db_instance\" \"invoices\" {\n  identifier     = \"invoices\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-default.yaml",
          "text": "Resources:\n  # A snapshot is what CloudFormation takes unless told otherwise.\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n\n  Invoices:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: RetainExceptOnCreate\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large"
        }
      ]
    }
  ],
  "rds/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-off.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier     = \"orders\"\n  engine         = \"mysql\"\n  instance_class = \"db.m7g.large\"\n  # The next line is reported.\n  multi_az = false\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: mysql\n      DBInstanceClass: db.m7g.large\n      AllocatedStorage: '100'\n      # The next line is reported.\n      MultiAZ: 'false'"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_db_instance\" \"orders\" {\n  identifier     = \"orders\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n  multi_az       = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-read-replica.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      MultiAZ: true\n\n  OrdersReports:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceClass: db.m7g.large\n      SourceDBInstanceIdentifier: !Ref Orders\n\n  CustomersReports:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceClass: db.m7g.large\n      SourceDBInstanceIdentifier: !Sub arn:${AWS::Partition}:rds:us-east-1:${AWS::AccountId}:db:customers"
        }
      ]
    }
  ],
  "rds/replica-capacity": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-too-small.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.r7g.8xlarge\"\n  backup_retention_period = 30\n}\n\nresource \"aws_db_instance\" \"orders_west\" {\n  region              = \"us-west-2\"\n  identifier          = \"orders\"\n  replicate_source_db = aws_db_instance.orders.arn\n  # The next line is reported.\n  instance_class          = \"db.r7g.large\"\n  backup_retention_period = 7\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceIdentifier: orders\n      Engine: postgres\n      DBInstanceClass: db.r7g.4xlarge\n      BackupRetentionPeriod: 30"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceIdentifier: orders\n      SourceDBInstanceIdentifier: !Sub arn:aws:rds:us-east-1:${AWS::AccountId}:db:orders\n      # The next line is reported.\n      DBInstanceClass: db.r7g.large\n      BackupRetentionPeriod: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-standby.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.r7g.2xlarge\"\n  backup_retention_period = 30\n}\n\n# A quarter is enough to stand by.\nresource \"aws_db_instance\" \"orders_west\" {\n  region                  = \"us-west-2\"\n  identifier              = \"orders\"\n  replicate_source_db     = aws_db_instance.orders.arn\n  instance_class          = \"db.r7g.large\"\n  backup_retention_period = 1\n}\n\n# Takes load off the primary, and is never promoted in another Region.\nresource \"aws_db_instance\" \"reports\" {\n  identifier          = \"reports\"\n  replicate_source_db = aws_db_instance.orders.identifier\n  instance_class      = \"db.t4g.micro\"\n}\n\n# AWS keeps no backups of replicas of this engine.\nresource \"aws_db_instance\" \"ledger\" {\n  identifier              = \"ledger\"\n  engine                  = \"sqlserver-ee\"\n  instance_class          = \"db.r6i.large\"\n  backup_retention_period = 30\n}\n\nresource \"aws_db_instance\" \"ledger_west\" {\n  region              = \"us-west-2\"\n  identifier          = \"ledger\"\n  replicate_source_db = aws_db_instance.ledger.arn\n  instance_class      = \"db.r6i.large\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-not-a-replica.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.r6g.large"
        }
      ]
    }
  ],
  "rds/replica-same-region": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-beside-it.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 30\n}\n\nresource \"aws_db_instance\" \"reports\" {\n  identifier          = \"reports\"\n  instance_class      = \"db.m7g.large\"\n  replicate_source_db = aws_db_instance.orders.identifier\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-same-stack.yaml",
          "text": "# Whichever Region the stack is in, both are.\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: mysql\n      DBInstanceClass: db.m7g.large\n\n  Reports:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceClass: db.m7g.large\n      SourceDBInstanceIdentifier: !Ref Orders"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-alone.tf",
          "text": "# It has no replica: another policy says so.\nresource \"aws_db_instance\" \"orders\" {\n  identifier     = \"orders\"\n  engine         = \"postgres\"\n  instance_class = \"db.m7g.large\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-alone.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: mysql\n      DBInstanceClass: db.m7g.large"
        }
      ]
    }
  ],
  "rds/replicated-backup-encryption": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-key.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 30\n  storage_encrypted       = true\n}\n\nresource \"aws_db_instance_automated_backups_replication\" \"orders\" {\n  region                 = \"us-west-2\"\n  source_db_instance_arn = aws_db_instance.orders.arn\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-key.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      BackupRetentionPeriod: 30\n      StorageEncrypted: true\n      AutomaticBackupReplicationRegion: us-west-2"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-key.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 30\n  storage_encrypted       = true\n}\n\nresource \"aws_db_instance_automated_backups_replication\" \"orders\" {\n  region                 = \"us-west-2\"\n  source_db_instance_arn = aws_db_instance.orders.arn\n  kms_key_id             = aws_kms_key.west.arn\n}\n\nresource \"aws_kms_key\" \"west\" {\n  region = \"us-west-2\"\n}\n\n# Not encrypted, hence without a key.\nresource \"aws_db_instance\" \"drafts\" {\n  identifier              = \"drafts\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  backup_retention_period = 7\n}\n\nresource \"aws_db_instance_automated_backups_replication\" \"drafts\" {\n  region                 = \"us-west-2\"\n  source_db_instance_arn = aws_db_instance.drafts.arn\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-key.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      BackupRetentionPeriod: 30\n      StorageEncrypted: true\n      AutomaticBackupReplicationRegion: us-west-2\n      AutomaticBackupReplicationKmsKeyId: arn:aws:kms:us-west-2:111122223333:key/11111111-2222-3333-4444-555555555555\n\n  # Nothing of it is replicated.\n  Drafts:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      DBInstanceClass: db.m7g.large\n      StorageEncrypted: true"
        }
      ]
    }
  ],
  "redshift/cross-region-snapshot": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_redshift_cluster\" \"reports\" {\n  cluster_identifier = \"reports\"\n  node_type          = \"ra3.xlplus\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-same-region.yaml",
          "text": "Resources:\n  Reports:\n    Type: AWS::Redshift::Cluster\n    Properties:\n      NodeType: ra3.xlplus\n      # The next line is reported.\n      DestinationRegion: !Ref AWS::Region"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovery-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_redshift_cluster\" \"reports\" {\n  cluster_identifier = \"reports\"\n  node_type          = \"ra3.xlplus\"\n}\n\nresource \"aws_redshift_snapshot_copy\" \"reports\" {\n  cluster_identifier = aws_redshift_cluster.reports.id\n  destination_region = \"us-west-2\"\n}\n\n# Restored from a copy, it needs no copies of its own yet.\nresource \"aws_redshift_cluster\" \"reports_west\" {\n  region              = \"us-west-2\"\n  cluster_identifier  = \"reports\"\n  node_type           = \"ra3.xlplus\"\n  snapshot_identifier = \"reports-copy\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-copied.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Reports:\n    Type: AWS::Redshift::Cluster\n    Properties:\n      NodeType: ra3.xlplus\n      DestinationRegion: us-west-2"
        }
      ]
    }
  ],
  "redshift/multi-az": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_redshift_cluster\" \"reports\" {\n  cluster_identifier = \"reports\"\n  node_type          = \"ra3.xlplus\"\n  number_of_nodes    = 2\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-off.yaml",
          "text": "Resources:\n  Reports:\n    Type: AWS::Redshift::Cluster\n    Properties:\n      NodeType: ra3.4xlarge\n      # The next line is reported.\n      MultiAZ: false"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-on.tf",
          "text": "resource \"aws_redshift_cluster\" \"reports\" {\n  cluster_identifier = \"reports\"\n  node_type          = \"ra3.xlplus\"\n  number_of_nodes    = 2\n  multi_az           = true\n}\n\n# Nodes of this type are in one zone by nature.\nresource \"aws_redshift_cluster\" \"clicks\" {\n  cluster_identifier = \"clicks\"\n  node_type          = \"dc2.large\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Resources:\n  Reports:\n    Type: AWS::Redshift::Cluster\n    Properties:\n      NodeType: ra3.xlplus\n      MultiAZ: true\n\n  Clicks:\n    Type: AWS::Redshift::Cluster\n    Properties:\n      NodeType: dc2.large"
        }
      ]
    }
  ],
  "redshift/snapshot-retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-off.tf",
          "text": "resource \"aws_redshift_cluster\" \"reports\" {\n  cluster_identifier = \"reports\"\n  node_type          = \"dc2.large\"\n  # The next line is reported.\n  automated_snapshot_retention_period = 0\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "Resources:\n  Reports:\n    Type: AWS::Redshift::Cluster\n    Properties:\n      NodeType: ra3.xlplus\n      # The next line is reported.\n      AutomatedSnapshotRetentionPeriod: 7"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long-enough.tf",
          "text": "resource \"aws_redshift_cluster\" \"reports\" {\n  cluster_identifier                  = \"reports\"\n  node_type                           = \"ra3.xlplus\"\n  automated_snapshot_retention_period = 35\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-week-at-pilot-light.yaml",
          "text": "# Promised: pilot-light\nResources:\n  Reports:\n    Type: AWS::Redshift::Cluster\n    Properties:\n      NodeType: ra3.xlplus\n      AutomatedSnapshotRetentionPeriod: '7'"
        }
      ]
    }
  ],
  "route53/active-routing": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-name.tf",
          "text": "# Promised: active-active\n# Recovery Region: us-west-2\n# The next line is reported.\nresource \"aws_route53_record\" \"shop\" {\n  zone_id = \"Z0123456789ABCDEFGHIJ\"\n  name    = \"shop.example.com\"\n  type    = \"CNAME\"\n  ttl     = 60\n  records = [\"shop-123.us-east-1.elb.amazonaws.com\"]\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-failover.yaml",
          "text": "# Promised: active-active\nResources:\n  # The next line is reported.\n  East:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: shop.example.com.\n      Type: CNAME\n      TTL: '60'\n      SetIdentifier: east\n      Failover: PRIMARY\n      ResourceRecords: [shop-123.us-east-1.elb.amazonaws.com]\n\n  West:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: shop.example.com.\n      Type: CNAME\n      TTL: '60'\n      SetIdentifier: west\n      Failover: SECONDARY\n      ResourceRecords: [shop-456.us-west-2.elb.amazonaws.com]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-latency.tf",
          "text": "# Promised: active-active\nresource \"aws_route53_record\" \"shop\" {\n  for_each       = toset([\"us-east-1\", \"us-west-2\"])\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"CNAME\"\n  ttl            = 60\n  set_identifier = each.key\n  records        = [\"shop-123.${each.key}.elb.amazonaws.com\"]\n\n  latency_routing_policy {\n    region = each.key\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-no-entry.yaml",
          "text": "# Promised: active-active\nResources:\n  Orders:\n    Type: AWS::SQS::Queue"
        }
      ]
    }
  ],
  "route53/detection-time": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-slow.tf",
          "text": "resource \"aws_route53_health_check\" \"web\" {\n  fqdn              = \"web.us-east-1.example.com\"\n  type              = \"HTTPS\"\n  port              = 443\n  resource_path     = \"/health\"\n  request_interval  = 30\n  # The next line is reported.\n  failure_threshold = 5\n}\n\nresource \"aws_route53_record\" \"primary\" {\n  zone_id         = \"Z0123456789ABCDEFGHIJ\"\n  name            = \"www.example.com\"\n  type            = \"CNAME\"\n  ttl             = 60\n  set_identifier  = \"primary\"\n  health_check_id = aws_route53_health_check.web.id\n  records         = [\"web.us-east-1.example.com\"]\n\n  failover_routing_policy {\n    type = \"PRIMARY\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-calculated.yaml",
          "text": "# Promised: active-active\nResources:\n  Endpoint:\n    Type: AWS::Route53::HealthCheck\n    Properties:\n      HealthCheckConfig: { Type: TCP, IPAddress: 192.0.2.1, Port: 443, FailureThreshold: 10 }\n  All:\n    Type: AWS::Route53::HealthCheck\n    Properties:\n      # The next line is reported.\n      HealthCheckConfig: { Type: CALCULATED, HealthThreshold: 1, ChildHealthChecks: [!Ref Endpoint] }\n  Shop:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z1\n      Name: shop.example.com\n      Type: A\n      TTL: 60\n      ResourceRecords: [192.0.2.1]\n      SetIdentifier: east\n      Failover: PRIMARY\n      HealthCheckId: !Ref All"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-simple-record.tf",
          "text": "resource \"aws_route53_health_check\" \"docs\" {\n  fqdn              = \"docs.example.com\"\n  type              = \"HTTPS\"\n  port              = 443\n  request_interval  = 30\n  failure_threshold = 10\n}\n\n# Neither failover nor several answers.\nresource \"aws_route53_record\" \"docs\" {\n  zone_id         = \"Z0123456789ABCDEFGHIJ\"\n  name            = \"docs.example.com\"\n  type            = \"CNAME\"\n  ttl             = 300\n  health_check_id = aws_route53_health_check.docs.id\n  records         = [\"docs.example.net\"]\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-fast.yaml",
          "text": "Resources:\n  Check:\n    Type: AWS::Route53::HealthCheck\n    Properties:\n      HealthCheckConfig:\n        FullyQualifiedDomainName: web.us-east-1.example.com\n        Type: HTTPS\n        Port: 443\n        RequestInterval: 30\n        FailureThreshold: 3\n\n  Primary:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: www.example.com\n      Type: CNAME\n      TTL: '60'\n      SetIdentifier: primary\n      Failover: PRIMARY\n      HealthCheckId: !Ref Check\n      ResourceRecords: [web.us-east-1.example.com]"
        }
      ]
    }
  ],
  "route53/evaluate-target-health": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-secondary.tf",
          "text": "resource \"aws_lb\" \"web\" {\n  name = \"web\"\n}\n\nresource \"aws_route53_record\" \"primary\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"primary\"\n\n  failover_routing_policy {\n    type = \"PRIMARY\"\n  }\n\n  alias {\n    name                   = aws_lb.web.dns_name\n    zone_id                = aws_lb.web.zone_id\n    evaluate_target_health = true\n  }\n}\n\nresource \"aws_route53_record\" \"secondary\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"secondary\"\n\n  failover_routing_policy {\n    type = \"SECONDARY\"\n  }\n\n  alias {\n    name    = \"standby-1234.us-west-2.elb.amazonaws.com\"\n    zone_id = \"Z1H1FL5HABSF5\"\n    # The next line is reported.\n    evaluate_target_health = false\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Name: web\n\n  # The next line is reported.\n  East:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z0123456789ABCDEFGHIJ\n      Name: www.example.com\n      Type: A\n      SetIdentifier: east\n      Region: us-east-1\n      AliasTarget:\n        DNSName: !GetAtt Web.DNSName\n        HostedZoneId: !GetAtt Web.CanonicalHostedZoneID"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-by-place.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_lb\" \"web\" {\n  name = \"web\"\n}\n\n# Who asks from Europe stays there, whatever happens.\nresource \"aws_route53_record\" \"europe\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"europe\"\n\n  geolocation_routing_policy {\n    continent = \"EU\"\n  }\n\n  alias {\n    name                   = aws_lb.web.dns_name\n    zone_id                = aws_lb.web.zone_id\n    evaluate_target_health = false\n  }\n}\n\nresource \"aws_route53_record\" \"office\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"internal.example.com\"\n  type           = \"A\"\n  set_identifier = \"office\"\n\n  cidr_routing_policy {\n    collection_id = \"c8c02a84-aaaa-bbbb-e0d2-d833a2f80106\"\n    location_name = \"office\"\n  }\n\n  alias {\n    name                   = aws_lb.web.dns_name\n    zone_id                = aws_lb.web.zone_id\n    evaluate_target_health = false\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-evaluated.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Name: web\n\n  Sorry:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        Enabled: true\n\n  Records:\n    Type: AWS::Route53::RecordSetGroup\n    Properties:\n      HostedZoneId: Z0123456789ABCDEFGHIJ\n      RecordSets:\n        - Name: www.example.com\n          Type: A\n          SetIdentifier: primary\n          Failover: PRIMARY\n          AliasTarget:\n            DNSName: !GetAtt Web.DNSName\n            HostedZoneId: !GetAtt Web.CanonicalHostedZoneID\n            EvaluateTargetHealth: true\n        - Name: www.example.com\n          Type: A\n          SetIdentifier: secondary\n          Failover: SECONDARY\n          AliasTarget:\n            DNSName: !GetAtt Sorry.DomainName\n            HostedZoneId: Z2FDTNDATAQYW2"
        }
      ]
    }
  ],
  "route53/failover-pair": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-secondary.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_lb\" \"web\" {\n  name               = \"web\"\n  load_balancer_type = \"application\"\n}\n\n# The next line is reported.\nresource \"aws_route53_record\" \"primary\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"primary\"\n\n  failover_routing_policy {\n    type = \"PRIMARY\"\n  }\n\n  alias {\n    name                   = aws_lb.web.dns_name\n    zone_id                = aws_lb.web.zone_id\n    evaluate_target_health = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-no-secondary.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  Balancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Name: web\n\n  # The next line is reported.\n  Primary:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z0123456789ABCDEFGHIJ\n      Name: www.example.com.\n      Type: A\n      SetIdentifier: primary\n      Failover: PRIMARY\n      AliasTarget:\n        DNSName: !GetAtt Balancer.DNSName\n        HostedZoneId: !GetAtt Balancer.CanonicalHostedZoneID\n        EvaluateTargetHealth: true"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-other-routing.tf",
          "text": "resource \"aws_route53_record\" \"simple\" {\n  zone_id = \"Z0123456789ABCDEFGHIJ\"\n  name    = \"docs.example.com\"\n  type    = \"CNAME\"\n  ttl     = 300\n  records = [\"docs.example.net\"]\n}\n\nresource \"aws_route53_record\" \"latency\" {\n  for_each       = toset([\"us-east-1\", \"us-west-2\"])\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"www.example.com\"\n  type           = \"CNAME\"\n  ttl            = 60\n  set_identifier = each.key\n  records        = [\"web.${each.key}.example.net\"]\n\n  latency_routing_policy {\n    region = each.key\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-other-routing.yaml",
          "text": "Resources:\n  Docs:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: docs.example.com\n      Type: CNAME\n      TTL: '300'\n      ResourceRecords: [docs.example.net]"
        }
      ]
    }
  ],
  "route53/health-check": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-alias.tf",
          "text": "resource \"aws_lb\" \"web\" {\n  name = \"web\"\n}\n\n# The next line is reported.\nresource \"aws_route53_record\" \"primary\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"primary\"\n\n  failover_routing_policy {\n    type = \"PRIMARY\"\n  }\n\n  alias {\n    name                   = aws_lb.web.dns_name\n    zone_id                = aws_lb.web.zone_id\n    evaluate_target_health = false\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-latency.yaml",
          "text": "Resources:\n  # The next line is reported.\n  East:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z0123456789ABCDEFGHIJ\n      Name: www.example.com\n      Type: A\n      SetIdentifier: east\n      Region: us-east-1\n      TTL: '60'\n      ResourceRecords: [192.0.2.1]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-not-shared.tf",
          "text": "# One answer only, or one by who asks.\nresource \"aws_route53_record\" \"mail\" {\n  zone_id = \"Z0123456789ABCDEFGHIJ\"\n  name    = \"mail.example.com\"\n  type    = \"A\"\n  ttl     = 300\n  records = [\"192.0.2.1\"]\n}\n\nresource \"aws_route53_record\" \"europe\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"europe\"\n  ttl            = 60\n  records        = [\"192.0.2.1\"]\n\n  geolocation_routing_policy {\n    continent = \"EU\"\n  }\n}\n\nresource \"aws_route53_record\" \"office\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"intern.example.com\"\n  type           = \"A\"\n  set_identifier = \"office\"\n  ttl            = 60\n  records        = [\"192.0.2.1\"]\n\n  cidr_routing_policy {\n    collection_id = \"11111111-2222-3333-4444-555555555555\"\n    location_name = \"office\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-checked.yaml",
          "text": "Resources:\n  Web:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Name: web\n\n  Check:\n    Type: AWS::Route53::HealthCheck\n    Properties:\n      HealthCheckConfig:\n        Type: HTTPS\n        FullyQualifiedDomainName: web.us-east-1.example.com\n\n  East:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z0123456789ABCDEFGHIJ\n      Name: www.example.com\n      Type: A\n      SetIdentifier: east\n      Region: us-east-1\n      TTL: '60'\n      ResourceRecords: [192.0.2.1]\n      HealthCheckId: !Ref Check\n\n  West:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z0123456789ABCDEFGHIJ\n      Name: www.example.com\n      Type: A\n      SetIdentifier: west\n      Region: us-west-2\n      AliasTarget:\n        DNSName: !GetAtt Web.DNSName\n        HostedZoneId: !GetAtt Web.CanonicalHostedZoneID\n        EvaluateTargetHealth: true"
        }
      ]
    }
  ],
  "route53/health-check-target": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-own-name.tf",
          "text": "resource \"aws_route53_health_check\" \"web\" {\n  # The name that fails over: it sees whichever side answers.\n  fqdn = \"WWW.example.com.\"\n  type = \"HTTPS\"\n  port = 443\n}\n\n# The next line is reported.\nresource \"aws_route53_record\" \"primary\" {\n  zone_id         = \"Z0123456789ABCDEFGHIJ\"\n  name            = \"www.example.com\"\n  type            = \"CNAME\"\n  ttl             = 60\n  set_identifier  = \"primary\"\n  health_check_id = aws_route53_health_check.web.id\n  records         = [\"web.us-east-1.example.com\"]\n\n  failover_routing_policy {\n    type = \"PRIMARY\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-own-name.yaml",
          "text": "Resources:\n  Check:\n    Type: AWS::Route53::HealthCheck\n    Properties:\n      HealthCheckConfig:\n        FullyQualifiedDomainName: www.example.com\n        Type: HTTPS\n        Port: 443\n\n  # The next line is reported.\n  Primary:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: www.example.com.\n      Type: CNAME\n      TTL: '60'\n      SetIdentifier: primary\n      Failover: PRIMARY\n      HealthCheckId: !GetAtt Check.HealthCheckId\n      ResourceRecords: [web.us-east-1.example.com]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-without-check.tf",
          "text": "resource \"aws_route53_record\" \"docs\" {\n  zone_id = \"Z0123456789ABCDEFGHIJ\"\n  name    = \"docs.example.com\"\n  type    = \"CNAME\"\n  ttl     = 300\n  records = [\"docs.example.net\"]\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-simple-record.yaml",
          "text": "# One answer, whatever the check says: nothing follows the name that it asks.\nResources:\n  Check:\n    Type: AWS::Route53::HealthCheck\n    Properties:\n      HealthCheckConfig:\n        FullyQualifiedDomainName: www.example.com\n        Type: HTTPS\n        Port: 443\n\n  Web:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: www.example.com.\n      Type: A\n      TTL: '60'\n      HealthCheckId: !Ref Check\n      ResourceRecords: [203.0.113.7]"
        }
      ]
    }
  ],
  "route53/record-ttl": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-slow.tf",
          "text": "# Promised: warm-standby\nresource \"aws_route53_record\" \"shop\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"CNAME\"\n  set_identifier = \"primary\"\n  records        = [\"east.example.com\"]\n  # The next line is reported.\n  ttl = 300\n\n  failover_routing_policy {\n    type = \"PRIMARY\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-slow.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Shop:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: shop.example.com.\n      Type: CNAME\n      SetIdentifier: recovery\n      Failover: SECONDARY\n      ResourceRecords: [west.example.com]\n      # The next line is reported.\n      TTL: '900'"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-fast.tf",
          "text": "# Promised: warm-standby\nresource \"aws_route53_record\" \"shop\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"CNAME\"\n  set_identifier = \"primary\"\n  records        = [\"east.example.com\"]\n  ttl            = 60\n\n  failover_routing_policy {\n    type = \"PRIMARY\"\n  }\n}\n\nresource \"aws_route53_record\" \"shop_recovery\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"A\"\n  set_identifier = \"recovery\"\n\n  alias {\n    name                   = \"standby-123.us-west-2.elb.amazonaws.com\"\n    zone_id                = \"Z1H1FL5HABSF5\"\n    evaluate_target_health = true\n  }\n\n  failover_routing_policy {\n    type = \"SECONDARY\"\n  }\n}\n\n# It never fails over.\nresource \"aws_route53_record\" \"mail\" {\n  zone_id = \"Z0123456789ABCDEFGHIJ\"\n  name    = \"mail.example.com\"\n  type    = \"CNAME\"\n  records = [\"mail.example.net\"]\n  ttl     = 86400\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-fast.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Shop:\n    Type: AWS::Route53::RecordSetGroup\n    Properties:\n      HostedZoneName: example.com.\n      RecordSets:\n        - Name: shop.example.com.\n          Type: CNAME\n          SetIdentifier: primary\n          Failover: PRIMARY\n          ResourceRecords: [east.example.com]\n          TTL: '30'\n        - Name: mail.example.com.\n          Type: CNAME\n          ResourceRecords: [mail.example.net]\n          TTL: '86400'"
        }
      ]
    }
  ],
  "route53/zero-weight": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-cold-side.tf",
          "text": "# Promised: active-active\nresource \"aws_route53_record\" \"east\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"A\"\n  set_identifier = \"east\"\n\n  weighted_routing_policy {\n    weight = 100\n  }\n\n  alias {\n    name                   = \"shop-123.us-east-1.elb.amazonaws.com\"\n    zone_id                = \"Z35SXDOTRQ7X7K\"\n    evaluate_target_health = true\n  }\n}\n\nresource \"aws_route53_record\" \"west\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"A\"\n  set_identifier = \"west\"\n\n  weighted_routing_policy {\n    # The next line is reported.\n    weight = 0\n  }\n\n  alias {\n    name                   = \"shop-456.us-west-2.elb.amazonaws.com\"\n    zone_id                = \"Z1H1FL5HABSF5\"\n    evaluate_target_health = true\n  }\n}\n\n# Neither what else its Region serves nor its longer addresses make up for it.\nresource \"aws_route53_record\" \"docs\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"docs.example.com\"\n  type           = \"A\"\n  set_identifier = \"west\"\n\n  weighted_routing_policy {\n    weight = 100\n  }\n\n  alias {\n    name                   = \"shop-456.us-west-2.elb.amazonaws.com\"\n    zone_id                = \"Z1H1FL5HABSF5\"\n    evaluate_target_health = true\n  }\n}\n\nresource \"aws_route53_record\" \"west_six\" {\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"AAAA\"\n  set_identifier = \"west\"\n\n  weighted_routing_policy {\n    weight = 100\n  }\n\n  alias {\n    name                   = \"shop-456.us-west-2.elb.amazonaws.com\"\n    zone_id                = \"Z1H1FL5HABSF5\"\n    evaluate_target_health = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-cold-side.yaml",
          "text": "# Promised: active-active\nResources:\n  Shop:\n    Type: AWS::Route53::RecordSetGroup\n    Properties:\n      HostedZoneName: example.com.\n      RecordSets:\n        - Name: shop.example.com.\n          Type: CNAME\n          TTL: '60'\n          SetIdentifier: east\n          Weight: 100\n          ResourceRecords: [shop-123.us-east-1.elb.amazonaws.com]\n        - Name: shop.example.com.\n          Type: CNAME\n          TTL: '60'\n          SetIdentifier: west\n          # The next line is reported.\n          Weight: 0\n          ResourceRecords: [shop-456.us-west-2.elb.amazonaws.com]"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-both.tf",
          "text": "# Promised: active-active\nresource \"aws_route53_record\" \"shop\" {\n  for_each       = { us-east-1 = 70, us-west-2 = 30 }\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"shop.example.com\"\n  type           = \"CNAME\"\n  ttl            = 60\n  set_identifier = each.key\n  records        = [\"shop-123.${each.key}.elb.amazonaws.com\"]\n\n  weighted_routing_policy {\n    weight = each.value\n  }\n}\n\n# A release that waits, in the same Region.\nresource \"aws_route53_record\" \"api\" {\n  for_each       = { blue = 100, green = 0 }\n  zone_id        = \"Z0123456789ABCDEFGHIJ\"\n  name           = \"api.example.com\"\n  type           = \"CNAME\"\n  ttl            = 60\n  set_identifier = each.key\n  records        = [\"api-${each.key}.us-east-1.elb.amazonaws.com\"]\n\n  weighted_routing_policy {\n    weight = each.value\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-both.yaml",
          "text": "# Promised: active-active\nResources:\n  East:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: shop.example.com.\n      Type: CNAME\n      TTL: '60'\n      SetIdentifier: east\n      Weight: 10\n      ResourceRecords: [shop-123.us-east-1.elb.amazonaws.com]\n\n  West:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneName: example.com.\n      Name: shop.example.com.\n      Type: CNAME\n      TTL: '60'\n      SetIdentifier: west\n      Weight: 10\n      ResourceRecords: [shop-456.us-west-2.elb.amazonaws.com]"
        }
      ]
    }
  ],
  "s3/bidirectional-replication": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-way.tf",
          "text": "# Promised: active-active\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\n# The next line is reported.\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: active-active\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-backups.tf",
          "text": "# Promised: active-active\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"backup\" {\n  provider = aws.recovery\n  bucket   = \"shop-backup\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"backup\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.backup.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.backup.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: active-active\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/cross-region-replication": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_s3_bucket\" \"receipts\" {\n  bucket = \"shop-receipts\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"receipts\" {\n  bucket = aws_s3_bucket.receipts.id\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  # The next line is reported.\n  Receipts:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-auxiliary.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_s3_bucket\" \"state\" {\n  bucket = \"shop-terraform-state\"\n}\n\nresource \"aws_s3_bucket\" \"load_balancer\" {\n  bucket = \"shop-visits\"\n}\n\nresource \"aws_lb\" \"web\" {\n  name               = \"web\"\n  load_balancer_type = \"application\"\n\n  access_logs {\n    bucket  = aws_s3_bucket.load_balancer.id\n    enabled = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-auxiliary.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  AccessLogs:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: LogDeliveryWrite\n\n  Artifacts:\n    Type: AWS::S3::Bucket"
        }
      ]
    }
  ],
  "s3/delete-marker-replication": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-not-written.tf",
          "text": "# Promised: active-active\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  # The next line is reported.\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: active-active\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            # The next line is reported.\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-older-form.tf",
          "text": "# Promised: active-active\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    prefix = \"\"\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: active-active\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Enabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/existing-objects": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-new-objects-only.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\n# The next line is reported.\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-not-replicated.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  bucket = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/mfa-delete": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-neither.tf",
          "text": "# The next line is reported.\nresource \"aws_s3_bucket\" \"backups\" {\n  bucket = \"shop-backups\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"backups\" {\n  bucket = aws_s3_bucket.backups.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-neither.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Backups:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-backups\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-locked-later.tf",
          "text": "# A lock can be put on a bucket that was made without one.\nresource \"aws_s3_bucket\" \"backups\" {\n  bucket = \"shop-backups\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"backups\" {\n  bucket = aws_s3_bucket.backups.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_object_lock_configuration\" \"backups\" {\n  bucket = aws_s3_bucket.backups.id\n\n  rule {\n    default_retention {\n      mode = \"COMPLIANCE\"\n      days = 30\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-locked.yaml",
          "text": "Resources:\n  Backups:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-backups\n      VersioningConfiguration: { Status: Enabled }\n      ObjectLockEnabled: true\n      ObjectLockConfiguration:\n        ObjectLockEnabled: Enabled\n        Rule: { DefaultRetention: { Mode: COMPLIANCE, Days: 35 } }\n\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/noncurrent-lifecycle": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-too-soon.tf",
          "text": "resource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_lifecycle_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  rule {\n    id     = \"versions\"\n    # The next line is reported.\n    status = \"Enabled\"\n    filter {}\n\n    noncurrent_version_expiration {\n      noncurrent_days = 7\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-a-week.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      LifecycleConfiguration:\n        Rules:\n          - Id: versions\n            # The next line is reported.\n            Status: Enabled\n            NoncurrentVersionExpiration: { NoncurrentDays: 7 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-number-of-versions.tf",
          "text": "# The last 20 versions are kept however old they are.\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_lifecycle_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  rule {\n    id     = \"versions\"\n    status = \"Enabled\"\n\n    filter {}\n\n    noncurrent_version_expiration {\n      noncurrent_days           = 7\n      newer_noncurrent_versions = 20\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-kept.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      LifecycleConfiguration:\n        Rules:\n          - Id: versions\n            Status: Enabled\n            NoncurrentVersionExpiration: { NoncurrentDays: 35 }\n\n  # Without versions there is nothing to expire.\n  Scratch:\n    Type: AWS::S3::Bucket"
        }
      ]
    }
  ],
  "s3/object-lock": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-default-retention.tf",
          "text": "# Only what is locked object by object is locked.\n# The next line is reported.\nresource \"aws_s3_bucket\" \"backups\" {\n  bucket              = \"shop-backups\"\n  object_lock_enabled = true\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-by-name.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Backups:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-backups"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-locked.tf",
          "text": "resource \"aws_s3_bucket\" \"backups\" {\n  bucket              = \"shop-backups\"\n  object_lock_enabled = true\n}\n\nresource \"aws_s3_bucket_object_lock_configuration\" \"backups\" {\n  bucket = aws_s3_bucket.backups.id\n\n  rule {\n    default_retention {\n      mode = \"GOVERNANCE\"\n      days = 35\n    }\n  }\n}\n\n# To be backed up is not to hold backups.\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n\n  tags = {\n    backup = \"daily\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "workloads:\n  - { name: shop, include: ['**'], tier: warm-standby, needs: [immutability] }"
        },
        {
          "path": "stack.yaml",
          "text": "Resources:\n  Backups:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-backups\n      ObjectLockEnabled: true\n      ObjectLockConfiguration:\n        ObjectLockEnabled: Enabled\n        Rule:\n          DefaultRetention: { Mode: COMPLIANCE, Days: 35 }"
        }
      ]
    }
  ],
  "s3/public-dr-endpoint": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-two-names.tf",
          "text": "# Promised: active-active\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\n# The next line is reported.\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: active-active\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-copied-within.tf",
          "text": "# Promised: active-active\n# Recovery Region: us-west-2\n# Its copy beside it is no other place to serve from.\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket\" \"uploads_reports\" {\n  bucket = \"shop-uploads-reports\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    status = \"Enabled\"\n    \n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.uploads_reports.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: active-active\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/replica-versioning": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-not-versioned.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      # The next line is reported.\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              # The next line is reported.\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-not-declared.tf",
          "text": "# Of a bucket that is declared elsewhere nothing is known.\n\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = \"arn:aws:s3:::shop-elsewhere\"\n    }\n  }\n\n  rule {\n    id     = \"off\"\n    status = \"Disabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  bucket = \"shop-recovery\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/replication-metrics": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-metrics.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    # The next line is reported.\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              # The next line is reported.\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-metrics.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-recovery\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"recovery\" {\n  provider = aws.recovery\n  bucket = aws_s3_bucket.recovery.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket\" \"copy\" {\n  bucket = \"shop-copy\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"copy\" {\n  bucket = aws_s3_bucket.copy.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n\n      metrics {\n        status = \"Enabled\"\n      }\n    }\n  }\n\n  rule {\n    id     = \"same-region\"\n    status = \"Enabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.copy.arn\n    }\n  }\n\n  rule {\n    id     = \"off\"\n    status = \"Disabled\"\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery\n              Metrics: { Status: Enabled }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/replication-scope": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-everything-disabled.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\n# The next line is reported.\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket\" \"uploads_west\" {\n  provider = aws.recovery\n  bucket   = \"shop-uploads-west\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"everything\"\n    status = \"Disabled\"\n    priority = 1\n    filter {}\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.uploads_west.arn\n    }\n  }\n\n  rule {\n    id     = \"receipts\"\n    status = \"Enabled\"\n    priority = 2\n    filter {\n      prefix = \"receipts/\"\n    }\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.uploads_west.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: receipts/ }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-prefix-within.tf",
          "text": "# What stays in the Region may be any part.\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket\" \"uploads_reports\" {\n  bucket = \"shop-uploads-reports\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    status = \"Enabled\"\n    \n    filter {\n      prefix = \"receipts/\"\n    }\n\n    delete_marker_replication {\n      status = \"Disabled\"\n    }\n\n    destination {\n      bucket = aws_s3_bucket.uploads_reports.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: everything\n            Status: Enabled\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Recovery:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-recovery\n      VersioningConfiguration: { Status: Enabled }"
        }
      ]
    }
  ],
  "s3/replication-time-control": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-no-time-control.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket\" \"uploads_recovery\" {\n  provider = aws.recovery\n  bucket   = \"shop-uploads-recovery\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  # The next line is reported.\n  rule {\n    id     = \"all\"\n    status = \"Enabled\"\n\n    destination {\n      bucket = aws_s3_bucket.uploads_recovery.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          # The next line is reported.\n          - Id: all\n            Status: Enabled\n            Priority: 1\n            Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Disabled }\n            Destination:\n              Bucket: arn:aws:s3:::shop-uploads-recovery"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads-recovery"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-same-region.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n}\n\nresource \"aws_s3_bucket\" \"audit\" {\n  bucket = \"shop-uploads-second\"\n}\n\nresource \"aws_s3_bucket_replication_configuration\" \"uploads\" {\n  bucket = aws_s3_bucket.uploads.id\n  role   = \"arn:aws:iam::111122223333:role/replication\"\n\n  rule {\n    id     = \"all\"\n    status = \"Enabled\"\n\n    destination {\n      bucket = aws_s3_bucket.audit.arn\n    }\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules:\n          - Id: all\n            Status: Enabled\n            Destination:\n              Bucket: arn:aws:s3:::shop-uploads-recovery\n              ReplicationTime: { Status: Enabled, Time: { Minutes: 15 } }\n              Metrics: { Status: Enabled, EventThreshold: { Minutes: 15 } }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads-recovery"
        }
      ]
    }
  ],
  "s3/versioning": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-default.tf",
          "text": "# The next line is reported.\nresource \"aws_s3_bucket\" \"receipts\" {\n  bucket = \"shop-receipts\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-without-properties.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Receipts:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-inline-block.tf",
          "text": "resource \"aws_s3_bucket\" \"receipts\" {\n  bucket = \"shop-receipts\"\n\n  versioning {\n    enabled = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-on.yaml",
          "text": "Conditions:\n  IsPrimary: !Equals [!Ref 'AWS::Region', us-east-1]\n\nResources:\n  Receipts:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration: { Status: Enabled }\n\n  # On either side of the condition.\n  Invoices:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        Status: !If [IsPrimary, Enabled, Enabled]"
        }
      ]
    }
  ],
  "secretsmanager/replica": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-read-by-task.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\n# The next line is reported.\nresource \"aws_secretsmanager_secret\" \"webhook\" {\n  name = \"orders/webhook\"\n}\n\nresource \"aws_ecs_task_definition\" \"orders\" {\n  family = \"orders\"\n\n  container_definitions = jsonencode([{\n    name    = \"orders\"\n    image   = \"orders:1\"\n    secrets = [{ name = \"WEBHOOK\", valueFrom = aws_secretsmanager_secret.webhook.arn }]\n  }])\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-credentials.yaml",
          "text": "# Deployed to: us-east-1\nResources:\n  # The next line is reported.\n  Credentials:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      GenerateSecretString: { PasswordLength: 32 }\n\n  Database:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      MasterUsername: orders\n      MasterUserPassword: !Sub '{{resolve:secretsmanager:${Credentials}:SecretString:password}}'"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-own-secret-there.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_secretsmanager_secret\" \"database\" {\n  name = \"orders/database\"\n}\n\n# The recovery Region's database has a password of its own, and its secret needs no replica.\nresource \"aws_secretsmanager_secret\" \"database_dr\" {\n  region = \"us-west-2\"\n  name   = \"orders/database\"\n}\n\nresource \"aws_ecs_task_definition\" \"orders\" {\n  family = \"orders\"\n\n  container_definitions = jsonencode([{\n    name    = \"orders\"\n    image   = \"orders:1\"\n    secrets = [{ name = \"PASSWORD\", valueFrom = aws_secretsmanager_secret.database.arn }]\n  }])\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-replicated.yaml",
          "text": "# Deployed to: eu-west-1\nResources:\n  Database:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      ReplicaRegions:\n        - Region: eu-central-1"
        }
      ]
    }
  ],
  "sns/dlq": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# Promised: warm-standby\n# The next line is reported.\nresource \"aws_sns_topic_subscription\" \"orders\" {\n  topic_arn = \"arn:aws:sns:us-east-1:111122223333:orders\"\n  protocol  = \"lambda\"\n  endpoint  = \"arn:aws:lambda:us-east-1:111122223333:function:orders\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::SNS::Subscription\n    Properties:\n      TopicArn: arn:aws:sns:us-east-1:111122223333:orders\n      Protocol: lambda\n      Endpoint: arn:aws:lambda:us-east-1:111122223333:function:orders"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-redriven.tf",
          "text": "# Promised: warm-standby\nresource \"aws_sns_topic_subscription\" \"orders\" {\n  topic_arn      = \"arn:aws:sns:us-east-1:111122223333:orders\"\n  protocol       = \"lambda\"\n  endpoint       = \"arn:aws:lambda:us-east-1:111122223333:function:orders\"\n  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn })\n}\n\nresource \"aws_sqs_queue\" \"failed\" {\n  name = \"failed\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-redriven.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Orders:\n    Type: AWS::SNS::Subscription\n    Properties:\n      TopicArn: arn:aws:sns:us-east-1:111122223333:orders\n      Protocol: lambda\n      Endpoint: arn:aws:lambda:us-east-1:111122223333:function:orders\n      RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn }\n  Failed:\n    Type: AWS::SQS::Queue"
        }
      ]
    }
  ],
  "sqs/dlq": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-none.tf",
          "text": "# The next line is reported.\nresource \"aws_sqs_queue\" \"orders\" {\n  name = \"orders\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-none.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::SQS::Queue"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-redriven.tf",
          "text": "resource \"aws_sqs_queue\" \"orders\" {\n  name           = \"orders\"\n  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 5 })\n}\n\n# A queue for dead letters needs none of its own.\nresource \"aws_sqs_queue\" \"failed\" {\n  name = \"orders-failed\"\n}\n\nresource \"aws_sqs_queue\" \"invoices\" {\n  name = \"invoices\"\n}\n\nresource \"aws_sqs_queue_redrive_policy\" \"invoices\" {\n  queue_url      = aws_sqs_queue.invoices.id\n  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 5 })\n}\n\n# Its senders are declared elsewhere.\nresource \"aws_sqs_queue\" \"events\" {\n  name                 = \"events\"\n  redrive_allow_policy = jsonencode({ redrivePermission = \"allowAll\" })\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-redriven.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties:\n      RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 5 }\n  Failed:\n    Type: AWS::SQS::Queue\n  # Named for what it is: what uses it is declared elsewhere.\n  FailedInvoices:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: invoices-dlq }"
        }
      ]
    }
  ],
  "sqs/retention": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-too-short.tf",
          "text": "resource \"aws_sqs_queue\" \"orders\" {\n  name = \"orders\"\n  # The next line is reported.\n  message_retention_seconds = 3600\n}\n\nresource \"aws_sqs_queue\" \"invoices\" {\n  name                      = \"invoices\"\n  message_retention_seconds = 1209600\n  redrive_policy            = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 5 })\n}\n\nresource \"aws_sqs_queue\" \"failed\" {\n  name = \"invoices-failed\"\n  # The next line is reported.\n  message_retention_seconds = 345600\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-too-short.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties:\n      # The next line is reported.\n      MessageRetentionPeriod: 3600"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long.tf",
          "text": "resource \"aws_sqs_queue\" \"orders\" {\n  name           = \"orders\" # four days, by default\n  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 5 })\n}\n\nresource \"aws_sqs_queue\" \"failed\" {\n  name                      = \"orders-failed\"\n  message_retention_seconds = 1209600\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-long.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::SQS::Queue"
        }
      ]
    }
  ],
  "sqs/visibility-timeout": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-short.tf",
          "text": "# Promised: warm-standby\nresource \"aws_sqs_queue\" \"orders\" {\n  name = \"orders\"\n  # The next line is reported.\n  visibility_timeout_seconds = 60\n}\n\nresource \"aws_lambda_function\" \"worker\" {\n  function_name = \"worker\"\n  role          = \"arn:aws:iam::111122223333:role/worker\"\n  timeout       = 60\n}\n\nresource \"aws_lambda_event_source_mapping\" \"orders\" {\n  event_source_arn = aws_sqs_queue.orders.arn\n  function_name    = aws_lambda_function.worker.arn\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-short.yaml",
          "text": "# Promised: warm-standby\nResources:\n  # The default is 30 s.\n  # The next line is reported.\n  Orders:\n    Type: AWS::SQS::Queue\n  Worker:\n    Type: AWS::Lambda::Function\n    Properties: { Timeout: 60, Role: 'arn:aws:iam::111122223333:role/worker' }\n  Mapping:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties: { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Worker }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-long.tf",
          "text": "# Promised: warm-standby\nresource \"aws_sqs_queue\" \"orders\" {\n  name                       = \"orders\"\n  visibility_timeout_seconds = 360\n}\n\nresource \"aws_lambda_function\" \"worker\" {\n  function_name = \"worker\"\n  role          = \"arn:aws:iam::111122223333:role/worker\"\n  timeout       = 60\n}\n\nresource \"aws_lambda_event_source_mapping\" \"orders\" {\n  event_source_arn = aws_sqs_queue.orders.arn\n  function_name    = aws_lambda_function.worker.arn\n}\n\n# No function takes anything from here.\nresource \"aws_sqs_queue\" \"exports\" {\n  name = \"exports\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-long.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties: { VisibilityTimeout: 360 }\n  Worker:\n    Type: AWS::Lambda::Function\n    Properties: { Timeout: 60, Role: 'arn:aws:iam::111122223333:role/worker' }\n  Mapping:\n    Type: AWS::Lambda::EventSourceMapping\n    Properties: { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Worker }\n  Exports:\n    Type: AWS::SQS::Queue"
        }
      ]
    }
  ],
  "ssm/dr-parameter": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-read-by-function.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\n# The next line is reported.\nresource \"aws_ssm_parameter\" \"endpoint\" {\n  name  = \"/shop/endpoint\"\n  type  = \"String\"\n  value = \"https://example.com\"\n}\n\nresource \"aws_lambda_function\" \"orders\" {\n  function_name = \"orders\"\n  role          = \"arn:aws:iam::111122223333:role/orders\"\n\n  environment {\n    variables = { ENDPOINT_PARAMETER = aws_ssm_parameter.endpoint.name }\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-read-by-task.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Endpoint:\n    Type: AWS::SSM::Parameter\n    Properties:\n      Name: /shop/endpoint\n      Type: String\n      Value: https://example.com\n\n  Orders:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: orders\n      ContainerDefinitions:\n        - Name: orders\n          Image: orders:1\n          Secrets:\n            - { Name: ENDPOINT, ValueFrom: /shop/endpoint }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recovery-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_ssm_parameter\" \"endpoint\" {\n  provider = aws.recovery\n\n  name  = \"/shop/endpoint\"\n  type  = \"String\"\n  value = \"https://example.com\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: primary.yaml, region: us-east-1 }\n  - { path: recovery.yaml, region: us-west-2 }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Endpoint:\n    Type: AWS::SSM::Parameter\n    Properties:\n      Name: /shop/endpoint\n      Type: String\n      Value: https://example.com"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Endpoint:\n    Type: AWS::SSM::Parameter\n    Properties:\n      Name: /shop/endpoint\n      Type: String\n      Value: https://example.com"
        }
      ]
    }
  ],
  "stateful/deletion-policy": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-bucket.tf",
          "text": "# Promised: pilot-light\nresource \"aws_s3_bucket\" \"uploads\" {\n  bucket = \"shop-uploads\"\n  # The next line is reported.\n  force_destroy = true\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-default.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Uploads:\n    Type: AWS::S3::Bucket\n\n  # Unlike RDS, DocumentDB leaves no snapshot unless it is told to.\n  # The next line is reported.\n  Catalogue:\n    Type: AWS::DocDB::DBCluster\n    Properties:\n      DBClusterIdentifier: catalogue"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-not-judged.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_db_instance\" \"orders\" {\n  identifier                = \"orders\"\n  engine                    = \"postgres\"\n  final_snapshot_identifier = \"orders-final\"\n}\n\n# AWS takes no final snapshot of a replica, and its data is the source's.\nresource \"aws_db_instance\" \"orders_replica\" {\n  provider            = aws.recovery\n  identifier          = \"orders-replica\"\n  replicate_source_db = aws_db_instance.orders.arn\n  skip_final_snapshot = true\n}\n\n# Logs are no data.\nresource \"aws_s3_bucket\" \"access_logs\" {\n  bucket        = \"shop-access-logs\"\n  force_destroy = true\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-kept.yaml",
          "text": "Resources:\n  # Deleting it leaves a snapshot by default; replacing it only because it says so.\n  Orders:\n    Type: AWS::RDS::DBInstance\n    UpdateReplacePolicy: Snapshot\n    Properties:\n      Engine: postgres\n\n  Accounts:\n    Type: AWS::RDS::DBCluster\n    DeletionPolicy: Snapshot\n    UpdateReplacePolicy: Snapshot\n    Properties:\n      Engine: aurora-postgresql\n\n  # The data of a member is its cluster's.\n  AccountsWriter:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: Delete\n    Properties:\n      Engine: aurora-postgresql\n      DBClusterIdentifier: !Ref Accounts\n\n  Sessions:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: sessions\n      DeletionProtectionEnabled: true\n\n  Uploads:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n\n  # AWS refuses to delete a bucket that holds objects: one that an update replaced is left.\n  Assets:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain"
        }
      ]
    }
  ],
  "stepfunctions/retry": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-task.tf",
          "text": "# Promised: warm-standby\nresource \"aws_sfn_state_machine\" \"orders\" {\n  name     = \"orders\"\n  role_arn = \"arn:aws:iam::111122223333:role/orders\"\n\n  # The next line is reported.\n  definition = jsonencode({\n    StartAt = \"Charge\"\n    States = {\n      Charge = {\n        Type     = \"Task\"\n        Resource = \"arn:aws:lambda:us-east-1:111122223333:function:charge\"\n        Retry    = [{ ErrorEquals = [\"States.ALL\"], MaxAttempts = 3 }]\n        Next     = \"Ship\"\n      }\n      Ship = { Type = \"Task\", Resource = \"arn:aws:lambda:us-east-1:111122223333:function:ship\", End = true }\n    }\n  })\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-in-branch.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Orders:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/orders\n      Definition:\n        # The next line is reported.\n        StartAt: Both\n        States:\n          Both:\n            Type: Parallel\n            End: true\n            Branches:\n              - StartAt: Charge\n                States:\n                  Charge: { Type: Task, Resource: 'arn:aws:lambda:us-east-1:111122223333:function:charge', End: true }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-handled.tf",
          "text": "# Promised: warm-standby\nresource \"aws_sfn_state_machine\" \"orders\" {\n  name     = \"orders\"\n  role_arn = \"arn:aws:iam::111122223333:role/orders\"\n\n  definition = jsonencode({\n    StartAt = \"Wait\"\n    States = {\n      Wait = { Type = \"Wait\", Seconds = 10, Next = \"Charge\" }\n      Charge = {\n        Type     = \"Task\"\n        Resource = \"arn:aws:lambda:us-east-1:111122223333:function:charge\"\n        Retry    = [{ ErrorEquals = [\"States.ALL\"], MaxAttempts = 3 }]\n        End      = true\n      }\n    }\n  })\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-handled.yaml",
          "text": "# Promised: warm-standby\nResources:\n  Orders:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/orders\n      # What goes wrong in a branch is caught around it.\n      DefinitionString: |\n        { \"StartAt\": \"Both\", \"States\": { \"Both\": {\n          \"Type\": \"Parallel\", \"End\": true,\n          \"Catch\": [{ \"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Tell\" }],\n          \"Branches\": [{ \"StartAt\": \"Charge\", \"States\": {\n            \"Charge\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true } } }] },\n          \"Tell\": { \"Type\": \"Fail\" } } }"
        }
      ]
    }
  ],
  "tier/dr-region-empty": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-region.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\nresource \"aws_lb\" \"web\" {\n  name               = \"web\"\n  load_balancer_type = \"application\"\n}\n\n# The next line is reported.\nresource \"aws_db_instance\" \"orders\" {\n  identifier              = \"orders\"\n  engine                  = \"postgres\"\n  instance_class          = \"db.m7g.large\"\n  multi_az                = true\n  backup_retention_period = 30\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-stack.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  Balancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n\n  # The next line is reported.\n  Carts:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      AttributeDefinitions:\n        - { AttributeName: customer, AttributeType: S }\n      KeySchema:\n        - { AttributeName: customer, KeyType: HASH }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-nothing-created.tf",
          "text": "# Promised: warm-standby\n# Nothing is created until somebody gives it items.\nprovider \"aws\" {}\n\nvariable \"items\" {\n  type    = map(string)\n  default = {}\n}\n\nresource \"aws_s3_bucket\" \"this\" {\n  for_each = var.items\n  bucket   = each.value\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: stack.yaml, region: us-east-1, role: primary }\n  - { path: stack.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "stack.yaml",
          "text": "Resources:\n  Receipts:\n    Type: AWS::S3::Bucket"
        }
      ]
    }
  ],
  "tier/objective-missed": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-lost.tf",
          "text": "# Promised: backup-restore\n# The next line is reported.\nresource \"aws_dynamodb_table\" \"orders\" {\n  name         = \"orders\"\n  hash_key     = \"id\"\n  billing_mode = \"PAY_PER_REQUEST\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-lost.yaml",
          "text": "# Promised: backup-restore\nResources:\n  # The next line is reported.\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      KeySchema:\n        - { AttributeName: id, KeyType: HASH }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-recoverable.tf",
          "text": "# Promised: backup-restore\nresource \"aws_dynamodb_table\" \"orders\" {\n  name         = \"orders\"\n  hash_key     = \"id\"\n  billing_mode = \"PAY_PER_REQUEST\"\n  point_in_time_recovery { enabled = true }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-recoverable.yaml",
          "text": "# Promised: backup-restore\nResources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      KeySchema:\n        - { AttributeName: id, KeyType: HASH }\n      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }"
        }
      ]
    }
  ],
  "tier/over-provisioned": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: us-west-2 }"
        },
        {
          "path": "main.tf",
          "text": "provider \"aws\" { region = \"us-east-1\" }\n\nprovider \"aws\" {\n  alias  = \"west\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_dynamodb_table\" \"orders\" {\n  name     = \"orders\"\n  hash_key = \"id\"\n  # The next line is reported.\n  replica { region_name = \"us-west-2\" }\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 4\n  max_size           = 8\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n}\n\nresource \"aws_autoscaling_group\" \"web_dr\" {\n  provider           = aws.west\n  min_size           = 4\n  max_size           = 8\n  availability_zones = [\"us-west-2a\", \"us-west-2b\"]\n}\n\nresource \"aws_lb\" \"web\" {\n  subnets = [\"subnet-1\", \"subnet-2\"]\n}\n\nresource \"aws_lb\" \"web_dr\" {\n  provider = aws.west\n  subnets  = [\"subnet-3\", \"subnet-4\"]\n}\n\nresource \"aws_route53_record\" \"web\" {\n  zone_id        = \"Z1\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"east\"\n  weighted_routing_policy { weight = 50 }\n  alias {\n    name                   = aws_lb.web.dns_name\n    zone_id                = aws_lb.web.zone_id\n    evaluate_target_health = true\n  }\n}\n\nresource \"aws_route53_record\" \"web_dr\" {\n  zone_id        = \"Z1\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"west\"\n  weighted_routing_policy { weight = 50 }\n  alias {\n    name                   = aws_lb.web_dr.dns_name\n    zone_id                = aws_lb.web_dr.zone_id\n    evaluate_target_health = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: us-west-2 }\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: orders\n      KeySchema:\n        - { AttributeName: id, KeyType: HASH }\n      Replicas:\n        - { Region: us-east-1 }\n        - { Region: us-west-2 }\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: '4'\n      MaxSize: '8'\n      AvailabilityZones: [us-east-1a, us-east-1b]\n  Balancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [subnet-east-1, subnet-east-2]\n  Record:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z1\n      Name: www.example.com\n      Type: A\n      SetIdentifier: east\n      Weight: 50\n      AliasTarget:\n        DNSName: !GetAtt Balancer.DNSName\n        HostedZoneId: !GetAtt Balancer.CanonicalHostedZoneID\n        EvaluateTargetHealth: true"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: '4'\n      MaxSize: '8'\n      AvailabilityZones: [us-west-2a, us-west-2b]\n  Balancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [subnet-west-1, subnet-west-2]\n  Record:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z1\n      Name: www.example.com\n      Type: A\n      SetIdentifier: west\n      Weight: 50\n      AliasTarget:\n        DNSName: !GetAtt Balancer.DNSName\n        HostedZoneId: !GetAtt Balancer.CanonicalHostedZoneID\n        EvaluateTargetHealth: true"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "regions: { primary: us-east-1, recovery: us-west-2 }"
        },
        {
          "path": "main.tf",
          "text": "provider \"aws\" { region = \"us-east-1\" }\n\nprovider \"aws\" {\n  alias  = \"west\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_dynamodb_table\" \"orders\" {\n  name     = \"orders\"\n  hash_key = \"id\"\n  replica { region_name = \"us-west-2\" }\n}\n\nresource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 4\n  max_size           = 8\n  availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n}\n\nresource \"aws_autoscaling_group\" \"web_dr\" {\n  provider           = aws.west\n  min_size           = 4\n  max_size           = 8\n  availability_zones = [\"us-west-2a\", \"us-west-2b\"]\n}\n\nresource \"aws_lb\" \"web\" {\n  subnets = [\"subnet-1\", \"subnet-2\"]\n}\n\nresource \"aws_lb\" \"web_dr\" {\n  provider = aws.west\n  subnets  = [\"subnet-3\", \"subnet-4\"]\n}\n\nresource \"aws_route53_record\" \"web\" {\n  zone_id        = \"Z1\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"east\"\n  weighted_routing_policy { weight = 50 }\n  alias {\n    name                   = aws_lb.web.dns_name\n    zone_id                = aws_lb.web.zone_id\n    evaluate_target_health = true\n  }\n}\n\nresource \"aws_route53_record\" \"web_dr\" {\n  zone_id        = \"Z1\"\n  name           = \"www.example.com\"\n  type           = \"A\"\n  set_identifier = \"west\"\n  weighted_routing_policy { weight = 50 }\n  alias {\n    name                   = aws_lb.web_dr.dns_name\n    zone_id                = aws_lb.web_dr.zone_id\n    evaluate_target_health = true\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "regions: { primary: us-east-1 }"
        },
        {
          "path": "stack.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: orders\n      KeySchema:\n        - { AttributeName: id, KeyType: HASH }\n      Replicas:\n        - { Region: us-east-1 }\n        - { Region: us-west-2 }\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      MinSize: '4'\n      MaxSize: '8'\n      AvailabilityZones: [us-east-1a, us-east-1b]\n  Balancer:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Subnets: [subnet-east-1, subnet-east-2]\n  Record:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      HostedZoneId: Z1\n      Name: www.example.com\n      Type: A\n      SetIdentifier: east\n      Weight: 50\n      AliasTarget:\n        DNSName: !GetAtt Balancer.DNSName\n        HostedZoneId: !GetAtt Balancer.CanonicalHostedZoneID\n        EvaluateTargetHealth: true"
        }
      ]
    }
  ],
  "tier/parity": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-option-group.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_db_option_group\" \"orders\" {\n  name                 = \"orders\"\n  engine_name          = \"mysql\"\n  major_engine_version = \"8.4\"\n\n  option {\n    option_name = \"MARIADB_AUDIT_PLUGIN\"\n\n    option_settings {\n      name  = \"SERVER_AUDIT_EVENTS\"\n      value = \"CONNECT\"\n    }\n  }\n}\n\n# The next line is reported.\nresource \"aws_db_option_group\" \"orders_recovery\" {\n  provider             = aws.recovery\n  name                 = \"orders\"\n  engine_name          = \"mysql\"\n  major_engine_version = \"8.4\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      FunctionName: orders\n      Role: arn:aws:iam::111122223333:role/orders\n      Runtime: nodejs22.x\n      Handler: index.handler\n      MemorySize: 512\n      Code: { S3Bucket: shop-code, S3Key: orders.zip }\n      ReservedConcurrentExecutions: 10\n      Environment:\n        Variables: { TABLE: orders }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      FunctionName: orders\n      Role: arn:aws:iam::111122223333:role/orders\n      # The next line is reported.\n      Runtime: nodejs18.x\n      Handler: index.handler\n      MemorySize: 512\n      Code: { S3Bucket: shop-code, S3Key: orders.zip }\n      ReservedConcurrentExecutions: 10\n      Environment:\n        Variables: { TABLE: orders }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "main.tf",
          "text": "# Promised: warm-standby\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nmodule \"primary\" {\n  source  = \"./service\"\n  network = \"10.0.0.0/16\"\n  tasks   = 6\n}\n\nmodule \"recovery\" {\n  source    = \"./service\"\n  providers = { aws = aws.recovery }\n  network   = \"10.1.0.0/16\"\n  tasks     = 2\n}"
        },
        {
          "path": "service/main.tf",
          "text": "variable \"network\" {\n  type = string\n}\n\nvariable \"tasks\" {\n  type = number\n}\n\nresource \"aws_security_group\" \"tasks\" {\n  name = \"tasks\"\n\n  ingress {\n    protocol    = \"tcp\"\n    from_port   = 8080\n    to_port     = 8080\n    cidr_blocks = [cidrsubnet(var.network, 8, var.tasks), var.network]\n  }\n}\n\nresource \"aws_ecs_task_definition\" \"shop\" {\n  family = \"shop\"\n  container_definitions = jsonencode([\n    { name = \"shop\", image = \"shop:7\", environment = [{ name = \"TASKS\", value = tostring(var.tasks) }] },\n  ])\n}\n\nresource \"aws_elasticache_parameter_group\" \"sessions\" {\n  name   = \"sessions\"\n  family = \"redis7\"\n\n  parameter {\n    name  = \"maxmemory-policy\"\n    value = \"allkeys-lru\"\n  }\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      FunctionName: orders\n      Role: arn:aws:iam::111122223333:role/orders\n      Runtime: nodejs22.x\n      Handler: index.handler\n      MemorySize: 512\n      Code: { S3Bucket: shop-code, S3Key: orders.zip }\n      ReservedConcurrentExecutions: 10\n      Environment:\n        Variables: { TABLE: orders }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      FunctionName: orders\n      Role: arn:aws:iam::111122223333:role/orders\n      Runtime: nodejs22.x\n      Handler: index.handler\n      MemorySize: 512\n      Code: { S3Bucket: shop-code, S3Key: orders.zip }\n      ReservedConcurrentExecutions: 5\n      Environment:\n        Variables: { TABLE: orders-west }"
        }
      ]
    }
  ],
  "tier/single-region-dependency": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-full-access.tf",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\n# Recovery Region: us-west-2\n# The next line is reported.\nresource \"aws_lambda_function\" \"failover\" {\n  function_name = \"orders-failover\"\n  role          = aws_iam_role.failover.arn\n}\n\nresource \"aws_iam_role\" \"failover\" {\n  name               = \"orders-failover\"\n  assume_role_policy = \"{}\"\n}\n\nresource \"aws_iam_role_policy_attachment\" \"databases\" {\n  role       = aws_iam_role.failover.name\n  policy_arn = \"arn:aws:iam::aws:policy/AmazonRDSFullAccess\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-machine.yaml",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Switch:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/switch\n      Definition:\n        StartAt: Promote\n        States:\n          Promote: { Type: Task, Resource: 'arn:aws:states:::aws-sdk:rds:promoteReadReplica', End: true }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-dashboard-alone.tf",
          "text": "# Promised: warm-standby\n# Deployed to: us-east-1\n# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# There is nothing else to show.\nresource \"aws_cloudwatch_dashboard\" \"traffic\" {\n  dashboard_name = \"traffic\"\n  dashboard_body = jsonencode({\n    widgets = [\n      { type = \"metric\", properties = { region = \"us-east-1\", metrics = [[\"AWS/ApplicationELB\", \"RequestCount\"]] } },\n    ]\n  })\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\nregions: { primary: us-east-1, recovery: [us-west-2] }\ndeployments:\n  - { path: switch.yaml, region: us-east-1 }\n  - { path: switch.yaml, region: us-west-2 }"
        },
        {
          "path": "switch.yaml",
          "text": "Resources:\n  Switch:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      RoleArn: arn:aws:iam::111122223333:role/switch\n      Definition:\n        StartAt: Promote\n        States:\n          Promote: { Type: Task, Resource: 'arn:aws:states:::aws-sdk:rds:promoteReadReplica', End: true }\n  # Nothing of the recovery uses it.\n  Orders:\n    Type: AWS::SQS::Queue"
        }
      ]
    }
  ],
  "tier/stated": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "{}"
        },
        {
          "path": "main.tf",
          "text": "provider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_s3_bucket\" \"receipts\" {\n  bucket = \"shop-receipts\"\n}\n\nresource \"aws_s3_bucket\" \"invoices\" {\n  bucket = \"shop-invoices\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "workloads:\n  - { name: orders, include: [orders.yaml], tier: warm-standby }"
        },
        {
          "path": "orders.yaml",
          "text": "Resources:\n  Orders:\n    Type: AWS::S3::Bucket"
        },
        {
          "path": "search.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Index:\n    Type: AWS::S3::Bucket"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-tier.tf",
          "text": "# Promised: backup-restore\nresource \"aws_s3_bucket\" \"receipts\" {\n  bucket = \"shop-receipts\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-tier.yaml",
          "text": "Resources:\n  Receipts:\n    Type: AWS::S3::Bucket"
        }
      ]
    }
  ],
  "vpc/cidr-overlap": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-same-range.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_vpc\" \"shop\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\nresource \"aws_vpc\" \"shop_recovery\" {\n  provider = aws.recovery\n  # The next line is reported.\n  cidr_block = \"10.0.128.0/17\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Shop:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Shop:\n    Type: AWS::EC2::VPC\n    Properties:\n      # The next line is reported.\n      CidrBlock: 10.0.0.0/16"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-apart.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_vpc\" \"shop\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\nresource \"aws_vpc\" \"shop_recovery\" {\n  provider   = aws.recovery\n  cidr_block = \"10.1.0.0/16\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": ".dr-lint.yaml",
          "text": "tier: warm-standby\ndeployments:\n  - { path: primary.yaml, region: us-east-1, role: primary }\n  - { path: recovery.yaml, region: us-west-2, role: recovery }"
        },
        {
          "path": "primary.yaml",
          "text": "Resources:\n  Shop:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }"
        },
        {
          "path": "recovery.yaml",
          "text": "Resources:\n  Shop:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.1.0.0/16 }"
        }
      ]
    }
  ],
  "vpc/dr-vpc": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-region.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\n# The next line is reported.\nresource \"aws_vpc\" \"shop\" {\n  cidr_block = \"10.0.0.0/16\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-region.yaml",
          "text": "# Deployed to: us-east-1\n# Recovery Region: us-west-2\nResources:\n  # The next line is reported.\n  Shop:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-both-regions.tf",
          "text": "# Recovery Region: us-west-2\nprovider \"aws\" {\n  region = \"us-east-1\"\n}\n\nprovider \"aws\" {\n  alias  = \"recovery\"\n  region = \"us-west-2\"\n}\n\nresource \"aws_vpc\" \"shop\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\nresource \"aws_vpc\" \"shop_recovery\" {\n  provider   = aws.recovery\n  cidr_block = \"10.1.0.0/16\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-no-network.yaml",
          "text": "# Recovery Region: us-west-2\nResources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      BillingMode: PAY_PER_REQUEST\n      KeySchema: [{ AttributeName: id, KeyType: HASH }]\n      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]"
        }
      ]
    }
  ],
  "vpc/multi-az-subnets": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-zone.tf",
          "text": "# The next line is reported.\nresource \"aws_vpc\" \"shop\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\nresource \"aws_subnet\" \"private\" {\n  count             = 2\n  vpc_id            = aws_vpc.shop.id\n  cidr_block        = \"10.0.${count.index}.0/24\"\n  availability_zone = \"us-east-1a\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-zone.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Shop:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }\n\n  First:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Shop, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] }\n\n  Second:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Shop, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ''] }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-zones.tf",
          "text": "resource \"aws_vpc\" \"shop\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\nresource \"aws_subnet\" \"private\" {\n  for_each          = { us-east-1a = 0, us-east-1b = 1 }\n  vpc_id            = aws_vpc.shop.id\n  cidr_block        = \"10.0.${each.value}.0/24\"\n  availability_zone = each.key\n}\n\n# Its subnets are declared elsewhere.\nresource \"aws_vpc\" \"tools\" {\n  cidr_block = \"10.1.0.0/16\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-zones.yaml",
          "text": "Resources:\n  Shop:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }\n\n  First:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Shop, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] }\n\n  Second:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Shop, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ''] }"
        }
      ]
    }
  ],
  "vpn/redundant-tunnels": [
    {
      "kind": "fail",
      "language": "terraform",
      "files": [
        {
          "path": "fail-one-gateway.tf",
          "text": "resource \"aws_customer_gateway\" \"office\" {\n  bgp_asn    = 65000\n  ip_address = \"198.51.100.7\"\n  type       = \"ipsec.1\"\n}\n\n# The next line is reported.\nresource \"aws_vpn_connection\" \"office\" {\n  customer_gateway_id = aws_customer_gateway.office.id\n  vpn_gateway_id      = \"vgw-0a1b2c3d\"\n  type                = \"ipsec.1\"\n}"
        }
      ]
    },
    {
      "kind": "fail",
      "language": "cloudformation",
      "files": [
        {
          "path": "fail-one-gateway.yaml",
          "text": "Resources:\n  # The next line is reported.\n  Office:\n    Type: AWS::EC2::VPNConnection\n    Properties: { Type: ipsec.1, CustomerGatewayId: cgw-0a1b2c3d, VpnGatewayId: vgw-0a1b2c3d }\n\n  # It leads elsewhere.\n  # The next line is reported.\n  Warehouse:\n    Type: AWS::EC2::VPNConnection\n    Properties: { Type: ipsec.1, CustomerGatewayId: cgw-1a2b3c4d, VpnGatewayId: vgw-1a2b3c4d }"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "terraform",
      "files": [
        {
          "path": "pass-two-gateways.tf",
          "text": "resource \"aws_vpn_connection\" \"office\" {\n  for_each            = toset([\"cgw-0a1b2c3d\", \"cgw-1a2b3c4d\"])\n  customer_gateway_id = each.value\n  transit_gateway_id  = \"tgw-0a1b2c3d\"\n  type                = \"ipsec.1\"\n}"
        }
      ]
    },
    {
      "kind": "pass",
      "language": "cloudformation",
      "files": [
        {
          "path": "pass-two-gateways.yaml",
          "text": "Resources:\n  First:\n    Type: AWS::EC2::VPNConnection\n    Properties: { Type: ipsec.1, CustomerGatewayId: cgw-0a1b2c3d, VpnGatewayId: vgw-0a1b2c3d }\n\n  Second:\n    Type: AWS::EC2::VPNConnection\n    Properties: { Type: ipsec.1, CustomerGatewayId: cgw-1a2b3c4d, VpnGatewayId: vgw-0a1b2c3d }"
        }
      ]
    }
  ]
};
