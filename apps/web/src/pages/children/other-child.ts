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

/** The same of two children, line by line: where they differ, both are told. */
export function factsOfBoth(child: ChildView, other: ChildView): { key: string; text: string }[] {
  const others = identityFacts(other);
  return identityFacts(child).map(({ key, text }, index) => {
    const told = others[index]?.text ?? '';
    return { key, text: told === text ? `${text}, on both` : `${text}. On the other record: ${told}` };
  });
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
