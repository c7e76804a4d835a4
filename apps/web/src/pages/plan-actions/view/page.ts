import { labelOf } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { type ActionView, endingWords, gapWords, readAction, stateTag } from '../action.js';

function rows(action: ActionView): { key: string; text: string }[] {
  const given = action.written?.find(({ kind }) => kind === 'action')?.body ?? {};
  const named: [string, string | undefined][] = [
    ['What will be done', given.what ?? action.what],
    ['Desired outcome', given.outcome],
    ['How it will be known', given.measure],
    ['Owner', action.ownerName],
    ['Cover in absence', given.cover],
    ['Due', action.due ? (action.ended ? dateWords : dueWords)(action.due) : undefined],
    ['If it does not work', given.contingency],
    ['Part and kind', `${labelOf(action.part)} part, ${labelOf(action.kind).toLowerCase()}`],
    ['Given by', given.by],
  ];
  return named.map(([key, text]) => ({ key, text: text ?? 'Not yet known' }));
}

function answers(action: ActionView): { title: string; text: string }[] {
  const words: Record<string, string> = { decline: 'Declined by its owner', ending: 'Ended' };
  return (action.written ?? [])
    .filter(({ kind }) => kind in words)
    .map(({ kind, at, body }) => ({
      title: `${kind === 'ending' ? (endingWords[body.how ?? '']?.text ?? 'Ended') : words[kind]}, ${dateWords(at)}${body.by ? `, by ${body.by}` : ''}`,
      text: body.evidence ?? body.reason ?? '',
    }));
}

/** One action: what, whose, until when, what is still open, how it ended. */
export const page: Page = {
  id: 'plan-actions/view',
  url: '/plan-actions/:id',
  section: '/plan-actions',

  async get(visit) {
    const { action } = await readAction(visit);
    const href = `/plan-actions/${action.id}`;
    return show({
      title: 'Action',
      back: { href: '/plan-actions', text: 'Your actions' },
      model: {
        caption: action.reference,
        caseHref: `/child-cases/${action.caseId}`,
        tag: stateTag(action),
        rows: rows(action),
        gaps: action.gaps.map((gap) => gapWords[gap] ?? gap),
        answers: answers(action),
        steps: [
          { verb: 'accept-action', text: 'Accept the action', main: true },
          { verb: 'decline-action', text: 'Decline it', main: false },
          { verb: 'end-action', text: 'End it', main: action.state === 'accepted' },
        ]
          .filter(({ verb }) => canDo(action.allowed, `plan-actions/${verb}`))
          .map((one) => ({ ...one, href: `${href}/${one.verb}` })),
      },
    });
  },
};
