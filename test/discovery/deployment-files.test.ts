/** Which files deploy a template without anybody stating it, and what they say of the deployment. */
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import type { DeploymentConfig } from '../../src/config/config.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { parseRegion } from '../../src/core/ids.ts';
import { discover } from '../../src/discovery/discover.ts';
import { starterConfig } from '../../src/reporters/starter-config.ts';
import { lintText } from '../helpers/lint-text.ts';

const template = 'Resources: { Orders: { Type: AWS::DynamoDB::Table } }';

function deploymentsIn(
  files: Readonly<Record<string, string>>,
  stated: Partial<DeploymentConfig>[] = [],
  paths = ['.'],
) {
  const deployments = stated.map((each) => ({
    path: '',
    name: undefined,
    varFiles: [],
    parameters: [],
    region: undefined,
    role: undefined,
    statedAt: undefined,
    ...each,
  }));
  const { value } = discover({
    fileSystem: memoryFileSystem(files),
    paths,
    config: { ...defaultConfig, deployments },
    varFiles: [],
    parameters: [],
    region: undefined,
  });
  return {
    deployments: value.deployments.map(({ id, region, stackName, inputFiles, statedBy }) =>
      [id, region, stackName, inputFiles.join(), statedBy].map((each) => each ?? '-').join(' '),
    ),
    skipped: value.inputs.flatMap(({ path, status, reason }) =>
      status === 'skipped' ? [`${path}: ${reason ?? ''}`] : [],
    ),
  };
}

const production = `[prod.deploy.parameters]
stack_name = "orders"
region = "eu-west-1"
`;
const both = `${production}[dr.deploy.parameters]
region = "eu-central-1"
stack_name = "orders-dr"
`;

describe('samconfig.toml', () => {
  test.each([
    [
      'its only environment deploys the template beside it',
      { 'shop/template.yaml': template, 'shop/samconfig.toml': production },
      ['shop/template.yaml eu-west-1 orders shop/samconfig.toml shop/samconfig.toml:1'],
    ],
    [
      'or the one that it names',
      { 'shop/cfn/stack.yaml': template, 'shop/samconfig.toml': `${production}template_file = "cfn/stack.yaml"` },
      ['shop/cfn/stack.yaml eu-west-1 orders shop/samconfig.toml shop/samconfig.toml:1'],
    ],
    [
      'what was built is the template beside it',
      { 'template.yaml': template, 'samconfig.toml': `${production}template_file = ".aws-sam/build/template.yaml"` },
      ['template.yaml eu-west-1 orders samconfig.toml samconfig.toml:1'],
    ],
    [
      'the form in YAML',
      {
        'shop/template.yaml': template,
        'shop/samconfig.yaml': `version: 0.1
prod:
  deploy:
    parameters: { stack_name: orders, region: eu-west-1 }
`,
      },
      ['shop/template.yaml eu-west-1 orders shop/samconfig.yaml shop/samconfig.yaml:2'],
    ],
    [
      'which counts only where there is none in TOML',
      {
        'template.yaml': template,
        'samconfig.toml': production,
        'samconfig.yaml': 'dr: { deploy: { parameters: { region: eu-central-1 } } }',
      },
      ['template.yaml eu-west-1 orders samconfig.toml samconfig.toml:1'],
    ],
    [
      'what is not deployed says nothing',
      { 'template.yaml': template, 'samconfig.toml': '[default.build.parameters]\ncached = true' },
      ['template.yaml - -  -'],
    ],
  ])('%s', (_, files, deployments) => {
    expect(deploymentsIn(files).deployments).toEqual(deployments);
  });

  test('of several environments none is taken, and the run says how to name one', () => {
    const { deployments, skipped } = deploymentsIn({ 'template.yaml': template, 'samconfig.toml': both });
    expect(deployments).toEqual(['template.yaml - -  -']);
    expect(skipped).toEqual([
      'samconfig.toml: it states the environments prod, dr; name one as parameters of a deployment: "samconfig.toml#prod"',
    ]);
  });

  test('and init proposes one deployment for each', async () => {
    const report = await lintText({ 'template.yaml': template, 'samconfig.toml': both });
    const proposed = starterConfig(report, { path: '.dr-lint.yaml', tier: undefined });
    expect(proposed.split('\n').filter((line) => line.includes('template.yaml,'))).toEqual([
      expect.stringMatching(/path: template\.yaml, name: prod, parameters: \["?samconfig\.toml#prod"?\]/u),
      expect.stringMatching(/path: template\.yaml, name: dr, parameters: \["?samconfig\.toml#dr"?\]/u),
    ]);
  });

  test('the configuration names environments, and is stronger than they are', () => {
    const { deployments } = deploymentsIn({ 'template.yaml': template, 'samconfig.toml': both }, [
      { path: 'template.yaml', parameters: ['samconfig.toml#prod'], name: 'prod' },
      { path: 'template.yaml', parameters: ['samconfig.toml#dr'], name: 'dr', region: parseRegion('us-west-2') },
    ]);
    expect(deployments).toEqual([
      'template.yaml@dr us-west-2 orders-dr samconfig.toml#dr -',
      'template.yaml@prod eu-west-1 orders samconfig.toml#prod -',
    ]);
  });
});

describe('deployment files of Git sync', () => {
  const file = 'template-file-path: infra/stack.yaml\nparameters:\n  Stage: prod\n';

  test.each([
    [
      'one is the deployment of its template',
      { 'infra/stack.yaml': template, 'infra/prod.yaml': file },
      ['infra/stack.yaml - - infra/prod.yaml infra/prod.yaml:1'],
    ],
    [
      'the path begins at the root of the repository, the scan may begin above',
      { 'shop/infra/stack.yaml': template, 'shop/envs/prod.yaml': file },
      ['shop/infra/stack.yaml - - shop/envs/prod.yaml shop/envs/prod.yaml:1'],
    ],
    [
      'two are two deployments',
      { 'infra/stack.yaml': template, 'infra/prod.yaml': file, 'infra/test.yaml': file },
      [
        'infra/stack.yaml@prod - - infra/prod.yaml infra/prod.yaml:1',
        'infra/stack.yaml@test - - infra/test.yaml infra/test.yaml:1',
      ],
    ],
    ['one of another template is none', { 'stack.yaml': template, 'prod.yaml': file }, ['stack.yaml - -  -']],
  ])('%s', (_, files, deployments) => {
    expect(deploymentsIn(files).deployments).toEqual(deployments);
  });
});

test('the name of the stack is known where it is stated, but not of the stacks that it nests', async () => {
  const named =
    '  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties: { TableName: !Sub "${AWS::StackName}-orders" }\n';
  const { graph } = await lintText({
    'template.yaml': `Resources:\n${named}  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: nested/stack.yaml } }\n`,
    'nested/stack.yaml': `Resources:\n${named}`,
    'samconfig.toml': production,
  });
  const names = [...graph.nodes.values()].flatMap(({ address, attributes }) =>
    address.endsWith('Orders') ? [[address, typeof attributes['TableName']]] : [],
  );
  expect(names).toEqual([
    ['Orders', 'string'],
    ['Nested/Orders', 'object'],
  ]);
});
