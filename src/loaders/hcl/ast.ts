/**
 * The syntax tree of HCL 2 (native syntax), a range on every node. It is what was written: nothing is evaluated, numbers
 * keep their text, parentheses are kept, comments stand beside the tree.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
import type { SourceFile, SourceRange } from '../../core/source.ts';

/** A parsed file. When it had syntax errors, `body` holds the blocks and attributes that could be recovered. */
export interface HclFile {
  readonly file: SourceFile;
  readonly body: Body;
  readonly comments: readonly Comment[];
}

/** `text` is without the marker (`#`, `//`, `/*`) and trimmed. */
export interface Comment {
  readonly text: string;
  readonly range: SourceRange;
}

/** Attributes and blocks in the order they were written. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  /** Arguments (and types of blocks) that stand here but could not be read or are set twice; absent when there are none. */
  readonly unread?: readonly string[];
  readonly range: SourceRange;
}

export interface Attribute {
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly value: Expression;
  readonly range: SourceRange;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly BlockLabel[];
  readonly body: Body;
  /** The type and the labels: `resource "aws_db_instance" "main"`. */
  readonly headerRange: SourceRange;
  readonly range: SourceRange;
}

export interface BlockLabel {
  readonly text: string;
  readonly range: SourceRange;
}

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | TupleExpression
  | ObjectExpression
  | ForExpression
  | VariableExpression
  | AttributeAccess
  | IndexAccess
  | SplatExpression
  | CallExpression
  | ConditionalExpression
  | BinaryExpression
  | UnaryExpression
  | ParenthesisExpression;

/** A number (its text is in `source`), `true`, `false` or `null`. */
export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
  readonly range: SourceRange;
}

/**
 * A quoted or heredoc template. A plain string is a template with at most one text part. Escapes are decoded, heredoc
 * indentation (`<<-`) is removed and `~` trimming is applied. A single interpolation gives its value as it is, whatever
 * its type; one whose neighbouring text was trimmed away gives text, and has an empty text part to tell.
 */
export interface TemplateExpression {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  readonly heredoc: boolean;
  readonly range: SourceRange;
}

export type TemplatePart = TemplateText | TemplateInterpolation | TemplateIf | TemplateFor;

export interface TemplateText {
  readonly kind: 'text';
  readonly text: string;
  readonly range: SourceRange;
}

export interface TemplateInterpolation {
  readonly kind: 'interpolation';
  readonly expression: Expression;
  readonly range: SourceRange;
}

/** `%{ if c }…%{ else }…%{ endif }` */
export interface TemplateIf {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly otherwise: readonly TemplatePart[];
  readonly range: SourceRange;
}

/** `%{ for k, v in c }…%{ endfor }` */
export interface TemplateFor {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
  readonly range: SourceRange;
}

export interface TupleExpression {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
  readonly range: SourceRange;
}

export interface ObjectExpression {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
  readonly range: SourceRange;
}

/** A bare identifier as key stands as a template of its text; `(expression)` as a parenthesis. */
export interface ObjectItem {
  readonly key: Expression;
  readonly value: Expression;
  readonly range: SourceRange;
}

/** `[for k, v in c : value if cond]`, or with `key => value` and `...` in braces. */
export interface ForExpression {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  /** Present in braces: the result is an object. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  /** `...` after the value: values of one key are grouped into a list. */
  readonly grouping: boolean;
  readonly range: SourceRange;
}

/** The first name of a traversal: `var`, `aws_db_instance`, a `for` variable. */
export interface VariableExpression {
  readonly kind: 'variable';
  readonly name: string;
  readonly range: SourceRange;
}

/** `target.name`; the old index form `target.0` is an index access. */
export interface AttributeAccess {
  readonly kind: 'attribute';
  readonly target: Expression;
  readonly name: string;
  readonly range: SourceRange;
}

export interface IndexAccess {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
  readonly range: SourceRange;
}

/** `target[*].a[0]` (full) or `target.*.a` (attribute-only). `steps` are applied to every item. */
export interface SplatExpression {
  readonly kind: 'splat';
  readonly target: Expression;
  readonly steps: readonly SplatStep[];
  readonly full: boolean;
  readonly range: SourceRange;
}

/** A splat inside a splat (`a[*].b[*].c`) is a step, too: what it gives for each item stays a list of its own. */
export type SplatStep =
  | { readonly kind: 'attribute'; readonly name: string; readonly range: SourceRange }
  | { readonly kind: 'index'; readonly index: Expression; readonly range: SourceRange }
  | {
      readonly kind: 'splat';
      readonly steps: readonly SplatStep[];
      readonly full: boolean;
      readonly range: SourceRange;
    };

export interface CallExpression {
  readonly kind: 'call';
  /** With namespaces: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** `...` after the last argument: it is a list that becomes the rest of the arguments. */
  readonly spread: boolean;
  readonly range: SourceRange;
}

export interface ConditionalExpression {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
  readonly range: SourceRange;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface BinaryExpression {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly range: SourceRange;
}

export interface UnaryExpression {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
  readonly range: SourceRange;
}

export interface ParenthesisExpression {
  readonly kind: 'parenthesis';
  readonly inner: Expression;
  readonly range: SourceRange;
}
