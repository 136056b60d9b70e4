/** An expression and the value that Terraform gives it. Sets stand as lists in their order. */
export type Row = readonly [expression: string, value: unknown];

/** Terraform refuses the expression, and we say why. */
export function refused(because: string): { readonly $invalid: string } {
  return { $invalid: because };
}
