import type { AttendanceEntry, RecordPanelDecisionPayload } from '@mase/workflow';
import type { Calendar } from './calendar.js';
import type { DemonstrationPanels } from './panels.js';
import type { Script } from './script.js';
import type { StrandIds } from './strand-ids.js';

const attendance: AttendanceEntry[] = [
  {
    ...{ name: 'Devon Deputy', agency: 'Fernshire Police', agencyKind: 'police' },
    ...{ as: 'member', attendance: 'present' },
  },
  {
    ...{ name: 'Sasha Care-Member', agency: 'Fernshire Council Children’s Social Care' },
    ...{ agencyKind: 'social-care', as: 'member', attendance: 'present' },
  },
  {
    ...{ name: 'Pat Police-Member', agency: 'Fernshire Police', agencyKind: 'police' },
    ...{ as: 'member', attendance: 'present' },
  },
];

/**
 * The panel for persons and places met three weeks before the next Thursday: police go on with a person, and licensing,
 * who have no seat, are written to about a place.
 */
export function strandSitting(
  script: Script,
  days: Calendar,
  own: DemonstrationPanels,
  strands: StrandIds,
): void {
  let sittingId = '';
  const on = (time: string) => days.thursday(-3, time);
  script.at(days.before(20, '09:00'), async () => {
    const payload = { panelId: own.strand, startsAt: on('10:00') };
    sittingId = (await script.give('coordinator', 'sittings/schedule-sitting', payload)).id;
    await script.give('coordinator', 'sittings/open-agenda', {}, sittingId);
    const items = [
      {
        caseId: strands.amber,
        caseKind: 'personCase',
        section: 'person',
        asked: 'Who acts on the grey car?',
      },
      {
        caseId: strands.cedar,
        caseKind: 'locationCase',
        section: 'location',
        asked: 'What may licensing do?',
      },
    ];
    for (const item of items) await script.give('coordinator', 'sittings/add-item', item, sittingId);
    await script.issue('issue-papers', ['deputy', 'coordinator', 'member-police'], sittingId);
  });
  script.at(on('09:55'), async () => {
    await script.give('coordinator', 'sittings/record-attendance', { attendance }, sittingId);
    await script.give('deputy', 'sittings/start-sitting', {}, sittingId);
  });
  const decide = async (caseId: string, payload: Partial<RecordPanelDecisionPayload>) => {
    const item = await script.itemOf(sittingId, caseId);
    await script.give('deputy', 'agenda-items/open-item', {}, item);
    const decision = { decision: 'continue', nextReview: days.dateAfter(30), ...payload };
    await script.give('coordinator', 'agenda-items/record-panel-decision', decision, item);
  };
  script.at(on('10:20'), () =>
    decide(strands.amber, {
      reasons: 'The made-up car was seen twice more; police hold what is needed for a warning.',
      actions: [
        {
          what: 'Speak to the keeper of the made-up grey car and say what came of it',
          ownerId: script.person('member-police'),
          part: 'disruption',
          due: days.dateAfter(6),
        },
      ],
    }),
  );
  script.at(on('10:40'), () =>
    decide(strands.cedar, {
      reasons:
        'The staff were trained; whether the made-up keeper holds to the licence at night is not known.',
      actions: [
        {
          what: 'Visit the takeaway after ten at night and say whether the licence is kept to',
          ownerId: script.person('licensing'),
          part: 'safety',
          due: days.dateAfter(9),
        },
      ],
    }),
  );
  script.at(on('11:20'), async () => {
    await script.give('coordinator', 'sittings/end-sitting', {}, sittingId);
    await script.issue('issue-letters', ['licensing'], sittingId);
  });
}
