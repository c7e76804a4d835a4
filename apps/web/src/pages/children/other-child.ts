import { labelOf } from '@mase/workflow/words';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { birthWords, dateWords } from '../../date-words.js';
import type { ListPage } from '../../read-list.js';
import type { Visit } from '../../visit.js';
import type { ChildView } from './child.js';

/** A child who may be the same as another, as the api finds him or her. */
interface Match {
  childId: string;
  name: string;
  birthDate: string | null;
  localId: string | null;
  by: string[];
}

interface Choice {
  value: string;
  text: string;
  hint: { text: string };
}

const byWords: Record<string, string> = {
  name: 'name',
  birthDate: 'date of birth',
  localId: 'local number',
  upn: 'pupil number',
  nhsNumber: 'NHS number',
};

const born = (birthDate: string | null) =>
  birthDate ? `Born ${birthWords(birthDate)}` : 'Date of birth not known';

function matchChoice({ childId, name, birthDate, by }: Match): Choice {
  const why = `Found by ${by.map((one) => byWords[one] ?? one).join(' and ')}`;
  return { value: childId, text: name, hint: { text: `${born(birthDate)}. ${why}` } };
}

/** Reads the child that a page is about, with the version that a command must carry. */
export async function readChild(visit: Visit): Promise<{ child: ChildView; etag: string | null }> {
  const { body, etag } = await visit.read<ChildView>(path`/api/v1/children/${visit.params.id ?? ''}`);
  return { child: body, etag };
}

/** Who may be the same child: found by the api, and by the name that was typed. Never the child itself. */
export async function otherChildren(visit: Visit, id: string): Promise<Choice[]> {
  const find = visit.typed('find');
  if (find) {
    const { body } = await visit.send<ListPage<ChildView>>('/api/v1/children/search', { name: find });
    return body.items
      .filter((one) => one.id !== id)
      .map(({ id: value, name, birthDate }) => ({ value, text: name, hint: { text: born(birthDate) } }));
  }
  const { body } = await visit.read<{ matches: Match[] }>(path`/api/v1/children/${id}/possible-matches`);
  return body.matches.map(matchChoice);
}

/** What tells one child from another at a glance. */
export function identityFacts(child: ChildView): { key: string; text: string }[] {
  return [
    { key: 'Name', text: child.name },
    { key: 'Chosen name', text: child.chosenName ?? 'Not yet known' },
    { key: 'Born', text: child.birthDate ? birthWords(child.birthDate) : 'Not yet known' },
    { key: 'Sex', text: child.sex ? labelOf(child.sex) : 'Not yet known' },
    { key: 'Local number', text: child.localId ?? 'None' },
    { key: 'Cases', text: child.cases.map(({ reference }) => reference).join(', ') || 'None' },
  ];
}

const noneSaid = new Set(['Not yet known', 'None']);

/** Of one fact on two records: what will stand once they are one child, and what the other says. */
function ofBoth(key: string, own: string, told: string): string {
  if (own === told) return `${own}, on both`;
  if (noneSaid.has(told)) return `${own}. The other record says nothing of it`;
  if (key === 'Cases') return noneSaid.has(own) ? `${told}, of the other record` : `${own}, and ${told}`;
  if (noneSaid.has(own)) return `${told}, taken from the other record`;
  return `${own} will stand. On the other record: ${told}`;
}

function moreFacts({ ethnicity, upn, status }: ChildView): { key: string; text: string }[] {
  return [
    { key: 'Ethnicity', text: ethnicity ?? 'Not yet known' },
    { key: 'Unique pupil number', text: upn?.value ?? 'None' },
    { key: 'Legal status', text: status ? `${status.legalStatus}, ${status.placement}` : 'None' },
  ];
}

/** The same of two children, line by line: what will stand, and where they differ, what both say. */
export function factsOfBoth(child: ChildView, other: ChildView): { key: string; text: string }[] {
  const others = [...identityFacts(other), ...moreFacts(other)];
  return [...identityFacts(child), ...moreFacts(child)].map(({ key, text }, index) => ({
    key,
    text: ofBoth(key, text, others[index]?.text ?? ''),
  }));
}

/** Two records that may be taken apart, line by line: what each says of itself. */
export function factsApart(child: ChildView, other: ChildView): { key: string; text: string }[] {
  const others = identityFacts(other);
  return identityFacts(child).map(({ key, text }, index) => {
    const told = others[index]?.text ?? '';
    return { key, text: told === text ? `${text}, on both` : `${text}. On the other record: ${told}` };
  });
}

const factNames: Record<string, string> = {
  chosenName: 'chosen name',
  birthDate: 'date of birth',
  sex: 'sex',
  ethnicity: 'ethnicity',
  upn: 'unique pupil number',
  nhsNumber: 'NHS number',
  localId: 'local number',
  status: 'legal status',
};

function saidWords(fact: string, said: unknown): string {
  if (fact === 'birthDate') return birthWords(String(said));
  if (typeof said === 'string') return fact === 'sex' ? labelOf(said) : said;
  const { value, legalStatus, placement } = said as Record<string, string>;
  return value ?? [legalStatus, placement].filter(Boolean).join(', ');
}

/** What joined records said otherwise than the one that stands, as sentences for whoever settles it. */
export function saidOtherwise({ joined, written = [] }: ChildView): string[] {
  const merges = written.filter(
    ({ kind, body }) => kind === 'merge' && joined.includes(String(body.childId)),
  );
  return merges.flatMap(({ body }) =>
    Object.entries((body.differs ?? {}) as Record<string, unknown>).map(
      ([fact, said]) => `${body.name} had another ${factNames[fact] ?? fact}: ${saidWords(fact, said)}.`,
    ),
  );
}

/** A child that was read, as the subject of a page that gives one plain command. */
export function childSubject({ child, etag }: { child: ChildView; etag: string | null }): Subject {
  const { joining } = child;
  const proposed = joining ? [{ key: 'Proposed', text: dateWords(joining.at) }] : [];
  return {
    href: `/children/${child.id}`,
    caption: child.name,
    version: etag,
    allowed: child.allowed,
    facts: [...identityFacts(child), ...proposed],
  };
}
