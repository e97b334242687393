/** The definer functions of schema `auth`: the app cannot read or write its tables in any other way. */
type AuthFunction =
  | 'use_session'
  | 'live_sessions'
  | 'standing_sessions'
  | 'follow_meeting'
  | 'start_session'
  | 'end_session'
  | 'demo_membership'
  | 'find_account'
  | 'replace_password'
  | 'offer_totp'
  | 'begin_factor'
  | 'pass_factor'
  | 'pass_demo_step_up'
  | 'replace_recovery_codes'
  | 'session_memberships'
  | 'choose_membership'
  | 'own_sessions'
  | 'end_own_session'
  | 'end_other_sessions'
  | 'begin_sign_in'
  | 'clear_sign_in'
  | 'set_up_is_open'
  | 'use_set_up'
  | 'offer_challenge'
  | 'take_challenge'
  | 'own_passkeys'
  | 'add_passkey'
  | 'remove_own_passkey'
  | 'find_passkey'
  | 'use_passkey'
  | 'pass_passkey'
  | 'add_access_codes'
  | 'end_access_codes'
  | 'find_access_code'
  | 'begin_code'
  | 'end_code'
  | 'start_respondent'
  | 'use_respondent'
  | 'end_respondent'
  | 'offer_user_link'
  | 're_enrol'
  | 'member_emails'
  | 'colleague_sessions'
  | 'end_colleague_session'
  | 'own_email_is'
  | 'read_link'
  | 'accept_invitation'
  | 'join_invitation'
  | 'use_password_link'
  | 'has_second_person'
  | 'use_confirm_link'
  | 'set_up_practice'
  | 'use_practice_set_up'
  | 'begin_provider_flow'
  | 'begin_provider_step_up'
  | 'take_provider_flow'
  | 'finish_provider_sign_in'
  | 'pass_provider_step_up'
  | 'end_provider_sessions'
  | 'provider_links'
  | 'end_provider_link';

/** A data source, or the entity manager of the transaction at hand. */
interface Database {
  query: (sql: string, parameters?: unknown[]) => Promise<unknown>;
}

/** Calls one function of schema `auth`. Within a transaction `database` is its manager: never a second connection. */
export async function callAuth<Answer = void>(
  database: Database,
  name: AuthFunction,
  ...parameters: readonly unknown[]
): Promise<Answer> {
  const places = parameters.map((_, index) => `$${index + 1}`).join(', ');
  const rows = (await database.query(`SELECT auth.${name}(${places}) AS answer`, [...parameters])) as {
    answer: Answer;
  }[];
  if (!rows[0]) throw new Error('an answer was expected');
  return rows[0].answer;
}
