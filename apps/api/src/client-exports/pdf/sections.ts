/** One chapter of the paper: which part, and which of its fields in which order. What has no words here is in the JSON export. */
export interface Section {
  readonly part: string;
  readonly fields: readonly string[];
}

export const SECTIONS: readonly Section[] = [
  {
    part: 'client',
    fields: [
      'familyName', 'namePrefix', 'initials', 'givenName', 'partnerFamilyName', 'partnerPrefix', 'nameUse', 'sex', 'birthDate', 'bsn',
      'hisNumber', 'street', 'houseNumber', 'houseSuffix', 'postcode', 'city', 'phone', 'livesAtHome', 'status', 'statusOn', 'gpId',
      'caseManagerId', 'language', 'interpreter', 'largePrint', 'hearing', 'seeing', 'aid', 'preferredChannel', 'preferredMoment',
      'gettingIn', 'atTheDoor', 'noPost', 'noPostReason', 'letterAddress', 'doNotInviteOn', 'doNotInviteReason', 'restricted', 'createdAt',
    ], // prettier-ignore
  },
  {
    part: 'contactPersons',
    fields: [
      'name', 'relation', 'phone', 'secondPhone', 'isFirstContact', 'representativeKind', 'documentSeenOn', 'validUntil', 'removedAt',
    ], // prettier-ignore
  },
  { part: 'teamMembers', fields: ['userId', 'reason', 'active'] },
  {
    part: 'consents',
    fields: [
      'kind', 'toOrgId', 'fromOrgId', 'categories', 'givenBy', 'how', 'givenOn', 'wording', 'note', 'validUntilOn', 'recordedBy',
      'recordedAt', 'withdrawnAt', 'withdrawnBy',
    ], // prettier-ignore
  },
  { part: 'statements', fields: ['statement', 'givenBy', 'givenOn', 'recordedBy', 'withdrawnAt', 'withdrawalReason'] },
  {
    part: 'profileAssignments',
    fields: ['profile', 'assignedOn', 'assignedBy', 'proposedProfile', 'reason'],
  },
  {
    part: 'invitations',
    fields: [
      'state',
      'sentOn',
      'reminded1On',
      'reminded2On',
      'undeliverableOn',
      'phonedOn',
      'exitReason',
      'refusesLater',
    ],
  },
  { part: 'invitationSteps', fields: ['stepOn', 'fromState', 'toState', 'reason', 'madeBy', 'madeAt'] },
  { part: 'secondEntries', fields: ['state', 'enteredBy', 'itemsDifferent', 'closedBy', 'closedAt', 'waiveReason'] },
  {
    part: 'contacts',
    fields: [
      'contactOn', 'type', 'reached', 'present', 'note', 'nextContactOn', 'nextType', 'nextTime', 'recordedBy', 'struckAt', 'strikeReason',
    ], // prettier-ignore
  },
  { part: 'contactChanges', fields: ['changedAt', 'changedBy', 'before', 'after'] },
  {
    part: 'signals',
    fields: [
      'seenOn', 'type', 'urgency', 'source', 'text', 'state', 'verdict', 'verdictBy', 'outcome', 'recordedBy', 'recordedAt',
    ], // prettier-ignore
  },
  {
    part: 'signalSteps',
    fields: ['madeAt', 'madeBy', 'byRule', 'fromState', 'toState', 'verdict', 'reason', 'outcome'],
  },
  {
    part: 'referrals',
    fields: [
      'type', 'typeText', 'bridgesWait', 'receiver', 'receiverContact', 'reason', 'referrerId', 'referrerRole', 'state', 'dueOn', 'sentOn',
      'permissionOn', 'permissionAskedBy', 'feedbackOn', 'outcome', 'closeReason', 'madeBy', 'madeAt',
    ], // prettier-ignore
  },
  {
    part: 'referralSteps',
    fields: [
      'madeAt',
      'madeBy',
      'fromState',
      'toState',
      'feedbackOn',
      'feedback',
      'outcome',
      'reason',
      'before',
      'after',
    ],
  },
  {
    part: 'actions',
    fields: ['text', 'ownerKind', 'ownerUserId', 'ownerName', 'dueOn', 'state', 'doneOn', 'reason', 'madeBy', 'madeAt'],
  },
  { part: 'actionSteps', fields: ['madeAt', 'madeBy', 'before', 'after', 'reason'] },
  { part: 'gapExplanations', fields: ['gap', 'reason', 'untilOn', 'madeBy', 'madeAt'] },
  {
    part: 'carePlans',
    fields: [
      'state', 'edition', 'drawnUpOn', 'strengths', 'whatMatters', 'wishes', 'informalCarers', 'household', 'dailyLife', 'discussedOn',
      'discussedWith', 'teamDiscussedOn', 'agreementBy', 'agreementOn', 'agreementHow', 'nextEvaluationOn', 'evaluatedOn', 'copyGivenOn',
      'closedOn', 'closeReason', 'closeText',
    ], // prettier-ignore
  },
  {
    part: 'problems',
    fields: ['description', 'severity', 'wantsToWorkOnIt', 'area', 'omahaArea', 'notedOn', 'closedOn'],
  },
  {
    part: 'goals',
    fields: [
      'text', 'baselineScore', 'baselineOn', 'targetScore', 'targetDate', 'state', 'evaluation', 'stopReason', 'stopText', 'stoppedOn',
      'reopenReason',
    ], // prettier-ignore
  },
  { part: 'goalScores', fields: ['scoredOn', 'score', 'kind', 'recordedBy', 'struckAt', 'strikeReason'] },
  {
    part: 'evaluations',
    fields: ['evaluatedOn', 'participants', 'goals', 'whatNext', 'nextEvaluationOn', 'recordedBy'],
  },
  {
    part: 'carePlanEditions',
    fields: ['edition', 'agreementBy', 'agreementOn', 'agreementHow', 'adoptedBy', 'adoptedAt'],
  },
  { part: 'carePlanChanges', fields: ['changedAt', 'changedBy', 'before', 'after'] },
  {
    part: 'restrictions',
    fields: [
      'state', 'reason', 'askedBy', 'askedOn', 'registeredBy', 'decidedBy', 'decidedAt', 'decisionReason', 'liftedBy', 'liftedAt',
      'liftReason',
    ], // prettier-ignore
  },
  { part: 'retentionExtensions', fields: ['untilOn', 'reason', 'madeBy', 'madeAt'] },
  { part: 'dataChanges', fields: ['changedAt', 'changedBy', 'reason', 'before', 'after'] },
  { part: 'exports', fields: ['format', 'madeAt', 'madeBy'] },
];
