/** The runner that started this process. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { processEnvironment } from '../cli/process-environment.ts';
import type { Runner } from './runner.ts';

export function processRunner(): Runner {
  return {
    environment: processEnvironment(),
    readFile: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    appendFile: (path, text) => {
      try {
        appendFileSync(path, text);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    token: () => `dr-lint-${randomUUID()}`,
  };
}
