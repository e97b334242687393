/**
 * Every column of the database that refers to a client, and what a merge does with its rows: MOVE to the record that goes on,
 * or STAY with the one they were about. A new one fails the test until somebody thought of it here; destruction takes them all.
 * `care.client_tables()` finds what has a foreign key, which all but FREE do; `care.stays_on_merge` knows those that STAY.
 */
export const CLIENT_COLUMNS_COVERED: Readonly<Record<string, 'MOVE' | 'STAY' | 'FREE'>> = {
  'access_basis.client_id': 'STAY', // derived, and rewritten for both
  'action.client_id': 'MOVE',
  'action_step.client_id': 'MOVE',
  'answer_sheet.client_id': 'MOVE',
  'approval_client.client_id': 'STAY',
  'assessment.client_id': 'MOVE',
  'care_plan.client_id': 'MOVE',
  'care_plan_change.client_id': 'MOVE',
  'care_plan_edition.client_id': 'MOVE',
  'care_plan_edition_part.client_id': 'MOVE',
  'client_problem.client_id': 'MOVE',
  'evaluation.client_id': 'MOVE',
  'goal.client_id': 'MOVE',
  'goal_score.client_id': 'MOVE',
  'client_export.client_id': 'MOVE',
  'client_import_row.client_id': 'STAY',
  'client_import_row.target_id': 'STAY',
  'client_restriction.client_id': 'MOVE',
  'client_statement.client_id': 'MOVE',
  'client_profile.client_id': 'STAY', // derived, and rewritten for both
  'client_watch.client_id': 'MOVE',
  'consent.client_id': 'MOVE',
  'contact_change.client_id': 'MOVE',
  'contact_moment.client_id': 'MOVE',
  'contact_person.client_id': 'MOVE',
  'data_change.client_id': 'MOVE',
  'destruction.client_id': 'FREE', // the ledger outlives whom it names
  'destruction_request.client_id': 'MOVE',
  'emergency_access.client_id': 'MOVE',
  'emergency_note.client_id': 'MOVE',
  'gap_explanation.client_id': 'MOVE',
  'handover.client_id': 'MOVE',
  'idempotency.client_id': 'FREE', // answers of a day; a repeat is judged anew
  'log_review_line.client_id': 'FREE', // what the log said then
  'merge.merged_id': 'STAY',
  'merge.survivor_id': 'STAY',
  'notice.client_id': 'MOVE',
  'profile_assignment.client_id': 'MOVE',
  'response.client_id': 'MOVE',
  'response_remark.client_id': 'MOVE',
  'retention_extension.client_id': 'MOVE',
  'screening_invitation.client_id': 'MOVE',
  'screening_step.client_id': 'MOVE',
  'second_entry.client_id': 'MOVE',
  'second_entry_sheet.client_id': 'MOVE',
  'signal.client_id': 'MOVE',
  'signal_step.client_id': 'MOVE',
  'team_member.client_id': 'MOVE',
};
