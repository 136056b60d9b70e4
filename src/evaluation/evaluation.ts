/** What the evaluation of one deployment hands on: what it declares, and what its source asks not to be told about. */
import type { Outcome } from '../core/outcome.ts';
import type { SourceSuppression } from '../loaders/source-suppression.ts';
import type { StatedNames } from './stated-parameters.ts';
import type { DeclaredResource } from './declared-resource.ts';

export interface Evaluation extends Outcome<readonly DeclaredResource[]> {
  /** Of every file that was read for it; downloaded modules have none. */
  readonly suppressions: readonly SourceSuppression[];
  /** The folder of the module that a Terragrunt unit runs: who judges it there need not judge it by itself. */
  readonly root?: string;
  /** The folders of the modules that a root calls. */
  readonly modules?: readonly string[];
  /** What may be declared around a library by whoever calls it. */
  readonly caller?: DeclaredResource;
  /** The files of the templates that a stack nests. */
  readonly nested?: readonly string[];
  /** The names that parameter files state for a stack. */
  readonly statedNames?: StatedNames;
}
