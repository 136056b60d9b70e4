/** A workload as a node of the graph: its document is the one that policies read as `$workload`. */
import { documentMap, duration, type DocumentMap } from '../../core/document.ts';
import { workloadNodeId } from '../../core/ids.ts';
import { exactly } from '../../core/interval.ts';
import { unsettled, type DraftNode } from '../draft.ts';
import { needsDocument } from './needs.ts';
import type { WorkloadDraft } from './workload-draft.ts';

export function workloadNode(workload: WorkloadDraft): DraftNode {
  const { name, tier, regions } = workload;
  return {
    id: workloadNodeId(name),
    kind: 'workload',
    deployment: '',
    address: name,
    anchor: name,
    part: undefined,
    owner: undefined,
    parts: [],
    type: 'workload',
    sourceType: 'workload',
    language: undefined,
    exists: 'yes',
    existsBecause: undefined,
    header: workload.config?.statedAt,
    place: workload.config?.statedAt,
    calls: [],
    normal: undefined,
    base: '',
    properties: workloadDocument(workload),
    tags: { values: documentMap([]), complete: true },
    region: regions.primary,
    regionFrom: undefined,
    account: undefined,
    ...unsettled(),
    workload: name,
    serves: [name],
    tier: tier.name,
  };
}

function workloadDocument({ name, tier, regions, config }: WorkloadDraft): DocumentMap {
  return documentMap([
    ['name', name],
    ['tier', tier.name],
    ['tierSource', tier.source],
    ['needs', needsDocument(config?.needs ?? {})],
    [
      'objectives',
      documentMap([
        ['rto', tier.rto === undefined ? undefined : duration(exactly(tier.rto))],
        ['rpo', tier.rpo === undefined ? undefined : duration(exactly(tier.rpo))],
      ]),
    ],
    [
      'regions',
      documentMap([
        ['primary', regions.primary],
        ['recovery', Object.freeze([...regions.recovery])],
      ]),
    ],
    ['facts', documentMap([])],
  ]);
}
