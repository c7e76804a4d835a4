import {
  officerDefinedEthnicities,
  personBases,
  personSexes,
  selfDefinedEthnicities,
  trusts,
} from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { type Answer, goTo, type Page, show } from '../../../page.js';
import { codeWords } from '../../../strand.js';
import { caseChosen, type MatchView, matchOption } from '../../../strand-record.js';
import type { Visit } from '../../../visit.js';
import {
  identifierAsked,
  identifierField,
  identifierRows,
  identifiersTyped,
} from '../../intelligence/typed-identifiers.js';
import { typedPerson } from '../../persons/typed-person.js';

const command = 'person-cases/nominate';
const options = (codes: readonly string[]) => codes.map((value) => ({ value, text: codeWords(value) }));
const coded = (titles: Record<string, string>) => [
  { value: '', text: 'Not asked yet' },
  ...Object.entries(titles).map(([value, text]) => ({ value, text })),
];

/** The form; with what is known already of somebody who may be the same, where the reader may see it. */
function form(visit: Visit, matches: readonly MatchView[] | null): Answer {
  return show({
    title: 'Nominate a person of concern',
    values: visit.form,
    back: { href: '/person-cases', text: 'Persons of concern' },
    model: {
      bases: options(personBases),
      sexes: options(personSexes),
      trusts: options(trusts),
      selfDefined: coded(selfDefinedEthnicities),
      officerDefined: coded(officerDefinedEthnicities),
      ...identifierRows,
      matches: matches
        ? [...matches.map(matchOption), { value: 'none', text: 'None of these: it is somebody else' }]
        : [],
    },
  });
}

/** Nominates a person of concern, in a minute: what is known of a possible same person is shown before anything is stored. */
export const page: Page = {
  id: command,
  url: `/${command}`,
  section: '/person-cases',
  fields: {
    name: enter('a name, or leave it blank'),
    aliases: enter('other names'),
    birthDate: enterDate('the date of birth'),
    ageFrom: enter('the youngest age'),
    ageTo: enter('the oldest age'),
    sex: select('the sex'),
    description: enter('a description'),
    basis: select('at least one basis'),
    why: enter('what was seen or said'),
    nationality: enter('the nationality'),
    licence: enter('the licence'),
    same: select('whether it is one of these'),
    ...identifierAsked,
  },
  draft: () => 'new',
  place: (pointer, visit) => {
    const parts = pointer.split('/').slice(1);
    if (parts[0] === 'bases') return 'basis';
    if (parts[0] !== 'person') return parts[0];
    return parts[1] === 'identifiers' ? identifierField(visit, Number(parts[2])) : (parts[1] ?? 'name');
  },

  async get(visit) {
    return form(visit, null);
  },

  async post(visit) {
    const same = visit.typed('same');
    const identifiers = identifiersTyped(visit);
    const name = visit.typed('name');
    const open = caseChosen(same);
    if (open)
      return goTo(`/person-cases/${encodeURIComponent(open)}/add-basis`, 'A case is open: add to it here.');
    if (!same && (name || identifiers.length > 0)) {
      const { body } = await visit.send<{ matches: MatchView[] }>('/api/v1/persons/search', {
        ...(name ? { name } : {}),
        ...(identifiers.length > 0 ? { identifiers: identifiers.slice(0, 8) } : {}),
      });
      if (body.matches.length > 0) return form(visit, body.matches);
    }
    const known = same && same !== 'none' ? { personId: same } : { person: typedPerson(visit) };
    const bases = visit.typedList('basis') ?? [];
    const { body } = await visit.send<{ id: string }>(`/api/v1/${command}`, {
      ...known,
      bases: bases.map((code) => ({ code })),
      why: visit.typed('why'),
    });
    return goTo(`/person-cases/${encodeURIComponent(body.id)}`, 'The nomination is with the police.');
  },
};
