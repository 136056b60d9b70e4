/** How many columns text takes in a terminal: most characters one, East Asian wide ones and emoji two, marks none. */

// The wide and full-width blocks of Unicode's East Asian Width, rounded to whole blocks.
// https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt
const wideBlocks: readonly (readonly [first: number, last: number])[] = [
  [0x11_00, 0x11_5f],
  [0x2e_80, 0x30_3e],
  [0x30_41, 0xa4_cf],
  [0xa9_60, 0xa9_7c],
  [0xac_00, 0xd7_a3],
  [0xf9_00, 0xfa_ff],
  [0xfe_30, 0xfe_6f],
  [0xff_00, 0xff_60],
  [0xff_e0, 0xff_e6],
  [0x1_f3_00, 0x1_f6_4f],
  [0x1_f6_80, 0x1_f6_ff],
  [0x1_f9_00, 0x1_f9_ff],
  [0x2_00_00, 0x3_ff_fd],
];

/** `character` is one code point. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x3_00) return 1;
  if (/^[\p{Mn}\p{Me}]$/u.test(character)) return 0;
  return wideBlocks.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
