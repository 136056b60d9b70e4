import { expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const main = (schedule: string, destination = 'aws_efs_file_system.copy.arn'): string => `
provider "aws" { region = "us-east-1" }
variable "schedule" {}
resource "aws_efs_file_system" "uploads" {}
resource "aws_efs_file_system" "copy" { region = "us-west-2" }
resource "aws_datasync_location_efs" "uploads" { efs_file_system_arn = aws_efs_file_system.uploads.arn }
resource "aws_datasync_location_efs" "copy" {
  region              = "us-west-2"
  efs_file_system_arn = ${destination}
}
resource "aws_datasync_location_s3" "archive" { s3_bucket_arn = "arn:aws:s3:::archive" }
resource "aws_datasync_task" "hourly" {
  region                   = "us-west-2"
  source_location_arn      = aws_datasync_location_efs.uploads.arn
  destination_location_arn = aws_datasync_location_efs.copy.arn
  ${schedule}
}
`;
const hourly = 'schedule { schedule_expression = "rate(1 hour)" }';
const elsewhere = 'arn:aws:elasticfilesystem:us-west-2:111122223333:file-system/fs-0123456789abcdef0';

test.each([
  ['on a schedule', main(hourly), ['aws_efs_file_system.copy']],
  ['by hand', main(''), []],
  [
    'on a schedule that may not be there',
    main(
      'dynamic "schedule" {\n    for_each = var.schedule\n    content { schedule_expression = schedule.value }\n  }',
    ),
    ['aws_efs_file_system.copy?'],
  ],
  ['to a file system that is declared elsewhere', main(hourly, `"${elsewhere}"`), [elsewhere]],
])('files are brought to another file system %s', async (_, text, expected) => {
  const report = await lintText({ 'main.tf': text });
  expect(endsOf(report, 'aws_efs_file_system.uploads', 'replicatesTo')).toEqual(expected);
});

test('where files are brought that nothing here declares is not known, and a bucket keeps a copy of them', async () => {
  const locations = await lintText({
    'main.tf': main(hourly).replace(
      'destination_location_arn = aws_datasync_location_efs.copy.arn',
      'destination_location_arn = var.schedule',
    ),
  });
  expect(endsOf(locations, 'aws_efs_file_system.uploads', 'replicatesTo')).toEqual(['aws_datasync_task.hourly?']);
  const archived = await lintText({
    'main.tf': main(hourly).replace('aws_datasync_location_efs.copy.arn', 'aws_datasync_location_s3.archive.arn'),
  });
  expect(endsOf(archived, 'aws_efs_file_system.uploads', 'copiesTo')).toEqual(['arn:aws:s3:::archive']);
});
