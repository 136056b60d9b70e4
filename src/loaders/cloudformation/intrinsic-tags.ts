/** YAML's short forms of CloudFormation's functions: a tag in, the name of the long form out. */

/**
 * `!Sub` stands for `Fn::Sub`; only `Ref` and `Condition` have no prefix.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function longFormOfTag(tag: string): string | undefined {
  // Tags that YAML itself defines (`!!str`) come as `tag:yaml.org,2002:str`; a lone `!` says nothing.
  const name = /^!(\w[\w:]*)$/u.exec(tag)?.[1];
  if (name === undefined) return undefined;
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}
