import { labelOf, stateLabels } from '@mase/workflow/words';
import { distanceWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { gradeName } from '../../child-cases/code-words.js';

/** A line of somebody's work, as the api lists it. */
interface QueueLine {
  recordId: string;
  kind: string;
  due: string;
  step: string;
  label: string;
  title: string;
  reference: string | null;
  grade: string | null;
  phase: string;
  principal: string;
  overdue: boolean;
}

const places: Record<string, string> = {
  childCase: 'child-cases',
  planAction: 'plan-actions',
  referralProposal: 'referral-proposals',
  sitting: 'sittings',
  agendaItem: 'agenda-items',
};

const steps: Record<string, string> = {
  'approve-closure': 'A closure waits for approval',
  'add-item': 'Waits for an agenda',
  'next-step': 'Has no next step: set one',
};

function line(item: QueueLine) {
  const { step, label, grade, kind, recordId, phase, due } = item;
  const place = places[kind];
  return {
    ...item,
    label: steps[step] ?? (label === step ? labelOf(step) : label),
    href: place ? `/${place}/${recordId}` : null,
    grade: grade && { code: grade, text: gradeName(grade) },
    state: stateLabels[phase] ?? '',
    distance: distanceWords(due),
    mine: item.principal.startsWith('user:'),
  };
}

/** The page at the root: what waits for whoever is signed in, soonest first, so that no case goes silent. */
export const page: Page = {
  id: 'start/open',
  url: '/',
  section: '/',

  async get(visit) {
    const { items, next } = await readList<QueueLine>(visit, '/api/v1/work-queue');
    const lines = items.map(line);
    return show({
      title: 'Your work',
      model: {
        name: visit.who?.name ?? null,
        overdue: lines.filter(({ overdue }) => overdue),
        ahead: lines.filter(({ overdue }) => !overdue),
        empty: lines.length === 0,
        further: Boolean(visit.query.after),
        next: next && `/?after=${encodeURIComponent(next)}`,
      },
    });
  },
};
