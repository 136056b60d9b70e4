/** What is written behind a key: a scalar, or the items of a list, spelled as the notation asks for. */
export type Written = string | readonly WrittenItem[];

/** Keys and scalars. */
export type WrittenItem = Readonly<Record<string, string>>;
