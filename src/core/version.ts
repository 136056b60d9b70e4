/** The version of dr-lint; the same as in package.json. */
export const version = '0.1.0';

/** Where people read about it. */
export const homepage = 'https://github.com/dr-lint/dr-lint';
