/** What watches, tells, starts and rehearses: alarms, events, experiments, and what automation and compute read. */
import { setAsynchronous } from './facts/asynchronous.ts';
import { setTaskErrors } from './facts/task-errors.ts';
import { setRecoveryPath } from './facts/recovery-path.ts';
import { setStayingHere } from './facts/stays-here.ts';
import { setVisibilityNeeded } from './facts/visibility-needed.ts';
import { setWatchesNothing } from './facts/watches-nothing.ts';
import type { GraphContext } from './graph-context.ts';
import { relateArchives } from './relations/archived-in.ts';
import { relateDeadLetters } from './relations/dead-letters.ts';
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
  setStayingHere(context);
  relateDeadLetters(context);
  relateArchives(context);
  setVisibilityNeeded(context);
  setTaskErrors(context);
  setWatchesNothing(context);
  relateExperiments(context);
  relateRoutingControls(context);
  setRecoveryPath(context);
}
