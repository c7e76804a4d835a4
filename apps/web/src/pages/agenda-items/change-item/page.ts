import { attendeesNamed } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { agencyWords, peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import { sectionsFor } from '../../sittings/agenda-times.js';
import type { HeardItem } from '../item.js';

const command = 'agenda-items/change-item';

/** Those who sit are there for every item. */
const sitting = ['chair', 'deputy-chair', 'member', 'substitute', 'coordinator'];

/** What the item is about, as the parts of an agenda tell it. */
function kindOf({ caseId, caseKind, subject }: HeardItem): string {
  if (caseId) return caseKind ?? 'childCase';
  return subject?.kind === 'order' ? 'disruptionMeasure' : 'theme';
}

async function readItem(visit: Visit) {
  const { body, etag } = await visit.read<HeardItem>(path`/api/v1/agenda-items/${visit.params.id ?? ''}`);
  return { item: body, etag };
}

/** What of an item is set right before it is heard: its minutes, what is asked, who presents it, who is there for it alone. */
export const page: Page = {
  id: command,
  url: '/agenda-items/:id/change-item',
  section: '/sittings',
  fields: {
    minutes: enter('the minutes'),
    asked: enter('what is asked of the panel'),
    section: enter('the section'),
    presenterId: enter('the presenter'),
    attendeeIds: enter('who is there for this item'),
  },
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const [{ item, etag }, people] = await Promise.all([readItem(visit), readPeople(visit)]);
    const office = people.filter(({ roles }) => !roles.includes('administrator'));
    return show({
      title: `Change the item: ${item.name}`,
      version: etag,
      back: { href: `/sittings/${item.sittingId}#agenda`, text: 'Back to the agenda' },
      values: {
        section: item.section,
        minutes: String(item.minutes),
        asked: item.asked,
        presenterId: item.presenterId ?? '',
        attendeeIds: (item.attendees ?? []).map(({ id }) => id),
      },
      model: {
        missing: missingFor(item.allowed, command),
        // `sections` are those of the navigation, on every page.
        places: sectionsFor(item.sitting, kindOf(item)),
        presenters: peopleOptions(office, 'Choose who presents it'),
        people: office
          .filter(({ roles }) => !roles.some((role) => sitting.includes(role)))
          .map((one) => ({ value: one.id, text: one.name, hint: { text: agencyWords(one) } })),
        most: attendeesNamed,
        cancel: `/sittings/${item.sittingId}`,
      },
    });
  },

  async post(visit) {
    const minutes = visit.typed('minutes') ?? '';
    if (!/^\d{1,3}$/.test(minutes)) return again({ minutes: 'Minutes must be a whole number, like 8' });
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/agenda-items/${id}/change-item`, {
      section: visit.typed('section'),
      minutes: Number(minutes),
      asked: visit.typed('asked'),
      presenterId: visit.typed('presenterId'),
      attendeeIds: visit.typedList('attendeeIds') ?? [],
    });
    const { item } = await readItem(visit);
    return goTo(`/sittings/${item.sittingId}#agenda`, 'The item is changed.');
  },
};
