/** The types of a template's custom resources: code of its own that a stack runs. */

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html
export function isCustomType(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}
