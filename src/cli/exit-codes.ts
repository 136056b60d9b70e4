/** The exit statuses; the format of the output never changes them. */
export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  ok: 0,
  findings: 1,
  /** Wrong usage or configuration, or paths that hold no input. */
  usage: 2,
  /** A bug in dr-lint. */
  internal: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
