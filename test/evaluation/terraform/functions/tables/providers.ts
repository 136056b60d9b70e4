/** Functions that the provider `terraform` defines. */
import { refused, type Row } from './row.ts';

export const providerRows: readonly Row[] = [
  ['provider::terraform::encode_expr("a")', '"a"'],
  ['provider::terraform::encode_expr([1, "a", true, null])', '[1, "a", true, null]'],
  ['provider::terraform::encode_expr({ a = 1, "b c" = [{}] })', '{\n  a     = 1\n  "b c" = [{}]\n}'],
  [
    'provider::terraform::encode_expr({ a = { b = { c = 1 } }, longer = "x" })',
    '{\n  a = {\n    b = {\n      c = 1\n    }\n  }\n  longer = "x"\n}',
  ],
  ['provider::terraform::encode_expr("x\\ny\\"$${a}%%{b}\\t\\\\é\\u0001")', '"x\\ny\\"$${a}%%{b}\\t\\\\é\\u0001"'],
  [
    'provider::terraform::encode_expr({ "1a" = 1, "a-b" = 5, "a.b" = 7 })',
    '{\n  "1a"  = 1\n  a-b   = 5\n  "a.b" = 7\n}',
  ],
  ['provider::terraform::encode_expr(toset(["b", "a"]))', '["a", "b"]'],
  ['provider::terraform::encode_expr(null)', refused('encode_expr() does not take null.')],
  [
    'provider::terraform::encode_tfvars({ a = 1, b = "x", c = { d = [1] }, longer = true })',
    'a = 1\nb = "x"\nc = {\n  d = [1]\n}\nlonger = true\n',
  ],
  [
    'provider::terraform::encode_tfvars({ a = 1, long_name = { x = 1 }, b = 2 })',
    'a = 1\nb = 2\nlong_name = {\n  x = 1\n}\n',
  ],
  ['provider::terraform::encode_tfvars({})', ''],
  ['provider::terraform::encode_tfvars({ "b c" = 1 })', refused('No variable can have the name "b c".')],
  ['provider::terraform::encode_tfvars(["a"])', refused('encode_tfvars() takes an object.')],
  ['provider::terraform::decode_tfvars("a = 1\\nb = [\\"x\\"]\\n")', { a: 1, b: ['x'] }],
  ['provider::terraform::decode_tfvars("")', {}],
  ['provider::terraform::decode_tfvars("a = b")', refused('The value of a is no literal value.')],
  ['provider::terraform::decode_tfvars("a {}")', refused('The text states no variables.')],
];
