/** What watches, tells, starts and rehearses: alarms, events, experiments, and what automation and compute read. */
import { setAsynchronous } from './facts/asynchronous.ts';
import type { GraphContext } from './graph-context.ts';
import { relateNotifications } from './relations/notifies.ts';
import { relateReading } from './relations/reads-from.ts';
import { relateExperiments } from './relations/rehearsed-by.ts';
import { relateRoutingControls } from './relations/routing-controls.ts';
import { relateAlarms } from './relations/watched-by.ts';

export function relateOperations(context: GraphContext): void {
  relateReading(context);
  relateAlarms(context);
  relateNotifications(context);
  setAsynchronous(context);
  relateExperiments(context);
  relateRoutingControls(context);
}
