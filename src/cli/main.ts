#!/usr/bin/env node
/** The program `dr-lint`: binds the process to `run`. */
import process from 'node:process';
import { dependencies } from './dependencies.ts';
import { processEnvironment } from './process-environment.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), processEnvironment(), dependencies);
