/**
 * What somebody can be told about in the app. A notice carries a kind and ids, never content: the sentence stands in
 * `libs/texts`, and whoever reads it sees the client's name only by her own rights at that moment.
 */
export const NOTICE_KINDS = [
  'EMERGENCY_ACCESS',
  'EMERGENCY_VERDICT',
  'LOG_NOT_IN_ORDER',
  'USERS_CHANGED',
  'MEETING_COMING',
  'MEETING_STAND_IN',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
