import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';

const danger: Record<string, boolean> = { yes: true, no: false };

function childOf(visit: Visit) {
  const part = (name: string) => visit.typed(`child-${name}`);
  return {
    firstName: part('firstName'),
    lastName: part('lastName'),
    chosenName: part('chosenName'),
    birthDate: visit.typedDate('child-birthDate'),
  };
}

/** A child whom another area placed here: who the child is, the notification, and who answers there, in one go. */
export const page: Page = {
  id: 'child-cases/record-hosted',
  url: '/child-cases/record-hosted',
  section: '/child-cases/record-referral',
  fields: {
    immediateDanger: select('whether the child is in immediate danger'),
    child: enter('who the child is'),
    'child-firstName': enter('the first name'),
    'child-lastName': enter('the last name'),
    'child-chosenName': enter('the name the child likes to be called'),
    'child-birthDate': enterDate('the date of birth'),
    'hosted-area': enter('the area that placed the child'),
    'hosted-contact': enter('who answers for the child there'),
    'hosted-reference': enter('its reference'),
    'hosted-since': enterDate('the first day of the placement'),
    seenOrSaid: enter('what the notification says'),
    happened: enterDate('the date and time when the notification came'),
  },
  draft: () => 'new',

  async get() {
    return show({ title: 'Record a child placed here by another area', model: {} });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>('/api/v1/child-cases/record-referral', {
      seenOrSaid: visit.typed('seenOrSaid'),
      immediateDanger: danger[visit.typed('immediateDanger') ?? ''],
      child: childOf(visit),
      hosted: {
        area: visit.typed('hosted-area'),
        contact: visit.typed('hosted-contact'),
        reference: visit.typed('hosted-reference'),
        since: visit.typedDate('hosted-since'),
      },
      happened: visit.typedMoment('happened'),
    });
    return goTo(`/child-cases/${body.id}`, 'The hosted record is opened. The placing area keeps the case');
  },
};
