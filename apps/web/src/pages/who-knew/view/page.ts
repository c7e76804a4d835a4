import { commandLabels, labelOf, messageWords } from '@mase/workflow/words';
import { path } from '../../../api-client.js';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';

interface Answer {
  command: string;
  at: string;
  by: string | null;
  own: boolean;
  ended: string | null;
}

interface Knowing {
  kind: string;
  clock: string | null;
  recordId: string;
  recordKind: string;
  title: string;
  at: string;
  name: string;
  letter: { state: string; sentAt: string | null; acceptedAt: string | null } | null;
  openedAt: string | null;
  asks: boolean;
  answer: Answer | null;
  didAfterAt: string | null;
}

interface WhoKnew {
  record: { kind: string; title: string; reference: string | null };
  items: Knowing[];
  partial: boolean;
  cut: boolean;
}

/** How far a letter came, in words. */
function letterWords(letter: Knowing['letter']): string {
  if (!letter) return 'Under Messages only';
  const { state, sentAt, acceptedAt } = letter;
  if (acceptedAt) return `E-mail delivered ${momentWords(acceptedAt)}`;
  if (state === 'not-needed') return 'Opened before an e-mail went';
  if (state === 'dead' || state === 'given-up') return 'E-mail could not be delivered';
  return sentAt ? `E-mail sent ${momentWords(sentAt)}, not taken yet` : 'E-mail waits to be sent';
}

/** How a clock ended, before by what. */
const endings: Readonly<Record<string, string>> = {
  met: 'Met in time',
  metLate: 'Met late',
  extended: 'Put off',
  missed: 'Ended unmet',
  cancelled: 'No longer due',
};

/** What answered a telling, in words: by whom, when and by which step; or that nothing did, or nothing is asked. */
export function answerWords({ asks, answer }: Pick<Knowing, 'asks' | 'answer'>): string {
  if (!answer) return asks ? 'Not yet' : 'Nothing is asked for';
  const { command, at, by, own, ended } = answer;
  const step = `${commandLabels[command] ?? labelOf(command)}, ${momentWords(at)}`;
  const what = ended ? `${endings[ended] ?? labelOf(ended)}: ${step}` : step;
  if (own) return what;
  return by ? `${what}, by somebody else: ${by}` : `${what}, by the product itself`;
}

/** Who was told of a record: when, whether it reached them, was opened, and what acted on it. */
export const page: Page = {
  id: 'who-knew/view',
  url: '/records/:id/who-knew',
  section: '/child-cases',

  async get(visit) {
    const id = visit.params.id ?? '';
    const { body } = await visit.read<WhoKnew>(path`/api/v1/who-knew/${id}`);
    const { kind, title, reference } = body.record;
    return show({
      title: 'Who was told',
      model: {
        record: [title, reference].filter(Boolean).join(', '),
        recordHref: placeOf(kind, id),
        partial: body.partial,
        cut: body.cut ? body.items.length.toLocaleString('en-GB') : null,
        lines: body.items.map((one) => ({
          what: [messageWords[one.kind] ?? labelOf(one.kind), one.clock].filter(Boolean).join(': '),
          about: one.title,
          href: placeOf(one.recordKind, one.recordId),
          told: momentWords(one.at),
          who: one.name,
          letter: letterWords(one.letter),
          opened: one.openedAt ? momentWords(one.openedAt) : 'Not yet',
          acted: answerWords(one),
          after: one.didAfterAt ? momentWords(one.didAfterAt) : 'Nothing yet',
        })),
      },
    });
  },
};
