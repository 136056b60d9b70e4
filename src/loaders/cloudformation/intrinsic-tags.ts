/** YAML's short forms of CloudFormation's functions: a tag in, the name of the long form out. */

/**
 * Directives of rain, AWS's own preprocessor: `!Rain::Module vpc.yml` puts another file into the template.
 * https://github.com/aws-cloudformation/rain
 */
export const directivePrefix = 'Rain::';

/**
 * `!Sub` stands for `Fn::Sub`; only `Ref`, `Condition` and what isn't CloudFormation's own have no prefix.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function longFormOfTag(tag: string): string | undefined {
  // Tags that YAML itself defines (`!!str`) come as `tag:yaml.org,2002:str`; a lone `!` says nothing.
  const name = /^!(\w[\w:]*)$/u.exec(tag)?.[1];
  if (name === undefined) return undefined;
  if (name === 'Ref' || name === 'Condition' || name.startsWith(directivePrefix)) return name;
  return `Fn::${name}`;
}
