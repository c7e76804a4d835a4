import {
  aDissemination,
  aGrading,
  aLink,
  aLinkGrade,
  aNomination,
  anAcceptedCase,
  anIntelligenceReport,
  aPlaceReport,
} from '@mase/workflow/testing';
import type { TestApi } from '../../testing/test-api.js';
import { addItem, gradedCase, list, openSitting } from './little-sitting.js';

/** Words that were never sanitised, or that stand on what is not graded: they must be in no copy at all. */
export const unsanitised = 'CANARY-UNSANITISED-WORDS';
export const ungraded = 'CANARY-UNGRADED-PLACE';
/** The part of a report for the panel, which those alone read to whom it was disseminated. */
export const sanitised = 'CANARY-SANITISED-FOR-THE-PANEL';
/** The same of a report for covert use alone, which is on the screen and never on paper. */
export const covert = 'CANARY-COVERT-USE';

/** A sitting before which a child, a person, a person who is a child and a place stand. */
export interface StrandSitting {
  id: string;
  child: string;
  person: string;
  young: string;
  place: string;
}

const reviewBy = '2026-06-01';

/** Nominates or reports and accepts; gives the case and whom or what it is about. */
export async function accepted(
  { give, view, founded }: TestApi,
  topic: 'person-cases' | 'location-cases',
  payload: object,
): Promise<{ id: string; aboutId: string }> {
  const [open, accept] =
    topic === 'person-cases' ? ['nominate', 'accept-nomination'] : ['report', 'accept-report'];
  const { id } = await give('intelligence', `${topic}/${open}`, payload);
  await give('intelligence', `${topic}/start-screening`, {}, id);
  const young = 'ageFrom' in ((payload as { person?: object }).person ?? {});
  if (young) {
    await give(
      'intelligence',
      `${topic}/ask-care-manager`,
      { managerId: founded.people.manager, words: 'Made up' },
      id,
    );
    await give('manager', `${topic}/answer-for-child`, { answer: 'agree', words: 'Made up' }, id);
  }
  await give('intelligence', `${topic}/${accept}`, anAcceptedCase(), id);
  const { aboutId } = await view('intelligence', topic, id);
  return { id, aboutId: String(aboutId) };
}

/** Submits, grades, sanitises and disseminates a report about a record to people by name. */
export async function disseminated(
  { give, founded }: TestApi,
  about: { kind: string; id: string },
  { words, to }: { words: string; to: string[] },
): Promise<string> {
  const report = anIntelligenceReport({ seen: unsanitised, named: [about], identifiers: [] });
  const { id } = await give('intelligence', 'intelligence/submit-intelligence', report);
  await give('intelligence', 'intelligence/evaluate', aGrading(reviewBy), id);
  await give('intelligence', 'intelligence/sanitise', { sheet: words }, id);
  const agencies = founded.agencies as { [key: string]: string };
  const recipients = to.map((key) => ({
    agencyId: agencies[key === 'chair' ? 'council' : 'health'],
    contactId: founded.people[key],
  }));
  const given = aDissemination('', { to: recipients, parts: ['sheet'], consulted: 'Made up' });
  await give('intelligence', 'intelligence/disseminate', given, id);
  return id;
}

/** All of it on one agenda, with papers issued. */
export async function strandSitting(api: TestApi): Promise<StrandSitting> {
  const { give, founded, view } = api;
  const child = await gradedCase(api, { firstName: 'Robin', lastName: 'Linked' });
  const { childId } = await view('manager', 'child-cases', child);
  const bases = [{ code: 'disclosure' }, { code: 'repeat-association' }];
  const person = await accepted(api, 'person-cases', aNomination({ bases }));
  const young = await accepted(
    api,
    'person-cases',
    aNomination({ person: { name: 'Person Amber-06', ageFrom: 15, ageTo: 16 } }),
  );
  const place = await accepted(
    api,
    'location-cases',
    aPlaceReport({ location: { name: 'Place Cedar-01', kind: 'takeaway' } }),
  );
  const other = await accepted(
    api,
    'location-cases',
    aPlaceReport({ location: { name: ungraded, kind: 'shop' } }),
  );
  await list(api, child);
  const why = { basis: 'new', asked: 'What can each agency do?' };
  await give('coordinator', 'person-cases/list-for-panel', why, person.id);
  await give('coordinator', 'person-cases/list-for-panel', why, young.id);
  await give('coordinator', 'location-cases/list-for-panel', why, place.id);
  const link = (to: object, kind: string) => aLink(String(childId), { kind, to });
  const toPerson = link({ kind: 'person', id: person.aboutId }, 'spends-time-with');
  const graded = await give('intelligence', 'links/record-link', toPerson);
  await give('intelligence', 'links/grade-link', aLinkGrade(reviewBy), graded.id);
  const toYoung = link({ kind: 'person', id: young.aboutId }, 'spends-time-with');
  const second = await give('intelligence', 'links/record-link', toYoung);
  await give('intelligence', 'links/grade-link', aLinkGrade(reviewBy), second.id);
  await give('intelligence', 'links/record-link', link({ kind: 'location', id: other.aboutId }, 'seen-at'));
  const about = { kind: 'locationCase', id: place.id };
  await disseminated(api, about, { words: sanitised, to: ['member-health'] });
  const hidden = { handling: 'C', conditions: ['A2'] };
  const regraded = await disseminated(api, about, { words: covert, to: ['member-health'] });
  const kept = { agencyId: founded.agencies.health, contactId: founded.people['member-health'], stays: true };
  const narrower = { ...hidden, recipients: [kept], reasons: 'They know of it (made up)' };
  await give('intelligence', 'intelligence/evaluate', aGrading(reviewBy, narrower), regraded);
  const id = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T11:00:00.000Z');
  await addItem(api, id, child);
  await addItem(api, id, person.id, { caseKind: 'personCase', section: 'person' });
  await addItem(api, id, young.id, { caseKind: 'personCase', section: 'person' });
  await addItem(api, id, place.id, { caseKind: 'locationCase', section: 'location' });
  const recipients = ['chair', 'coordinator', 'member-health', 'member-police'].map(
    (key) => founded.people[key],
  );
  await give('coordinator', 'sittings/issue-papers', { recipients }, id);
  return { id, child, person: person.id, young: young.id, place: place.id };
}
