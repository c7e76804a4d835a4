/** Every index that no constraint asks for, with the query it serves; the test of docs/schema.sql finds one that is missing here or gone. */
export const indexPurposes: Record<string, string> = {
  audit_by_transaction: 'audit lines that have come since the sealer looked last',
  audit_refused: 'looks that were refused between two instants, for the report of unusual looking',
  audit_refused_record: 'refused looks at one child or case, for who looked at this child',
  audit_by_user: 'what one person did between two instants; asked by hand today',
  case_reader_by_principal: 'the records that somebody reads, for lists of those who read few',
  clock_by_record: 'the clocks of a record, for its view, its papers and verification',
  clock_running:
    'the clocks that run, soonest first: what is overdue, for doctor and for those who wait for it',
  credential_by_email:
    'the account behind an address at sign-in; not unique, as uniqueness would tell who has an account',
  disposal_record_by_disposal: 'which records a disposal destroyed, for its certificate',
  history_by_command: 'the entry of a repeated command, found by its idempotency key',
  history_by_transaction: 'entries of history that have come since the sealer looked last',
  looking_review_by_line: 'what was decided of a line of the report of unusual looking, the latest first',
  message_by_principal: 'the messages to a reader, newest first',
  message_by_record: 'who was told of a record, where an entry of it was about somebody else',
  queue_row_by_principal: 'a page of somebody’s work, soonest first',
  record_by_closing:
    'a page of the closed cases, the longest closed first, for the review of what may be disposed of',
  record_by_kind:
    'a page of the records of one kind, newest first; every record of a kind that a command reads',
  record_by_opening: 'a page of the cases by the time they opened, latest first',
  record_by_parent: 'the cases of a child, actions of a case, items of a sitting: for locks, facts and views',
  record_by_reference: 'the case with a reference; not unique, as uniqueness would tell that a record exists',
  record_by_subject: 'the agenda items about a case, with the decision before this one',
  search_term_by_term: 'the children with a word, date or number in common, inside find_by_term',
  identity_by_user: 'the subjects of providers that are bound to one person',
  session_by_subject: 'the sessions of one subject of a provider, when the provider signs it out',
  record_covered: 'people who are away or have given a part to another, when a session is asked for',
  session_by_user: 'the running sessions of one person, to show and to end them',
  sign_in_step_by_user: 'the sign-ins of one person between two steps, to end them with the access',
  written_blind: 'second assessments made without seeing the first, by when they were recorded',
  written_by_record: 'what was written on a record, newest first',
  written_triage: 'what triage decided on one day',
  written_sharing: 'what was asked of agencies and shared with them between two instants, the newest first',
};
