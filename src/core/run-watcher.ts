/** Who watches a run is told how far it is: for progress and figures, never for results. */

export const stages = ['discover', 'evaluate', 'normalize', 'relate', 'assess', 'judge', 'report'] as const;
export type Stage = (typeof stages)[number];

export interface RunWatcher {
  /** A stage begins, and with it the one before it ends. */
  begin(stage: Stage): void;
  /** Roots and templates that are evaluated, of how many. */
  evaluated(done: number, total: number): void;
}
