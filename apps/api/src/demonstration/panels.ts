import type { FoundPanelPayload, PlanSeriesPayload } from '@mase/workflow';
import type { Calendar } from './calendar.js';
import type { Script } from './script.js';

/** The panels of the demonstration, by their ids once they are founded. */
export interface DemonstrationPanels {
  locality: string;
  /** The one for persons of concern and places. */
  strand: string;
}

const reason = 'The partnership agreed its panels';

const terms =
  'The panel brings the agencies of Fernshire together to protect children from exploitation and to act on those who harm them. It meets by its rule, decides by consensus, keeps minutes, and answers to the safeguarding partnership.';

const locality = (script: Script): FoundPanelPayload => ({
  name: 'Fernshire exploitation panel',
  kind: 'locality',
  chairId: script.person('chair'),
  deputyId: script.person('deputy'),
  place: 'Council offices, room 2, and by video',
  link: 'https://meet.example.test/fernshire',
  minutes: 120,
});

const strand = (script: Script): FoundPanelPayload => ({
  name: 'Fernshire persons and places panel',
  kind: 'strand',
  chairId: script.person('deputy'),
  quorum: ['police', 'social-care'],
  sections: ['opening', 'previous-minutes', 'action-log', 'person', 'location', 'closing'],
  place: 'Police headquarters, room 4',
  minutes: 90,
});

const byThursday = {
  every: 'weeks',
  weeks: 4,
  weekday: 'thursday',
  startTime: '14:00',
  minutes: 120,
} as const;
const byTuesday = {
  every: 'month',
  nth: 'second',
  weekday: 'tuesday',
  startTime: '10:00',
  minutes: 90,
} as const;

/** The panel for persons and places is chaired from the police: social care has a member of its own there. */
const care = {
  name: 'Sasha Care-Member',
  agency: 'Fernshire Council Children’s Social Care',
  agencyKind: 'social-care',
  as: 'member',
} as const;

async function founded(script: Script, days: Calendar, payload: FoundPanelPayload): Promise<string> {
  const { id } = await script.give('coordinator', 'panels/found-panel', payload);
  const school = {
    name: 'Sol School-Lead',
    agency: 'Bracken Academy',
    agencyKind: 'education',
    as: 'member',
  };
  const accounts = ['member-police', 'member-health'].map((key) => ({
    userId: script.person(key),
    as: 'member',
  }));
  await script.give('coordinator', 'panels/change-members', { join: [...accounts, school], reason }, id);
  const published = { text: terms, reviewOn: days.dateAfter(200) };
  await script.give('coordinator', 'panels/publish-terms', published, id);
  return id;
}

/** Two panels: one of the whole locality, one for persons of concern and places; each with its sittings of the next months. */
export function panels(script: Script, days: Calendar): DemonstrationPanels {
  const ids = { locality: '', strand: '' };
  script.at(days.before(37, '09:00'), async () => {
    ids.locality = await founded(script, days, locality(script));
    ids.strand = await founded(script, days, strand(script));
    await script.give('coordinator', 'panels/change-members', { join: [care], reason }, ids.strand);
  });
  const between = { from: days.thursday(8).slice(0, 10), until: days.dateAfter(130) };
  script.at(days.before(4, '11:00'), async () => {
    const plan = (rule: Omit<PlanSeriesPayload, 'from' | 'until'>, id: string) =>
      script.give('coordinator', 'panels/plan-series', { ...rule, ...between }, id);
    await plan(byThursday, ids.locality);
    await plan(byTuesday, ids.strand);
  });
  return ids;
}
