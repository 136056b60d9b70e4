/** The ways of requests: from names to what answers them, what these need, and how soon a failure is noticed and avoided. */
import { setDetection } from './facts/detection.ts';
import { setEvenTargets } from './facts/even-targets.ts';
import { setRecordTargets } from './facts/record-target.ts';
import { setRegionsAnswered } from './facts/regions-answered.ts';
import { setTrafficShares } from './facts/traffic-share.ts';
import type { GraphContext } from './graph-context.ts';
import { relateAccessPoints } from './relations/access-points.ts';
import { relateAccelerators } from './relations/accelerated-to.ts';
import { relateBalancers } from './relations/balanced-to.ts';
import { relateCertificates } from './relations/certified-by.ts';
import { relateFailover } from './relations/fails-over-to.ts';
import { relateApis } from './relations/integrated-with.ts';
import { relateInvocations } from './relations/invoked-by.ts';
import { relateOrigins } from './relations/origins-of.ts';
import { relateHealthChecks } from './relations/probes.ts';
import { relateRecords } from './relations/routes-to.ts';
import { relateServingGroups } from './relations/serving-groups.ts';

export function relateTraffic(context: GraphContext): void {
  relateBalancers(context);
  relateServingGroups(context);
  relateInvocations(context);
  relateApis(context);
  relateAccelerators(context);
  relateOrigins(context);
  relateAccessPoints(context);
  relateCertificates(context);
  relateRecords(context);
  relateFailover(context);
  relateHealthChecks(context);
  setEvenTargets(context);
  setRecordTargets(context);
  setRegionsAnswered(context);
  setTrafficShares(context);
  setDetection(context);
}
