/** How grave a finding is; the words are SARIF's, and `off`. */
export type FindingLevel = 'note' | 'warning' | 'error';
export type Level = 'off' | FindingLevel;

export const levels: readonly Level[] = ['off', 'note', 'warning', 'error'];

/** The gravest first. */
export const findingLevels: readonly FindingLevel[] = ['error', 'warning', 'note'];

/** Whether `level` is at or above `threshold`. */
export function reaches(level: Level, threshold: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(threshold);
}
