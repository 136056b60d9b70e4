/**
 * Code and definitions as SAM takes them in, as CloudFormation takes them out: places in S3, or local paths, which
 * `aws cloudformation package` accepts at the same properties of either.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { entriesOf, literal, mapping, textOfNode } from './nodes.ts';

interface PlaceNames {
  readonly bucket: string;
  readonly key: string;
  readonly version: string;
}

const codeNames: PlaceNames = { bucket: 'S3Bucket', key: 'S3Key', version: 'S3ObjectVersion' };
const definitionNames: PlaceNames = { bucket: 'Bucket', key: 'Key', version: 'Version' };

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-codeuri */
export function codeOf(properties: TemplateNode): TemplateNode | undefined {
  const inline = valueOf(properties, 'InlineCode');
  if (inline !== undefined) return mapping({ ZipFile: inline }, inline.range);
  const image = valueOf(properties, 'ImageUri');
  if (image !== undefined) return mapping({ ImageUri: image }, image.range);
  const code = placeInS3(valueOf(properties, 'CodeUri'), codeNames);
  const key = valueOf(properties, 'SourceKMSKeyArn');
  if (code?.kind !== 'mapping' || key === undefined) return code;
  return { ...code, entries: [...code.entries, ...entriesOf({ SourceKMSKeyArn: key })] };
}

export function contentOf(uri: TemplateNode | undefined): TemplateNode | undefined {
  return placeInS3(uri, codeNames);
}

export function definitionAt(uri: TemplateNode | undefined): TemplateNode | undefined {
  return placeInS3(uri, definitionNames);
}

/** `s3://bucket/key?versionId=…`, or a mapping of `Bucket`, `Key` and `Version`. */
function placeInS3(uri: TemplateNode | undefined, names: PlaceNames): TemplateNode | undefined {
  if (uri?.kind === 'mapping' && valueOf(uri, 'Bucket') !== undefined) {
    const [bucket, key, version] = ['Bucket', 'Key', 'Version'].map((name) => valueOf(uri, name));
    return mapping({ [names.bucket]: bucket, [names.key]: key, [names.version]: version }, uri.range);
  }
  const parts = /^s3:\/\/([^/]+)\/+([^?]+)(?:\?versionId=(.+))?$/u.exec(textOfNode(uri) ?? '');
  if (uri === undefined || parts === null) return uri;
  const [bucket, key, version] = parts.slice(1).map((part) => (part === undefined ? part : literal(part, uri.range)));
  return mapping({ [names.bucket]: bucket, [names.key]: key, [names.version]: version }, uri.range);
}
