/** Workflow commands: the lines by which a step tells GitHub's runner to annotate a file. */

export interface WorkflowCommand {
  readonly name: 'error' | 'warning' | 'notice';
  /** Undefined ones are left out. */
  readonly properties: Readonly<Record<string, string | number | undefined>>;
  /** May have several lines. */
  readonly message: string;
}

/** `::error file=main.tf,line=3::aws_db_instance.orders has no standby.`, without a line break. */
export function workflowCommand({ name, properties, message }: WorkflowCommand): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeData(message)}`;
}

// What the runner turns back, and what would end the command or a property.
// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
