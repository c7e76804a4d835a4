import { type Allowed, canDo } from '../../../allowed.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { enterDate } from '../../../error-words.js';
import { type Page, show } from '../../../page.js';
import { cautionTag } from '../../caution-lines.js';
import { outcomeOf } from '../code-words.js';
import { checkWords } from './check-words.js';

interface Line {
  id: string;
  reference: string;
  name: string;
  cautions: string[];
  receivedAt: string;
  due: string | null;
  danger: boolean;
  seenOrSaid: string | null;
  police: 'given' | 'awaited' | null;
  checks: { agency: string; result: string; words?: string }[];
  decision: { outcome: string; by: string; at: string; present: string[] } | null;
  allowed: Allowed[];
}

interface SessionView {
  day: string;
  present: string[];
  waiting: Line[];
  decided: Line[];
}

const policeWords = { given: 'Given', awaited: 'Awaited' } as const;

const shown = (line: Line) => ({
  ...line,
  href: `/child-cases/${line.id}`,
  check: canDo(line.allowed, 'child-cases/record-check') ? `/child-cases/${line.id}/record-check` : null,
  decide: canDo(line.allowed, 'child-cases/decide-triage') ? `/child-cases/${line.id}/decide-triage` : null,
  cautioned: cautionTag(line.cautions),
  received: dateWords(line.receivedAt),
  dueBy: line.due ? dueWords(line.due) : '',
  policeSaid: line.police ? policeWords[line.police] : 'Not asked yet',
  checked: line.checks.map(({ agency, result, words }) => ({
    text: `${agency}: ${(checkWords[result] ?? result).toLowerCase()}${words ? `. ${words}` : ''}`,
  })),
  outcome: line.decision ? `${outcomeOf(line.decision.outcome)}, by ${line.decision.by}` : '',
});

/** A day's triage on one screen: what waits, which checks came back, who was there and what was decided. */
export const page: Page = {
  id: 'child-cases/triage-session',
  url: '/triage-session',
  section: '/triage-session',
  fields: { day: enterDate('the day') },

  async get(visit) {
    const day = visit.query.day;
    const { body } = await visit.read<SessionView>(
      '/api/v1/child-cases/triage-session',
      day ? { day } : undefined,
    );
    return show({
      title: `Triage on ${dateWords(body.day)}`,
      model: {
        present: body.present.join('; '),
        waiting: body.waiting.map(shown),
        decided: body.decided.map(shown),
      },
    });
  },
};
