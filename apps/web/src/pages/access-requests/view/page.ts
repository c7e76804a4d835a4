import { commandLabels, labelOf } from '@mase/workflow/words';
import { canDo, missingFor } from '../../../allowed.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import {
  aboutWords,
  type ConsultationLine,
  type RequestView,
  readRequest,
  requestFacts,
  requestTag,
} from '../request.js';

const steps = [
  ...['confirm-identity', 'gather-bundle', 'approve-response', 'issue-response', 'record-answer'],
  ...['ask-requester', 'extend-time', 'return-response', 'refuse-request', 'withdraw-request'],
];

/** The step that comes next in each state, of which it is said what it waits for. */
const next: Record<string, string> = { inProgress: 'approve-response', decided: 'issue-response' };

const consultationWords = ({ id, contactName, items, answered, due }: ConsultationLine) => ({
  href: `/access-consultations/${id}`,
  text: `${contactName}, about ${items} items`,
  answer: answered
    ? `${labelOf(answered.answer)}, ${dateWords(answered.at)}`
    : `Answer due ${due ? dateWords(due) : ''}`,
});

const asked = ({ written }: RequestView) => {
  const body = written.find(({ kind }) => kind === 'access-request' || kind === 'part-opened')?.body ?? {};
  return [
    { key: 'What was asked for', text: String(body.scope ?? 'Not recorded') },
    { key: 'The answer goes', text: String(body.sendTo ?? 'Not recorded') },
  ];
};

/** One request for access: where it stands, what comes next, who was asked. */
export const page: Page = {
  id: 'access-requests/view',
  url: '/access-requests/:id',
  section: '/access-requests',

  async get(visit) {
    const { request } = await readRequest(visit);
    const { allowed, state, id } = request;
    const href = `/access-requests/${id}`;
    const wanted = next[state];
    const hasAnswer = ['decided', 'issued', 'refused'].includes(state);
    return show({
      title: request.part ? 'Part of an access request' : 'Access request',
      back: { href: '/access-requests', text: 'Access requests' },
      model: {
        caption: aboutWords(request),
        tag: requestTag(request),
        part: request.part,
        ...withDates([...asked(request), ...requestFacts(request)], request),
        missing: wanted ? missingFor(allowed, `access-requests/${wanted}`) : [],
        bundle: request.bundle ? `${href}/decide-items` : null,
        answer: hasAnswer ? `${href}/response` : null,
        draft: state === 'decided',
        consultations: request.consultations.map(consultationWords),
        askAgency:
          canDo(allowed, 'access-requests/decide-items') && !request.part
            ? `/access-consultations/ask-agency?request=${id}`
            : null,
        childHref: request.childId ? `/children/${request.childId}` : null,
        steps: steps
          .filter((verb) => canDo(allowed, `access-requests/${verb}`))
          .map((verb) => ({
            href: `${href}/${verb}`,
            text: commandLabels[`access-requests/${verb}`] ?? verb,
          })),
      },
    });
  },
};
