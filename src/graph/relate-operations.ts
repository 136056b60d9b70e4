/** What watches, tells, starts and rehearses: alarms, events, experiments, and what automation and compute read. */
import { setAcceleratedRecovery } from './facts/operations/accelerated-recovery.ts';
import { setAsynchronous } from './facts/operations/asynchronous.ts';
import { setUsers } from './facts/operations/used-by.ts';
import { setTaskErrors } from './facts/operations/task-errors.ts';
import { setRecoveryPath } from './facts/operations/recovery-path.ts';
import { setRegionsShown } from './facts/operations/regions-shown.ts';
import { setStayingHere } from './facts/operations/stays-here.ts';
import { setVisibilityNeeded } from './facts/operations/visibility-needed.ts';
import { setWatchesNothing } from './facts/operations/watches-nothing.ts';
import type { GraphContext } from './graph-context.ts';
import { relateArchives } from './relations/operations/archived-in.ts';
import { relateDeadLetters } from './relations/operations/dead-letters.ts';
import { relateNotifications } from './relations/operations/notifies.ts';
import { relateReading } from './relations/operations/reads-from.ts';
import { relateExperiments } from './relations/operations/rehearsed-by.ts';
import { relateRoutingControls } from './relations/operations/routing-controls.ts';
import { relateAlarms } from './relations/operations/watched-by.ts';

export function relateOperations(context: GraphContext): void {
  relateReading(context);
  relateAlarms(context);
  relateNotifications(context);
  setAsynchronous(context);
  setStayingHere(context);
  setUsers(context);
  relateDeadLetters(context);
  relateArchives(context);
  setVisibilityNeeded(context);
  setTaskErrors(context);
  setWatchesNothing(context);
  relateExperiments(context);
  relateRoutingControls(context);
  setRecoveryPath(context);
  setAcceleratedRecovery(context);
  setRegionsShown(context);
}
