/**
 * From a Multi-Region Access Point of Amazon S3 to the buckets behind it: one name that leads to whichever of them answers.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html
 */
import type { GraphContext } from '../../graph-context.ts';
import { relateWritten } from '../written.ts';

export function relateAccessPoints(context: GraphContext): void {
  relateWritten(context, 'routesTo', [
    { type: 'AWS::S3::MultiRegionAccessPoint', at: '/Regions/[each]/Bucket', names: ['AWS::S3::Bucket'] },
  ]);
}
