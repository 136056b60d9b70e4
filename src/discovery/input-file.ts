/** A stated input file: its path, and the environment of it that is meant, as in `samconfig.toml#prod`. */

export interface InputFile {
  readonly path: string;
  /** Undefined for files without environments, and where the usual one is meant. */
  readonly environment: string | undefined;
}

const withEnvironment = /^(.*samconfig\.(?:toml|ya?ml))#([^#]+)$/su;

export function inputFile(stated: string): InputFile {
  const [, path, environment] = withEnvironment.exec(stated) ?? [];
  return path === undefined ? { path: stated, environment: undefined } : { path, environment };
}
