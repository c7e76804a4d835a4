import { labelOf, type StatusLine, statusLineNames } from '@mase/workflow/words';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords, dueWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { ChildView } from './child.js';

/** A carer or contact as the api shows him or her. */
export interface Carer {
  id: string;
  name: string;
  relation: string;
  asParent: 'yes' | 'no' | null;
  livesWith: string;
  mayContact: string;
  safeHow?: string;
  contacts: { way: string; value: string; bestWay?: string; when?: string; notSay?: string }[];
  since: string;
}

/** What a case opens with: about me, carers, what the child is under. */
export interface AboutChild {
  id: string;
  me: Record<string, string> | null;
  carers: Carer[];
  lines: Record<string, { since: string; until: string | null; next: string | null }>;
}

/** About me in the child’s order of reading. */
export const aboutMeLabels: Record<string, string> = {
  chosenName: 'Chosen name',
  likes: 'Likes',
  goodAt: 'Good at',
  trustedAdult: 'Trusted adult',
  bestWay: 'Best way to reach',
  bestTime: 'Best time',
  language: 'Language',
  needs: 'Communication and learning needs',
  advocate: 'Advocate',
  specialist: 'Specialist consulted, or why not',
};

/** What a status is called. */
export const statusWords = (status: string): string =>
  statusLineNames[status as StatusLine] ?? labelOf(status);

const contactWords: Record<string, string> = {
  yes: 'May be contacted',
  'ask-first': 'Ask the child first',
  no: 'Do not contact',
};

/** One way to reach somebody, with its rules in the order in which they are needed. */
function wayWords({ way, value, bestWay, when, notSay }: Carer['contacts'][number]): string {
  const rules = [bestWay, when, notSay ? `Not to say or leave: ${notSay}` : undefined].filter(Boolean);
  const said = [`${labelOf(way)} ${value}`, ...rules];
  return said.map((one) => one?.replace(/[.;\s]+$/, '')).join('. ');
}

/** What the case page opens with; nothing of it where the reader does not read the child’s own record. */
export function aboutGroups(about: AboutChild | undefined) {
  if (!about) return null;
  const { me, carers, lines } = about;
  return {
    href: `/children/${about.id}`,
    me: Object.entries(aboutMeLabels).flatMap(([field, key]) =>
      me?.[field] ? [{ key, text: me[field] }] : [],
    ),
    carers: carers.map((one) => ({
      id: one.id,
      name: one.name,
      relation: one.relation,
      lives: one.livesWith === 'yes' ? 'lives with the child' : '',
      ways: one.mayContact === 'no' ? [] : one.contacts.map(wayWords),
      kept: one.mayContact === 'no' ? one.contacts.length : 0,
      safe: contactWords[one.mayContact] ?? '',
      how: one.safeHow ?? '',
      never: one.mayContact === 'no',
    })),
    lines: Object.entries(lines)
      .filter(([, { until }]) => until === null)
      .map(([status, { since, next }]) => ({
        text: `${statusWords(status)} since ${dateWords(since)}`,
        next: next ? `next date ${dueWords(next)}` : 'no next date recorded',
      })),
  };
}

/** The child as the subject of one of its commands. */
export async function childSubject(visit: Visit): Promise<Subject & { view: ChildView }> {
  const { body, etag } = await visit.read<ChildView>(path`/api/v1/children/${visit.params.id ?? ''}`);
  return {
    href: `/children/${body.id}`,
    caption: body.name,
    version: etag,
    allowed: body.allowed,
    view: body,
  };
}
