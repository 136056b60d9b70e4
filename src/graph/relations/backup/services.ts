/** What AWS Backup calls the services of the types that it protects, in settings and in restore tests. */
import { propertyAt, type DraftNode } from '../../draft.ts';

// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetSupportedResourceTypes.html
const services: ReadonlyMap<string, string> = new Map([
  ['AWS::DSQL::Cluster', 'DSQL'],
  ['AWS::DocDB::DBCluster', 'DocumentDB'],
  ['AWS::DynamoDB::Table', 'DynamoDB'],
  ['AWS::EC2::Instance', 'EC2'],
  ['AWS::EC2::Volume', 'EBS'],
  ['AWS::EFS::FileSystem', 'EFS'],
  ['AWS::EKS::Cluster', 'EKS'],
  ['AWS::FSx::FileSystem', 'FSx'],
  ['AWS::FSx::Volume', 'FSx'],
  ['AWS::Neptune::DBCluster', 'Neptune'],
  ['AWS::RDS::DBInstance', 'RDS'],
  ['AWS::Redshift::Cluster', 'Redshift'],
  ['AWS::RedshiftServerless::Namespace', 'Redshift Serverless'],
  ['AWS::S3::Bucket', 'S3'],
  ['AWS::Timestream::Table', 'Timestream'],
]);

/** The service of a resource; both that it may belong to, where its engine is not known. */
export function servicesOf(node: DraftNode): readonly string[] {
  const known = services.get(node.type);
  if (known !== undefined || node.type !== 'AWS::RDS::DBCluster') return known === undefined ? [] : [known];
  const engine = propertyAt(node, '/Engine');
  if (typeof engine !== 'string') return ['Aurora', 'RDS'];
  return [engine.startsWith('aurora') ? 'Aurora' : 'RDS'];
}
