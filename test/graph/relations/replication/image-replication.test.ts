import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { relateImageReplication } from '../../../../src/graph/relations/replication/image-replication.ts';
import { cloudFormation, input, template, terraform, type Given, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';

interface Scene {
  readonly name?: Plain;
  readonly prefixes?: readonly Plain[];
  readonly destination?: { readonly region: Plain; readonly registry?: Plain };
  readonly registry?: Given;
}

const languages = {
  terraform: ({
    name,
    prefixes = [],
    destination: { region, registry: id } = { region: 'us-west-2' },
    registry,
  }: Scene) => [
    terraform('aws_ecr_repository.app', name === undefined ? {} : { name }),
    terraform(
      'aws_ecr_replication_configuration.all',
      {
        replication_configuration: [
          {
            rule: [
              {
                destination: [{ region, ...(id === undefined ? {} : { registry_id: id }) }],
                repository_filter: prefixes.map((filter) => ({ filter, filter_type: 'PREFIX_MATCH' })),
              },
            ],
          },
        ],
      },
      registry,
    ),
  ],
  cloudformation: ({
    name,
    prefixes = [],
    destination: { region, registry: id } = { region: 'us-west-2' },
    registry,
  }: Scene) => [
    cloudFormation('App', 'AWS::ECR::Repository', name === undefined ? {} : { RepositoryName: name }),
    cloudFormation(
      'All',
      'AWS::ECR::ReplicationConfiguration',
      {
        ReplicationConfiguration: {
          Rules: [
            {
              Destinations: [{ Region: region, ...(id === undefined ? {} : { RegistryId: id }) }],
              RepositoryFilters: prefixes.map((Filter) => ({ Filter, FilterType: 'PREFIX_MATCH' })),
            },
          ],
        },
      },
      registry,
    ),
  ],
} as const;

function replicas(address: string, resources: readonly DeclaredResource[]): readonly string[] {
  const context = graphContext(resources);
  relateImageReplication(context);
  return context.from('replicatesTo', nodeAt(context, address)).map(({ to, certain, because }) => {
    const node = context.get(to);
    const region = typeof node?.region === 'string' ? node.region : 'somewhere';
    return `${node?.address} in ${region}${certain ? '' : `? ${because}`}`;
  });
}

describe.each([
  { language: 'terraform', app: 'aws_ecr_repository.app', registry: 'aws_ecr_replication_configuration.all' },
  { language: 'cloudformation', app: 'App', registry: 'All' },
] as const)('$language', ({ language, app, registry }) => {
  const replicated = `images of ${app} in us-west-2`;

  test.each<{ what: string; scene: Scene; expected: readonly string[] }>([
    { what: 'without a filter all repositories', scene: { name: 'shop/app' }, expected: [replicated] },
    { what: 'a prefix of the name', scene: { name: 'shop/app', prefixes: ['shop/'] }, expected: [replicated] },
    { what: 'another prefix', scene: { name: 'shop/app', prefixes: ['tools/'] }, expected: [] },
    {
      what: 'one of several prefixes',
      scene: { name: 'shop/app', prefixes: ['tools/', 'shop'] },
      expected: [replicated],
    },
    {
      what: 'a name that starts as is known',
      scene: { name: template('shop/', input('var.service')), prefixes: ['shop/'] },
      expected: [replicated],
    },
    {
      what: 'a name that is not known',
      scene: { name: input('var.service'), prefixes: ['shop/'] },
      expected: [`${replicated}? the name of ${app} is not known`],
    },
    {
      what: 'a prefix that is not known',
      scene: { name: 'shop/app', prefixes: [input('var.prefix')] },
      expected: [`${replicated}? the filter var.prefix is not known`],
    },
    {
      what: 'a registry of another Region',
      scene: { name: 'shop/app', registry: { region: 'eu-west-1' } },
      expected: [],
    },
    {
      what: 'a configuration that may not exist',
      scene: {
        name: 'shop/app',
        registry: {
          exists: 'unknown',
          existsBecause: { key: 'var.dr', reason: { code: 'input', subject: 'var.dr', cure: '' } },
        },
      },
      expected: [`${replicated}? whether ${registry} exists is not known`],
    },
    {
      what: 'a Region that is not known',
      scene: { name: 'shop/app', destination: { region: input('var.region') } },
      expected: [`images of ${app} in somewhere`],
    },
  ])('$what', ({ scene, expected }) => {
    expect(replicas(app, languages[language](scene))).toEqual(expected);
  });

  test('the repository that is declared there', () => {
    const own = input('AWS::AccountId', 'pseudo-parameter');
    const twin = cloudFormation(
      'Twin',
      'AWS::ECR::Repository',
      { RepositoryName: 'shop/app' },
      { region: 'us-west-2', deployment: 'west.yaml' },
    );
    const scene = { name: 'shop/app', destination: { region: 'us-west-2', registry: own } };
    expect(replicas(app, [...languages[language](scene), twin])).toEqual(['Twin in us-west-2']);
    const foreign = { name: 'shop/app', destination: { region: 'us-west-2', registry: '111122223333' } };
    expect(replicas(app, [...languages[language](foreign), twin])).toEqual([replicated]);
  });
});
