/** Changes of policies that no example can notice, and why the part stands in the policy all the same. */

/** The check holds there, too: without it "passes" would be said of what is not concerned. */
const onlyTellsWhatIsConcerned = 'tells what the policy does not apply to from what passes';

/** A check of the same follows that is judged less gravely; examples do not tell levels. */
const onlyTellsHowGrave = 'tells what is surely used from what perhaps is, by the level alone';

/** Id of the policy → the change, as `policy-mutants.ts` names it → why. */
export const unnoticeableChanges: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ec2/ami-in-dr-region': {
    'check 1 without {"value":"$.type","equals":"AWS::EC2::Image"}':
      'an instance depends on its volumes, too: they lie in its own Region always, and the message is about images',
  },
  'ecr/replication': {
    'check 1 without where {"value":"$.region","otherThan":"$subject.region"} of replicatesTo': onlyTellsHowGrave,
    'check 1 without where {"value":"$.region","otherThan":"$subject.region"} of counterpartOf': onlyTellsHowGrave,
  },
  'fsx/backup-retention': {
    'check 1: $.facts.nativeBackup.retention atLeast down':
      'AWS counts whole days: none lies between half a day and one',
  },
  'iac/zone-outside-region': { 'where left out': onlyTellsWhatIsConcerned },
  'route53/health-check-target': { 'where without {"some":{"of":"checkedBy"}}': onlyTellsWhatIsConcerned },
  'route53/zero-weight': { 'where left out': onlyTellsWhatIsConcerned },
  's3/bidirectional-replication': {
    'where without {"some":{"of":"replicaOf","where":{"value":"$.region","otherThan":"$subject.region"}}}':
      onlyTellsWhatIsConcerned,
    'where without where {"value":"$.region","otherThan":"$subject.region"} of replicaOf': onlyTellsWhatIsConcerned,
  },
  'secretsmanager/replica': {
    'check 1 without where {"value":"$.region","otherThan":"$subject.region"} of replicatesTo': onlyTellsHowGrave,
  },
  'stepfunctions/retry': { 'where left out': onlyTellsWhatIsConcerned },
  'tier/objective-missed': {
    'where without {"value":"$.estimates","is":"present"}': onlyTellsWhatIsConcerned,
    'check 3 without {"value":"$estimate.rpo","is":"absent"}': 'what is asked is what check 2 asks',
    'check 3 without {"value":"$estimate.rpo","atMost":"$estimate.objective.rpo"}':
      'what is asked is what check 2 asks; an assumption is named as the basis only where it misses',
  },
  'tier/parity': {
    'where left out': onlyTellsWhatIsConcerned,
    'check 1 without where {"value":"$.type","equals":"$subject.type"} of counterpartOf, replicaOf':
      'the message names what it was compared with, which has its type',
  },
  'vpc/cidr-overlap': { 'where without {"some":{"of":"counterpartOf"}}': onlyTellsWhatIsConcerned },
};
