/** The program of the GitHub Action: binds the runner to `runAction`. */
import process from 'node:process';
import { dependencies } from '../cli/dependencies.ts';
import { processRunner } from './process-runner.ts';
import { runAction } from './run-action.ts';

const workspace = process.env['GITHUB_WORKSPACE'] ?? '';
if (workspace !== '') process.chdir(workspace);
process.exitCode = await runAction(processRunner(), dependencies);
