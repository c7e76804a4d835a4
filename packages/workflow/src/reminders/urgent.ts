/** Messages that tell at once, whatever somebody chose: immediate danger, and a record opened in an emergency. */
const urgentKinds: readonly string[] = [
  'danger-alert',
  'child-missing',
  'intelligence-danger',
  'identifier-match-danger',
  'glass-broken',
  'glass-tried',
];

/** Clocks whose reminders are as urgent as what they stand for. */
const urgentRules: readonly string[] = ['danger-acknowledgement'];

/** Whether a message is told at once and by itself; `rule` is the clock that it reminds of. */
export function isUrgentMessage(kind: string, rule: string | null = null): boolean {
  return urgentKinds.includes(kind) || (rule !== null && urgentRules.includes(rule));
}

/** Messages about when a sitting is, which go out as invitations and need no letter besides. */
export const invitationMessages: readonly string[] = [
  'sittings-planned',
  'sitting-scheduled',
  'sitting-moved',
  'sitting-cancelled',
  'item-attending',
];
