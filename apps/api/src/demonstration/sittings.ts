import type { AttendanceEntry, RecordPanelDecisionPayload } from '@mase/workflow';
import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { DemonstrationPanels } from './panels.js';
import type { Script } from './script.js';
import type { PanelChildren } from './stories-panel.js';

const recipients = ['chair', 'coordinator', 'member-police', 'member-health'];

/** Three sittings: one held and minuted, one whose papers are out, one whose agenda is open. */
export function sittings(
  script: Script,
  days: Calendar,
  children: PanelChildren,
  own: DemonstrationPanels,
): void {
  held(script, days, children, own);
  comingUp(script, days, children, own);
  later(script, days, children, own);
}

async function schedule(
  script: Script,
  days: Calendar,
  weeks: number,
  own: DemonstrationPanels,
): Promise<string> {
  const payload = {
    panelId: own.locality,
    startsAt: days.thursday(weeks, '14:00'),
    chairId: script.person('chair'),
  };
  return (await script.give('coordinator', 'sittings/schedule-sitting', payload)).id;
}

async function addItem(
  script: Script,
  sittingId: string,
  story: CaseStory,
  section: string,
  asked: string,
): Promise<void> {
  const payload = { caseId: story.caseId, section, asked, presenterId: script.person('worker') };
  await script.give('coordinator', 'sittings/add-item', payload, sittingId);
}

/** The papers go out, and some open theirs. */
async function issue(script: Script, sittingId: string): Promise<void> {
  await script.issue('issue-papers', recipients, sittingId);
  for (const who of ['chair', 'member-health']) await script.openPapers(who, sittingId);
}

const present = (name: string, agency: string, agencyKind: string): AttendanceEntry => ({
  name,
  agency,
  agencyKind,
  as: 'member',
  attendance: 'present',
});
const attendance: AttendanceEntry[] = [
  present('Chris Chair', 'Fernshire Council Children’s Social Care', 'social-care'),
  present('Pat Police-Member', 'Fernshire Police', 'police'),
  present('Hana Health-Member', 'Fernshire Health Trust', 'health'),
  {
    name: 'Rory Referrer',
    agency: 'Bracken Academy',
    agencyKind: 'education',
    as: 'presenter',
    attendance: 'apologies',
  },
];

const theme = {
  subject: 'theme',
  title: 'Bus stops after dark (made up)',
  words: 'Three made-up reports in two months tell of cars that wait at the last bus.',
  section: 'theme',
  asked: 'Who can be there when the last bus comes?',
} as const;

/** Held five weeks before the next one: one child continued, one stepped down, a theme looked at; its minutes are agreed. */
function held(script: Script, days: Calendar, { alex, kit }: PanelChildren, own: DemonstrationPanels): void {
  let sittingId = '';
  script.at(days.before(35, '09:00'), async () => {
    sittingId = await schedule(script, days, -5, own);
    await script.give('coordinator', 'sittings/open-agenda', {}, sittingId);
    await addItem(
      script,
      sittingId,
      alex,
      'child-new',
      'Is the plan strong enough, and who leads on the adult?',
    );
    await addItem(script, sittingId, kit, 'child-step-down', 'Can the risk be stepped down?');
    await script.give('coordinator', 'sittings/add-subject', theme, sittingId);
    await issue(script, sittingId);
  });
  script.at(days.thursday(-5, '13:58'), async () => {
    await script.give('coordinator', 'sittings/record-attendance', { attendance }, sittingId);
    await script.give('chair', 'sittings/start-sitting', {}, sittingId);
  });
  script.at(days.thursday(-5, '14:10'), () =>
    decide(script, sittingId, alex, {
      decision: 'continue',
      reasons: 'The plan holds; police lead on the adult and report at the next sitting.',
      actions: [
        {
          what: 'Report on the adult behind the account',
          ownerId: script.person('member-police'),
          part: 'disruption',
          due: days.dateAfter(3),
        },
        {
          what: 'Offer Alex a time with the nurse whom Alex knows, out of school',
          ownerId: script.person('member-health'),
          part: 'safety',
          due: days.dateAfter(10),
        },
      ],
      nextReview: days.thursday(0).slice(0, 10),
    }),
  );
  script.at(days.thursday(-5, '14:25'), () =>
    decide(script, sittingId, kit, {
      decision: 'step-down',
      grade: 'low',
      reasons: 'Nobody has written since the contacts were blocked; school and home say the same.',
      actions: [],
      nextReview: days.dateAfter(60),
    }),
  );
  script.at(days.thursday(-5, '14:40'), () =>
    decide(script, sittingId, null, {
      decision: 'continue',
      reasons: 'Young people ask for somebody at the stop whom they know; Harbour has workers there.',
      actions: [
        {
          what: 'Have a youth worker at the bus stops on Friday evenings until the next sitting',
          ownerId: script.person('charity-worker'),
          part: 'safety',
          due: days.dateAfter(3),
        },
      ],
      nextReview: days.thursday(0).slice(0, 10),
    }),
  );
  script.at(days.thursday(-5, '15:40'), async () => {
    await script.give('coordinator', 'sittings/end-sitting', {}, sittingId);
    await script.issue('issue-letters', ['member-health', 'charity-worker'], sittingId);
  });
  script.at(days.thursday(-4, '10:00'), async () => {
    await script.give('chair', 'sittings/agree-minutes', {}, sittingId);
  });
  script.at(days.before(5, '10:00'), () => proposeToClose(kit, days));
}

/** Decides on the item about a case; on the theme where none is named. */
async function decide(
  script: Script,
  sittingId: string,
  story: CaseStory | null,
  payload: RecordPanelDecisionPayload,
): Promise<void> {
  const item = await script.itemOf(sittingId, story?.caseId ?? null);
  await script.give('chair', 'agenda-items/open-item', {}, item);
  await script.give('coordinator', 'agenda-items/record-panel-decision', payload, item);
}

async function proposeToClose(kit: CaseStory, days: Calendar): Promise<void> {
  await kit.hear('It is over. I would say if it started again.');
  await kit.give('worker', 'propose-closure', {
    reason: 'reduced-and-sustained',
    analysis: 'The risk fell and has stayed low; the months that the profile asks for are not over yet.',
    harmAddressed: 'No harm was found; Kit and his mother know what to do if anybody writes again.',
    watcher: 'The school’s safeguarding lead',
    nextCheck: days.dateAfter(45),
  });
}

/** The next Thursday's: the papers are out. */
function comingUp(
  script: Script,
  days: Calendar,
  { alex, sam }: PanelChildren,
  own: DemonstrationPanels,
): void {
  script.at(days.before(8, '09:00'), async () => {
    const sittingId = await schedule(script, days, 0, own);
    await script.give('coordinator', 'sittings/open-agenda', {}, sittingId);
    await addItem(script, sittingId, sam, 'child-new', 'Who offers Sam support outside the home?');
    await addItem(script, sittingId, alex, 'child-review', 'What do the police know of the adult by now?');
    await issue(script, sittingId);
  });
}

/** Four weeks on: the agenda is open. */
function later(script: Script, days: Calendar, { jesse }: PanelChildren, own: DemonstrationPanels): void {
  script.at(days.before(3, '09:00'), async () => {
    const sittingId = await schedule(script, days, 4, own);
    await script.give('coordinator', 'sittings/open-agenda', {}, sittingId);
    await addItem(script, sittingId, jesse, 'child-new', 'What can be done about the game?');
  });
}
