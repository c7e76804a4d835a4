import { identifierKinds } from '@mase/workflow/words';
import { birthWords } from '../../../date-words.js';
import { enter } from '../../../error-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { cautionTag } from '../../caution-lines.js';
import { type Found, findRecords, foundKinds } from '../found.js';

const byWords: Record<string, string> = {
  ...Object.fromEntries(Object.entries(identifierKinds).map(([kind, words]) => [kind, words.toLowerCase()])),
  name: 'name',
  alike: 'a name like this',
  localId: 'local number',
  reference: 'reference',
  linked: 'a link',
  handleAnywhere: 'a name used online',
  houseAtPostcode: 'house and postcode',
  emailBox: 'e-mail address',
};

/** What fitted, in words: "phone number and name". */
function whyWords({ by }: Found): string {
  const words = by.filter((one) => one !== 'linked').map((one) => byWords[one] ?? one);
  return [...new Set(words)].join(' and ');
}

function lineOf(found: Found) {
  const { kind, id, name, aliases, birthDate, reference, links, cases, merged } = found;
  const called = aliases.length > 0 ? `also ${aliases.join(', ')}` : null;
  return {
    href: placeOf(kind, id),
    name: name ?? reference ?? 'A record',
    kind: foundKinds[kind] ?? 'Record',
    tell: [birthDate ? `born ${birthWords(birthDate)}` : null, called].filter(Boolean).join('; '),
    cautioned: cautionTag(found.cautions),
    merged,
    why: whyWords(found),
    links: links.map((link) => ({ href: `/links/${link.id}`, text: link.name })),
    cases: cases.map((one) => ({ href: placeOf(one.kind, one.id), text: one.reference ?? 'Case' })),
  };
}

/**
 * The one box that finds a child, a person of concern, a place or a case by whatever is known: a name however it is spelt,
 * a nickname, a number, a phone, a plate, a reference. What is looked for is sent, never part of an address.
 */
export const page: Page = {
  id: 'search/find',
  url: '/search',
  fields: { sought: enter('a name, a number or a reference') },
  place: (pointer) => (pointer === '/text' ? 'sought' : undefined),

  async get() {
    return show({ title: 'Find a record', model: { asked: false, lines: [], more: false } });
  },

  async post(visit) {
    const { items, more } = await findRecords(visit, visit.typed('sought') ?? '');
    return show({
      title: items.length > 0 ? 'What was found' : 'Nothing was found',
      values: visit.form,
      model: { asked: true, lines: items.map(lineOf), more },
    });
  },
};
