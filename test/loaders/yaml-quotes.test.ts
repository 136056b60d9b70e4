import { expect, test } from 'vitest';
import { SourceFile, textOf } from '../../src/core/source.ts';
import { loadTemplateFile } from '../../src/loaders/cloudformation/template.ts';
import { valueOf } from '../../src/loaders/template-node.ts';

function dashboard(body: string): ReturnType<typeof loadTemplateFile> {
  const text = `Resources:
  Dashboard:
    Type: AWS::CloudWatch::Dashboard
    Properties:
      DashboardBody: ${body}
      DashboardName: shop
`;
  return loadTemplateFile(new SourceFile('dashboard.yaml', text));
}

test('a quoted text may go on left of what it belongs to, as CloudFormation reads it', () => {
  const { value, diagnostics } = dashboard(`'{
  "widgets": [
    {}
  ]
}'`);
  expect(diagnostics).toEqual([]);
  const properties = valueOf(valueOf(valueOf(value.root, 'Resources'), 'Dashboard'), 'Properties');
  const [body, name] = ['DashboardBody', 'DashboardName'].map((key) => valueOf(properties, key));
  expect(body?.kind === 'scalar' ? JSON.parse(String(body.value)) : undefined).toEqual({ widgets: [{}] });
  expect(name?.kind === 'scalar' ? [name.value, textOf(name.range)] : undefined).toEqual(['shop', 'shop']);
});

test('a quote that is never closed is told where it opens', () => {
  const { diagnostics } = dashboard("'{\n");
  expect(diagnostics.map(({ message, range }) => [message, range?.file.positionAt(range.start)])).toEqual([
    ['This is not valid YAML: the text that starts here has no closing quote.', { line: 5, column: 22 }],
  ]);
});
