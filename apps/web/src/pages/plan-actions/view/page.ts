import { labelOf, roleNames } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dateWords, dueWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { withDates } from '../../../why-dates.js';
import { workersWords } from '../../child-cases/case-bar.js';
import { offersLooks } from '../../children/offers-looks.js';
import { type ActionView, belongsTo, endingWords, gapWords, readAction, stateTag } from '../action.js';

function rows(action: ActionView): { key: string; text: string }[] {
  const given = action.written?.find(({ kind }) => kind === 'action')?.body ?? {};
  const named: [string, string | undefined][] = [
    ['What will be done', given.what ?? action.what],
    ['Desired outcome', given.outcome],
    ['How it will be known', given.measure],
    [
      'Owner',
      [action.ownerName, action.ownerRole ? roleNames[action.ownerRole] : ''].filter(Boolean).join(', '),
    ],
    ['Cover in absence', action.coverName ?? 'Whoever the owner’s record of absence names'],
    ['Due', action.due ? (action.ended ? dateWords : dueWords)(action.due) : undefined],
    ['If it does not work', given.contingency],
    ...(given.aim ? [['Aimed at', given.aim] as [string, string]] : []),
    ...(action.apart
      ? []
      : ([['Part and kind', `${labelOf(action.part)} part, ${labelOf(action.kind).toLowerCase()}`]] as [
          string,
          string,
        ][])),
    ['Given by', given.by],
  ];
  return named.map(([key, text]) => ({ key, text: text ?? 'Not yet known' }));
}

const told: Record<string, string> = {
  decline: 'Declined by its owner',
  ending: 'Ended',
  escalation: 'Escalated',
  'escalation-answer': 'Escalation answered',
};

/** Where its case, cluster or item is, for those who may know which. */
function homeOf({ caseId, caseKind }: ActionView): string | null {
  return caseId ? placeOf(caseKind ?? 'childCase', caseId) : null;
}

type Body = Record<string, string | undefined>;

function titleOf(kind: string, body: Body): string {
  if (kind === 'ending') return endingWords[body.how ?? '']?.text ?? 'Ended';
  if (kind === 'action') return `Version ${body.revision}`;
  if (kind === 'escalation') return `Escalated: ${(body.label ?? '').toLowerCase()} told`;
  return body.due ? `${told[kind]} with a new date, ${dateWords(body.due)}` : (told[kind] ?? kind);
}

function answers(action: ActionView): { title: string; when: string; text: string }[] {
  return (action.written ?? [])
    .filter(({ kind, body }) => kind in told || (kind === 'action' && Number(body.revision ?? 1) > 1))
    .map(({ kind, at, body }) => ({
      title: titleOf(kind, body),
      when: `${dateWords(at)}${body.by ? `, by ${body.by}` : ''}`,
      text: [
        body.evidence,
        body.changed,
        body.handover,
        body.reason,
        body.answerBy && `To be answered by ${dateWords(body.answerBy)}.`,
      ]
        .filter(Boolean)
        .join('\n'),
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
        caption: action.apart ? belongsTo(action) : action.reference,
        workers: workersWords(action.workers),
        caseHref: homeOf(action),
        tag: stateTag(action),
        ...withDates(rows(action), action),
        gaps: action.gaps.map((gap) => gapWords[gap] ?? gap),
        answers: answers(action),
        next: action.ended?.by ? `/plan-actions/${action.ended.by}` : null,
        planHref: action.apart ? null : `/child-cases/${action.caseId}/plan`,
        knew: offersLooks(visit.who) ? `/records/${action.id}/who-knew` : null,
        steps: [
          ...(action.state === 'awaitingOwner'
            ? [{ verb: 'change-action', page: 'name-owner', text: 'Name its owner', main: true }]
            : []),
          { verb: 'accept-action', text: 'Accept the action', main: true },
          { verb: 'decline-action', text: 'Decline it', main: false },
          { verb: 'answer-escalation', text: 'Answer the escalation', main: true },
          { verb: 'end-action', text: 'End it', main: action.state === 'accepted' },
          {
            verb: 'change-action',
            text: 'Change it',
            main: action.state === 'declined',
          },
          { verb: 'escalate-action', text: 'Escalate it', main: false },
        ]
          .filter(({ verb }) => canDo(action.allowed, `plan-actions/${verb}`))
          .map((one) => ({ ...one, href: `${href}/${'page' in one ? one.page : one.verb}` })),
      },
    });
  },
};
