import { labelOf, requesterKinds } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';

const fields = {
  childId: enter('the id of the child’s record'),
  'sought-name': enter('the name that was given'),
  birthDate: enterDate('the date of birth that was given'),
  'requester-kind': select('who asks'),
  'requester-name': enter('the name of whoever asks'),
  receivedOn: enterDate('the day on which it came'),
  scope: enter('what is asked for'),
  sendTo: enter('how the answer reaches whoever asks'),
};

const places: Record<string, string> = {
  '/sought/name': 'sought-name',
  '/sought/birthDate': 'birthDate',
  '/requester/kind': 'requester-kind',
  '/requester/name': 'requester-name',
};

/** Records a request for what is held about a child: one on the books, or one who is described. */
export const page: Page = {
  id: 'access-requests/record-request',
  url: '/access-requests/record-request',
  section: '/access-requests',
  fields,
  place: (pointer) => places[pointer] ?? pointer.slice(1),
  draft: () => 'new',

  async get(visit) {
    const { child } = visit.query;
    return show({
      title: 'Record an access request',
      back: { href: '/access-requests', text: 'Access requests' },
      values: child ? { childId: child } : {},
      model: { kinds: requesterKinds.map((value) => ({ value, text: labelOf(value) })) },
    });
  },

  async post(visit) {
    const [name, birthDate] = [visit.typed('sought-name'), visit.typedDate('birthDate')];
    const { body } = await visit.send<{ id: string }>('/api/v1/access-requests/record-request', {
      requester: { kind: visit.typed('requester-kind'), name: visit.typed('requester-name') },
      childId: visit.typed('childId'),
      ...(name || birthDate ? { sought: { name, birthDate } } : {}),
      receivedOn: visit.typedDate('receivedOn'),
      scope: visit.typed('scope'),
      sendTo: visit.typed('sendTo'),
    });
    return goTo(
      `/access-requests/${encodeURIComponent(body.id)}`,
      'The request is recorded. The month has begun.',
    );
  },
};
