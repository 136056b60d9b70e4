/** The ways of requests: from names to what answers them, what these need, and how soon a failure is noticed and avoided. */
import { setDetection } from './facts/traffic/detection.ts';
import { setEvenTargets } from './facts/traffic/even-targets.ts';
import { setProbedRegions } from './facts/traffic/probed-region.ts';
import { setRecordTargets } from './facts/traffic/record-target.ts';
import { setRegionsAnswered } from './facts/traffic/regions-answered.ts';
import { setTrafficShares } from './facts/traffic/traffic-share.ts';
import type { GraphContext } from './graph-context.ts';
import { relateAccessPoints } from './relations/traffic/access-points.ts';
import { relateAccelerators } from './relations/traffic/accelerated-to.ts';
import { relateBalancers } from './relations/traffic/balanced-to.ts';
import { relateCertificates } from './relations/traffic/certified-by.ts';
import { relateFailover } from './relations/traffic/fails-over-to.ts';
import { relateApis } from './relations/traffic/integrated-with.ts';
import { relateInvocations } from './relations/traffic/invoked-by.ts';
import { relateOrigins } from './relations/traffic/origins-of.ts';
import { relateHealthChecks } from './relations/traffic/probes.ts';
import { relateRecords } from './relations/traffic/routes-to.ts';
import { relateServingGroups } from './relations/traffic/serving-groups.ts';

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
  setProbedRegions(context);
  setRegionsAnswered(context);
  setTrafficShares(context);
  setDetection(context);
}
