/**
 * Properties are tried on the same inputs in every run, so that a check of one change doesn't fail by chance for another's
 * fault. `npm run test:search` tries new ones.
 */
import fc from 'fast-check';

if (process.env['DR_LINT_SEARCH'] === undefined) fc.configureGlobal({ seed: 20_261_123 });
