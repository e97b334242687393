export const RESPONSE_STATES = ['IN_PROGRESS', 'COMPLETED', 'SUPERSEDED', 'VOID'] as const;
export const ENTRY_MODES = ['ITEMS', 'SCORE_ONLY'] as const;
export const RESPONSE_CHANNELS = ['PAPER', 'ONLINE', 'INTERVIEW', 'PHONE'] as const;
export const COMPLETED_BY = ['SELF', 'WITH_HELP', 'PROXY'] as const;
export const AMENDMENT_CODES = [
  'PHONE', 'SECOND_ENTRY', 'PAGE_FOUND', 'ENTRY_ERROR', 'CLIENT_CORRECTION', 'ITEMS_ADDED', 'OTHER',
] as const; // prettier-ignore
export const VOID_CODES = ['WRONG_CLIENT', 'ENTERED_TWICE', 'STARTED_IN_ERROR', 'OTHER'] as const;
