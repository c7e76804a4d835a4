import { enter, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { chosenCases, chosenValue } from '../chosen-cases.js';

const places: Record<string, string> = {
  '/recipient/name': 'recipient-name',
  '/recipient/organisation': 'recipient-organisation',
};

/** Asks for a pack without names of the cases that were chosen: for whom, and why. Somebody else decides. */
export const page: Page = {
  id: 'exports/request-peer-review',
  url: '/exports/request-peer-review',
  section: '/exports',
  fields: {
    cases: select('at least one case'),
    'recipient-name': enter('who receives it'),
    'recipient-organisation': enter('the organisation of who receives it'),
    reason: enter('the reason'),
  },
  place: (pointer) => places[pointer] ?? pointer.slice(1).split('/')[0],
  draft: () => 'new',
  // Which cases it is about was chosen on the way here.
  putBack: (typed, now) => ({ ...typed, cases: now.cases ?? [] }),

  async get(visit) {
    const chosen = chosenCases(visit);
    const search = new URLSearchParams(chosen.map((one): [string, string] => ['cases', chosenValue(one)]));
    return show({
      title: 'Ask for a pack for a peer review',
      back: { href: `/exports/choose-cases?${search}`, text: 'Choose other cases' },
      values: { cases: chosen.map(chosenValue) },
      model: {
        cases: chosen.map((one, index) => ({
          value: chosenValue(one),
          text: one.reference,
          hint: { text: `Child ${index + 1} in the pack` },
        })),
      },
    });
  },

  async post(visit) {
    const chosen = chosenCases(visit);
    if (chosen.length === 0) return again({ cases: 'Select at least one case' });
    const { body } = await visit.send<{ id: string }>('/api/v1/exports/request-export', {
      what: 'peer-review',
      cases: chosen.map(({ id }) => id),
      recipient: {
        name: visit.typed('recipient-name'),
        organisation: visit.typed('recipient-organisation'),
      },
      reason: visit.typed('reason'),
    });
    return goTo(
      `/exports/${encodeURIComponent(body.id)}`,
      'The pack is asked for. Read it now; somebody else decides on it.',
    );
  },
};
