/** Who may do what with a panel, with its sittings and with what is on their agendas. */
export const sittingRights: Record<string, string[]> = {
  ...Object.fromEntries(
    [
      ...[
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
    ].map((verb) => [`sittings/${verb}`, ['coordinator', 'ofPanel: chair deputy-chair']]),
  ),
  'sittings/schedule-sitting': ['coordinator chair deputy-chair'],
  ...Object.fromEntries(
    ['found-panel', 'change-panel', 'change-members', 'publish-terms', 'plan-series', 'close-panel'].map(
      (verb) => [`panels/${verb}`, ['coordinator chair deputy-chair']],
    ),
  ),
  'sittings/start-sitting': ['ofPanel: chair deputy-chair'],
  'sittings/undo-start': ['ofPanel: chair deputy-chair'],
  'sittings/agree-minutes': ['ofPanel: chair deputy-chair'],
  'sittings/amend-minutes': ['ofPanel: chair deputy-chair'],
  'agenda-items/change-item': ['coordinator', 'ofPanel: chair deputy-chair'],
  'agenda-items/take-off-agenda': ['coordinator', 'ofPanel: chair deputy-chair'],
  'agenda-items/open-item': ['coordinator', 'ofPanel: chair deputy-chair'],
  'agenda-items/record-panel-decision': ['coordinator', 'ofPanel: chair deputy-chair'],
  'agenda-items/record-note': ['coordinator', 'ofPanel: chair deputy-chair'],
  'agenda-items/declare-item-connection': ['coordinator member substitute', 'ofPanel: chair deputy-chair'],
  'agenda-items/confirm-connection': ['ofPanel: chair deputy-chair'],
  'agenda-items/dismiss-connection': ['ofPanel: chair deputy-chair'],
  'agenda-items/withdraw-item-connection': ['ofPanel: chair deputy-chair'],
  'agenda-items/correct-entry': ['coordinator', 'ofPanel: chair deputy-chair'],
  'agenda-items/ratify-decision': ['ofPanel: chair deputy-chair'],
};
