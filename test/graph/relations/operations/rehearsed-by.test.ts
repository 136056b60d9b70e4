import { describe, expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const servers = `
provider "aws" { region = "us-east-1" }
variable "tags" { type = map(string) }
resource "aws_instance" "web" { tags = { drill = "yes" } }
resource "aws_instance" "jobs" { tags = { drill = "no" } }
resource "aws_instance" "other" { tags = var.tags }
resource "aws_cloudwatch_metric_alarm" "errors" { alarm_name = "errors" }
`;
const experiment = (target: string): string => `resource "aws_fis_experiment_template" "drill" {
  description = "lose a server"
  role_arn    = "arn:aws:iam::111122223333:role/drill"
  action {
    name      = "stop"
    action_id = "aws:ec2:stop-instances"
    target {
      key   = "Instances"
      value = "servers"
    }
  }
  stop_condition {
    source = "aws:cloudwatch:alarm"
    value  = aws_cloudwatch_metric_alarm.errors.arn
  }
  target {
    name           = "servers"
    resource_type  = "aws:ec2:instance"
    selection_mode = "ALL"
    ${target}
  }
}
`;

describe('an experiment disturbs', () => {
  test.each([
    ['what it names by ARN', 'resource_arns = [aws_instance.jobs.arn]', ['aws_instance.jobs']],
    [
      'what has its tags, and perhaps what may have them',
      'resource_tag {\n      key = "drill"\n      value = "yes"\n    }',
      ['aws_instance.other?', 'aws_instance.web'],
    ],
  ])('%s', async (_, target, expected) => {
    const report = await lintText({ 'main.tf': servers + experiment(target) });
    expect(endsOf(report, 'aws_fis_experiment_template.drill', 'probes')).toEqual(expected);
    expect(endsOf(report, 'aws_fis_experiment_template.drill', 'dependsOn')).toEqual([
      'aws_cloudwatch_metric_alarm.errors',
    ]);
  });

  test('in a template as in Terraform', async () => {
    const report = await lintText({
      'stack.yaml': `Resources:
  Web: { Type: 'AWS::EC2::Instance', Properties: { Tags: [{ Key: drill, Value: 'yes' }] } }
  Errors: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: Errors } }
  Drill:
    Type: AWS::FIS::ExperimentTemplate
    Properties:
      Description: lose a server
      RoleArn: arn:aws:iam::111122223333:role/drill
      StopConditions: [{ Source: 'aws:cloudwatch:alarm', Value: !GetAtt Errors.Arn }]
      Targets:
        servers: { ResourceType: 'aws:ec2:instance', SelectionMode: ALL, ResourceTags: { drill: 'yes' } }
`,
    });
    expect(endsOf(report, 'Drill', 'probes')).toEqual(['Web']);
    expect(endsOf(report, 'Drill', 'dependsOn')).toEqual(['Errors']);
  });
});
