import { mostReviewed, stateLabels } from '@mase/workflow/words';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { gradeName } from '../../child-cases/code-words.js';
import { chosenCases, chosenValue } from '../chosen-cases.js';

interface ListedCase {
  id: string;
  reference: string | null;
  state: { work: string };
  name?: string;
  grade?: string | null;
}

const phases = ['awaitingTriage', 'assessing', 'planning', 'monitoring', 'suspended', 'closing', 'closed'];

/** Which cases a pack for a peer review is made of: those that were ticked stay ticked while others are looked for. */
export const page: Page = {
  id: 'exports/choose-cases',
  url: '/exports/choose-cases',
  section: '/exports',

  async get(visit) {
    const { reference, phase, grade, after } = visit.query;
    const chosen = chosenCases(visit);
    const asked = { reference, phase, grade, after };
    const { items, next } = await readList<ListedCase>(visit, '/api/v1/child-cases', asked);
    const fresh = items.flatMap(({ id, reference: own, state, name, grade: graded }) => {
      if (!own || name === undefined || chosen.some((one) => one.id === id)) return [];
      const told = [name, stateLabels[state.work] ?? state.work, ...(graded ? [gradeName(graded)] : [])];
      return [{ value: chosenValue({ id, reference: own }), text: own, hint: { text: told.join(', ') } }];
    });
    return show({
      title: 'Choose cases for a peer review',
      back: { href: '/exports', text: 'Exports' },
      values: { reference, phase, grade, cases: chosen.map(chosenValue) },
      model: {
        most: mostReviewed,
        count: chosen.length,
        cases: [
          ...chosen.map((one) => ({
            value: chosenValue(one),
            text: one.reference,
            hint: { text: 'Chosen' },
          })),
          ...fresh,
        ],
        next,
        phases: [
          { value: '', text: 'Any' },
          ...phases.map((value) => ({ value, text: stateLabels[value] ?? value })),
        ],
        grades: [
          { value: '', text: 'Any' },
          ...['high', 'medium', 'low', 'none'].map((value) => ({ value, text: gradeName(value) })),
        ],
      },
    });
  },
};
