/** Who may do what with a panel, with its sittings and with what is on their agendas. */
export const sittingRights: Record<string, string[]> = {
  ...Object.fromEntries(
    [
      ...[
        'schedule-sitting',
        'move-sitting',
        'open-agenda',
        'add-item',
        'add-subject',
        'order-items',
        'issue-papers',
        'issue-letters',
        'recall-copy',
        'record-attendance',
        'correct-attendance',
      ],
      ...['end-sitting', 'change-minutes', 'cancel-sitting'],
    ].map((verb) => [`sittings/${verb}`, ['coordinator chair deputy-chair']]),
  ),
  ...Object.fromEntries(
    ['found-panel', 'change-panel', 'change-members', 'publish-terms', 'plan-series', 'close-panel'].map(
      (verb) => [`panels/${verb}`, ['coordinator chair deputy-chair']],
    ),
  ),
  'sittings/start-sitting': ['chair deputy-chair'],
  'sittings/agree-minutes': ['chair deputy-chair'],
  'sittings/amend-minutes': ['chair deputy-chair'],
  'agenda-items/change-item': ['coordinator chair deputy-chair'],
  'agenda-items/take-off-agenda': ['coordinator chair deputy-chair'],
  'agenda-items/open-item': ['coordinator chair deputy-chair'],
  'agenda-items/record-panel-decision': ['coordinator chair deputy-chair'],
  'agenda-items/record-note': ['coordinator chair deputy-chair'],
  'agenda-items/declare-item-connection': ['coordinator chair deputy-chair member substitute'],
  'agenda-items/confirm-connection': ['chair deputy-chair'],
  'agenda-items/dismiss-connection': ['chair deputy-chair'],
  'agenda-items/withdraw-item-connection': ['chair deputy-chair'],
  'agenda-items/correct-entry': ['coordinator chair deputy-chair'],
  'agenda-items/ratify-decision': ['chair deputy-chair'],
};
