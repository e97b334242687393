/** Tables that refer to a client and are no part of an export, each with its reason. */
export const EXEMPT_TABLES: Readonly<Record<string, string>> = {
  'care.idempotency':
    'A copy of an answer for a client program that lost it; a day at most, readable by who asked only.',
  'care.notice': 'Ids only, for one colleague: what happened stands in the log and in its own table.',
  'care.destruction': 'The ledger of records that are gone: there is no client left to export.',
  'care.partial_destruction': 'The ledger of parts that are gone: ids of rows that are no more.',
  'care.log_review_line': 'A sample about acts of colleagues; the acts themselves are in the access log of the client.',
  'care.log_review_outcome': 'What the reviewer found of a colleague; see care.log_review_line.',
  'care.merge_row': 'Which rows a merge moved, so that it can be split; the rows themselves are in their own parts.',
  'auth.respondent_session': 'A session of the online questionnaire: hash of a token, no content.',
  'auth.access_code': 'Keyed hash of a code on a letter; the letter itself is in the steps of the invitation.',
};

/**
 * Columns that name a version of a questionnaire, which the export reads the questions by: another value is no version. And
 * the session of a colleague, which says nothing of the client.
 */
export const EXEMPT_COLUMNS: readonly string[] = [
  'care.response.gfi_version',
  'care.response.imesa_version',
  'care.emergency_access.session_id',
];
