import { holdReasons, holdThemes, labelOf } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readTeams } from '../../../teams.js';

const scopes = [
  { value: 'person', text: 'One child: the record and every case' },
  { value: 'team', text: 'Every case of a team' },
  { value: 'theme', text: 'Every case with a kind of exploitation or harm' },
];

/** Places a legal hold on a child, on what a team holds, or on a kind of exploitation. */
export const page: Page = {
  id: 'legal-holds/place-hold',
  url: '/legal-holds/place-hold',
  section: '/disposals',
  fields: {
    scope: select('what the hold covers'),
    childId: enter('the id of the child’s record'),
    teamId: select('the team'),
    theme: select('the kind of exploitation'),
    reason: select('why it is placed'),
    reviewBy: enterDate('by when it is looked at again'),
    words: enter('what it is about'),
  },
  draft: () => 'new',

  async get(visit) {
    const child = visit.query.child;
    return show({
      title: 'Place a legal hold',
      back: { href: '/legal-holds', text: 'Legal holds' },
      values: child ? { scope: 'person', childId: child } : {},
      model: {
        scopes,
        teams: [{ value: '', text: 'Choose the team' }, ...(await readTeams(visit))],
        themes: [
          { value: '', text: 'Choose the kind' },
          ...holdThemes.map((value) => ({ value, text: labelOf(value) })),
        ],
        reasons: holdReasons.map((value) => ({ value, text: labelOf(value) })),
      },
    });
  },

  async post(visit) {
    const scope = visit.typed('scope');
    const only = (wanted: string, name: string) => (scope === wanted ? visit.typed(name) : undefined);
    const { body } = await visit.send<{ id: string }>('/api/v1/legal-holds/place-hold', {
      scope,
      childId: only('person', 'childId'),
      teamId: only('team', 'teamId'),
      theme: only('theme', 'theme'),
      reason: visit.typed('reason'),
      reviewBy: visit.typedDate('reviewBy'),
      words: visit.typed('words'),
    });
    return goTo(`/legal-holds/${encodeURIComponent(body.id)}`, 'The legal hold is in force.');
  },
};
