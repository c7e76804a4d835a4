import { readFileSync } from 'node:fs';
import { dateWords } from './date-words.js';
import { enter } from './error-words.js';
import { type Page, show } from './page.js';
import { type Found, findRecords } from './pages/search/found.js';
import { placeOf } from './place-of.js';
import { readList } from './read-list.js';
import {
  basesWords,
  codeWords,
  priorityTag,
  type StrandTopic,
  type StrandView,
  strandTag,
  strandWords,
} from './strand.js';
import { templateUrl } from './templating/template-url.js';

interface StrandLine extends StrandView {
  linkedChildren?: number;
  ownerName?: string | null;
  nextDue?: string | null;
  judged?: boolean;
}

const template = readFileSync(templateUrl('frame/strand-list.hbs'), 'utf8');
const order = ['high', 'medium', 'low'];

/** The shelves of the list, in the order of the work. */
const shelves = [
  { title: 'To be screened', work: ['nominated', 'reported', 'screening'] },
  { title: 'On the books', work: ['active', 'closing'] },
  { title: 'Suspended', work: ['suspended'] },
  { title: 'Ended or not taken on', work: ['closed', 'declined'] },
];

const byPriority = (one: StrandLine, other: StrandLine) =>
  order.indexOf(one.priority ?? '') - order.indexOf(other.priority ?? '') ||
  (one.nextDue ?? '9').localeCompare(other.nextDue ?? '9');

const shown = (topic: StrandTopic) => (one: StrandLine) => ({
  href: `/${topic}/${one.id}`,
  name: one.name,
  reference: one.reference,
  tag: strandTag(one),
  priority: priorityTag(one.priority),
  judged: one.judged ?? false,
  bases: basesWords(one.bases),
  status: topic === 'person-cases' ? codeWords(one.status) : null,
  owner: one.ownerName ?? 'Nobody yet',
  due: one.nextDue ? dateWords(one.nextDue) : '',
});

/** A record that was found, with its cases that the reader may see. */
const foundLine = ({ kind, id, name, aliases, cases }: Found) => ({
  href: placeOf(kind, id),
  name: name ?? 'A record',
  also: aliases.join(', '),
  cases: cases.map((one) => ({ href: placeOf(one.kind, one.id), text: one.reference ?? 'Case' })),
});

/**
 * The list of persons of concern or of places: by where they stand, and within that by priority; or those whom a name or a
 * number fits. What is looked for is sent, never part of an address.
 */
export function strandListPage(topic: StrandTopic): Page {
  const words = strandWords[topic];
  return {
    id: `${topic}/list`,
    url: `/${topic}`,
    section: `/${topic}`,
    view: template,
    fields: { sought: enter('a name or a number') },
    place: (pointer) => (pointer === '/text' ? 'sought' : undefined),

    async get(visit) {
      const own = visit.query.owner === 'me';
      const { items } = await readList<StrandLine>(visit, `/api/v1/${topic}`, {
        after: visit.query.after,
        ...(own ? { owner: 'me' } : {}),
        limit: 100,
      });
      const whole = items.filter(({ withheld }) => withheld.length === 0);
      const receipts = items.filter(({ withheld }) => withheld.length > 0);
      return show({
        title: words.title,
        model: {
          topic,
          address: `/${topic}`,
          searched: false,
          own,
          ways: [
            { text: 'Every owner', href: `/${topic}`, active: !own },
            { text: 'Mine', href: `/${topic}?owner=me`, active: own },
          ],
          open: `/${topic}/${words.open}`,
          openText: topic === 'person-cases' ? 'Nominate a person of concern' : 'Report a place',
          picture: topic === 'location-cases' ? '/locations/picture' : null,
          none: items.length === 0,
          shelves: shelves
            .map(({ title, work }) => ({
              title,
              lines: whole
                .filter(({ state }) => work.includes(state?.work ?? ''))
                .sort(visit.query.sort ? () => 0 : byPriority)
                .map(shown(topic)),
            }))
            .filter(({ lines }) => lines.length > 0),
          receipts: receipts.map((one) => ({
            href: `/${topic}/${one.id}`,
            reference: one.reference,
            when: dateWords(one.receivedAt),
            outcome: codeWords(one.outcome).toLowerCase(),
          })),
        },
      });
    },

    async post(visit) {
      const kind = topic === 'person-cases' ? 'person' : 'location';
      const { items } = await findRecords(visit, visit.typed('sought') ?? '', [kind]);
      return show({
        title: words.title,
        values: visit.form,
        model: {
          ...{ topic, address: `/${topic}`, searched: true, found: items.map(foundLine) },
          ...{ open: `/${topic}/${words.open}`, shelves: [], receipts: [] },
          openText: topic === 'person-cases' ? 'Nominate a person of concern' : 'Report a place',
        },
      });
    },
  };
}
