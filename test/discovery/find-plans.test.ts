import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { discover } from '../../src/discovery/discover.ts';

const plan = (...addresses: readonly string[]): string =>
  JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources: addresses.map((address) => ({ address })) } },
  });

const topic = 'resource "aws_sns_topic" "orders" {}\n';
const queue = 'resource "aws_sqs_queue" "orders" {}\n';
const ofTopic = plan('aws_sns_topic.orders');

function found(files: Readonly<Record<string, string | Uint8Array>>, paths: readonly string[] = ['.']) {
  const { value, diagnostics } = discover({
    fileSystem: memoryFileSystem(files),
    paths,
    config: defaultConfig,
    varFiles: [],
    parameters: [],
    region: undefined,
  });
  const plans = value.inputs.filter(({ kind }) => kind === 'terraform-plan');
  return {
    deployments: value.deployments.map(({ id, path, plan: file }) => [id, path, file ?? '']),
    plans: plans.map(({ path, status }) => `${path} ${status}`),
    messages: diagnostics.map(({ level, message }) => `${level} ${message}`),
    reportOnly: value.reportOnly,
  };
}

/** As shells on Windows write what a command prints. */
function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\u{feff}${text}`, 'utf16le'));
}

describe('a plan', () => {
  test.each([
    { what: 'under any name', name: 'orders.json', text: ofTopic },
    { what: 'printed with spaces', name: 'plan.json', text: JSON.stringify(JSON.parse(ofTopic), undefined, 2) },
    { what: 'in UTF-16', name: 'plan.json', text: utf16(ofTopic) },
    { what: 'after a byte order mark', name: 'plan.json', text: `\u{feff}${ofTopic}` },
  ])('is known by its content: $what', ({ name, text }) => {
    expect(found({ [name]: text })).toMatchObject({ deployments: [[name, name, name]], plans: [`${name} read`] });
  });

  test.each([
    { what: 'another JSON file', name: 'package.json', text: '{"name": "planned_values"}' },
    { what: 'a state', name: 'terraform.tfstate.json', text: '{"format_version":"1.0","values":{"root_module":{}}}' },
    { what: 'log lines', name: 'log.json', text: '{"@level":"info","@message":"Terraform 1.9.8"}\n' },
    { what: 'a plan that is not named *.json', name: 'plan.txt', text: ofTopic },
  ])('is not found in what nobody named: $what', ({ name, text }) => {
    expect(found({ [name]: text })).toMatchObject({ deployments: [], plans: [], messages: [] });
  });

  test.each([
    { what: 'of another name', name: 'tfplan', text: ofTopic },
    // The loader says what it is.
    { what: 'that is a state', name: 'state.json', text: '{"format_version":"1.0","values":{"root_module":{}}}' },
    { what: 'that is log lines', name: 'log.json', text: '{"@level":"info","@message":"Terraform 1.9.8"}\n' },
  ])('is taken for one when it was named: $what', ({ name, text }) => {
    expect(found({ [name]: text }, [name]).deployments).toEqual([[name, name, name]]);
  });

  test('in the form that Terraform saves is told how to print', () => {
    const saved = new Uint8Array(Buffer.from('PK\u{3}\u{4}\u{14}\0\0\0tfplan\u{ff}'));
    const says = 'tfplan is a plan in the form that only the Terraform that saved it can read.';
    expect(found({ tfplan: saved }, ['tfplan'])).toMatchObject({
      plans: ['tfplan unreadable'],
      messages: [`error ${says}`],
    });
    expect(found({ 'tfplan.json': saved }).messages).toEqual([`note ${says.replace('tfplan', 'tfplan.json')}`]);
  });

  test('under tests is left out unless it was named', () => {
    const files = { 'tests/plan.json': ofTopic };
    expect(found(files)).toMatchObject({ deployments: [], plans: ['tests/plan.json left-out'] });
    expect(found(files, ['tests/plan.json']).plans).toEqual(['tests/plan.json read']);
  });
});

describe('the root of a plan', () => {
  test.each([
    {
      what: 'the folder that it lies in, in place of the root',
      files: { 'infra/main.tf': topic, 'infra/plan.json': ofTopic },
      deployments: [['infra', 'infra', 'infra/plan.json']],
    },
    {
      what: 'a folder above it',
      files: { 'infra/main.tf': topic, 'infra/plans/dev/plan.json': ofTopic },
      deployments: [['infra', 'infra', 'infra/plans/dev/plan.json']],
    },
    {
      what: 'the only one that fits, wherever it is',
      files: { 'app/main.tf': topic, 'data/main.tf': queue, 'plans/app.json': ofTopic },
      deployments: [
        ['app', 'app', 'plans/app.json'],
        ['data', 'data', ''],
      ],
    },
    {
      what: 'none of two that fit alike',
      files: { 'east/main.tf': topic, 'west/main.tf': topic, 'plans/app.json': ofTopic },
      deployments: [
        ['east', 'east', ''],
        ['plans/app.json', 'plans/app.json', 'plans/app.json'],
        ['west', 'west', ''],
      ],
    },
    {
      what: 'not one beside it that it was not made from',
      files: { 'infra/main.tf': queue, 'infra/plan.json': ofTopic },
      deployments: [
        ['infra', 'infra', ''],
        ['infra/plan.json', 'infra/plan.json', 'infra/plan.json'],
      ],
    },
    {
      what: 'one of several plans, each a deployment of its own',
      files: { 'infra/main.tf': topic, 'infra/dev.json': ofTopic, 'infra/prod.json': ofTopic },
      deployments: [
        ['infra@infra/dev.json', 'infra', 'infra/dev.json'],
        ['infra@infra/prod.json', 'infra', 'infra/prod.json'],
      ],
    },
  ])('is $what', ({ files, deployments }) => {
    expect(found(files).deployments).toEqual(deployments);
  });

  test('is found when only the plan was named, and everything of it is reported', () => {
    const files = { 'infra/main.tf': topic, 'infra/plan.json': ofTopic };
    expect(found(files, ['infra/plan.json'])).toMatchObject({
      deployments: [['infra', 'infra', 'infra/plan.json']],
      reportOnly: undefined,
    });
  });
});
