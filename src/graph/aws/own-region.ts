/** The properties in which AWS takes nothing of another Region: zones, keys and certificates. */

/** Where a zone stands, whatever the type. */
export const zonePlaces: readonly string[] = [
  '/AvailabilityZone',
  '/AvailabilityZones/[each]',
  '/Placement/AvailabilityZone',
];

/** Type → where its key stands: "KMS keys and key material never leave their Region". */
// https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
export const keyPlaces: ReadonlyMap<string, string> = new Map([
  ['AWS::Backup::BackupVault', '/EncryptionKeyArn'],
  ['AWS::Backup::LogicallyAirGappedBackupVault', '/EncryptionKeyArn'],
  ['AWS::DocDB::DBCluster', '/KmsKeyId'],
  ['AWS::DynamoDB::GlobalTable.ReplicaSpecification', '/SSESpecification/KMSMasterKeyId'],
  ['AWS::DynamoDB::Table', '/SSESpecification/KMSMasterKeyId'],
  ['AWS::EC2::Volume', '/KmsKeyId'],
  ['AWS::EFS::FileSystem', '/KmsKeyId'],
  ['AWS::ElastiCache::ReplicationGroup', '/KmsKeyId'],
  ['AWS::FSx::FileSystem', '/KmsKeyId'],
  ['AWS::Neptune::DBCluster', '/KmsKeyId'],
  ['AWS::RDS::DBCluster', '/KmsKeyId'],
  ['AWS::RDS::DBInstance', '/KmsKeyId'],
  ['AWS::Redshift::Cluster', '/KmsKeyId'],
  [
    'AWS::S3::Bucket',
    '/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID',
  ],
  ['AWS::SecretsManager::Secret', '/KmsKeyId'],
  ['AWS::SecretsManager::Secret.ReplicaRegion', '/KmsKeyId'],
]);

/** Type → where other things stand that have to lie in its Region. */
const otherPlaces: ReadonlyMap<string, readonly string[]> = new Map([
  // https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html
  ['AWS::ElasticLoadBalancingV2::Listener', ['/Certificates/[each]/CertificateArn']],
  ['AWS::ElasticLoadBalancing::LoadBalancer', ['/Listeners/[each]/SSLCertificateId']],
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html
  ['AWS::ApiGateway::DomainName', ['/RegionalCertificateArn']],
]);

/** The places of a type whose ARNs name its own Region. */
export function ownRegionPlaces(type: string): readonly string[] {
  const key = keyPlaces.get(type);
  return [...(key === undefined ? [] : [key]), ...(otherPlaces.get(type) ?? [])];
}
