/**
 * Adds resource types to fixtures/schema-facts.json: their argument and property paths, as the schemas of the provider and of
 * CloudFormation have them, and which properties CloudFormation replaces (`yes`) or may replace (`maybe`) the resource for. The packages with the schemas are no dependencies of this project: install the releases that `meta`
 * in that file names into a folder of their own, and say which.
 *
 *     npm install --prefix FOLDER @cdktf/provider-aws@… @aws-cdk/aws-service-spec@… @aws-cdk/service-spec-types@…
 *     node scripts/schema-facts.mjs FOLDER aws_security_group AWS::EC2::SecurityGroup …
 *
 * A type that is there already is read anew. A type that its schema lacks is named, and ends the script with status 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** One argument in the text of a binding: its name, the function that writes it, and what it is. */
const argument =
  /^ +(\w+): \{\s+value: (.+),\s+isBlock: (true|false),\s+type: "(\w+)",\s+storageClassType: "(\w+)",\s+\},$/gmu;

/** The bindings are JavaScript generated from the provider's schema; what they say of each argument is read from their text. */
function terraformPaths(folder, type) {
  const name = type.replace(/^aws_/u, '').replaceAll('_', '-');
  const file = join(folder, 'node_modules/@cdktf/provider-aws/lib', name, 'index.js');
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const paths = {};
  addArguments(functionNamed('synthesizeHclAttributes()', text), '');
  return paths;

  function addArguments(body, prefix) {
    for (const [, own, writer, isBlock, container, storage] of body.matchAll(argument)) {
      if (prefix === '' && (own === 'tags_all' || own === 'timeouts')) continue;
      const members = /(?<!\.)\b\w+ToHclTerraform\b/u.exec(writer)?.[0];
      paths[prefix + own] = members === undefined ? scalar(container, storage) : nested(isBlock, container);
      if (members !== undefined) addArguments(functionNamed(`function ${members}(struct)`, text), `${prefix}${own}.`);
    }
  }
}

function nested(isBlock, container) {
  return `${isBlock === 'true' ? 'block' : 'object'}:${container === 'struct' ? 'single' : container}`;
}

function scalar(container, storage) {
  return container === 'simple' ? storage : `${container}(${storage.replace(/(?:List|Map)$/u, '')})`;
}

function functionNamed(head, text) {
  const start = text.indexOf(`${head} {`);
  return text.slice(start, text.indexOf('return ', text.indexOf('const attrs = {', start)));
}

function cloudFormationPaths(database, type) {
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  if (resource === undefined) return undefined;
  const paths = {};
  const replacements = {};
  addProperties(resource, '', []);
  return { paths, replacements };

  function addProperties({ properties }, prefix, around) {
    for (const [name, property] of Object.entries(properties)) {
      paths[prefix + name] = wordFor(property.type);
      const { causesReplacement } = property;
      if (causesReplacement === 'yes' || causesReplacement === 'maybe') replacements[prefix + name] = causesReplacement;
      for (const definition of definitionsIn(property.type)) {
        // A type that holds itself (conditions of a rule) is opened once.
        if (!around.includes(definition.name))
          addProperties(definition, `${prefix}${name}.`, [...around, definition.name]);
      }
    }
  }

  function definitionsIn({ type: kind, element, types, reference }) {
    if (kind === 'ref') return [database.get('typeDefinition', reference.$ref)];
    return [...(element === undefined ? [] : [element]), ...(types ?? [])].flatMap(definitionsIn);
  }

  function wordFor({ type: kind, element, types, reference }) {
    if (kind === 'ref') return database.get('typeDefinition', reference.$ref).name;
    if (types !== undefined) return types.map(wordFor).join('|');
    return element === undefined ? kind : `${kind}<${wordFor(element)}>`;
  }
}

function inOrder(entries) {
  return Object.fromEntries(Object.entries(entries).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** One line per type, so that a change of a schema is a change of one line. */
function print({ meta, terraform, cloudformation, replacement }) {
  const section = (types) =>
    Object.entries(inOrder(types))
      .map(([type, paths]) => `${JSON.stringify(type)}: ${JSON.stringify(inOrder(paths))}`)
      .join(',\n');
  return `{\n"meta": ${JSON.stringify(meta)},\n"terraform": {\n${section(terraform)}\n},\n"cloudformation": {\n${section(cloudformation)}\n},\n"replacement": {\n${section(replacement)}\n}\n}\n`;
}

const [folder, ...types] = process.argv.slice(2);
if (folder === undefined || types.length === 0) {
  console.error('usage: node scripts/schema-facts.mjs FOLDER TYPE…');
  process.exit(2);
}
const requireThere = createRequire(join(resolve(folder), 'package.json'));
const database = requireThere('@aws-cdk/aws-service-spec').loadAwsServiceSpecSync();
const file = join(import.meta.dirname, '..', 'fixtures', 'schema-facts.json');
const facts = JSON.parse(readFileSync(file, 'utf8'));
for (const type of types) {
  const isTerraform = type.startsWith('aws_');
  const { paths, replacements } = isTerraform
    ? { paths: terraformPaths(folder, type) }
    : (cloudFormationPaths(database, type) ?? {});
  if (paths === undefined) {
    console.error(`${type} is not in the schema.`);
    process.exitCode = 1;
    continue;
  }
  facts[isTerraform ? 'terraform' : 'cloudformation'][type] = paths;
  if (!isTerraform) facts.replacement[type] = replacements;
}
writeFileSync(file, print(facts));
