import { stateLabels } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import { type CautionLine, cautionLines } from '../caution-lines.js';
import type { CaseView } from './case-view.js';
import { gradeName, harmOf } from './code-words.js';

/** The params of the component `case-bar`: whose case it is, wherever it is opened. */
export interface CaseBar {
  name: string;
  age: string;
  reference: string;
  href: string;
  state: string;
  restricted: boolean;
  /** How many workers the child has had; null before the first and for whoever does not read it. */
  workers: string | null;
  grade: { code: string; text: string; since: string } | null;
  /** A proposal that nobody has confirmed yet, beside the confirmed grade. */
  proposal: { code: string; text: string; since: string } | null;
  harm: string[];
  /** Contact cautions that stand, where the reader reads them. */
  cautions: CautionLine[];
}

/** A child's age in whole years on a day (both YYYY-MM-DD), as words. */
export function ageWords(birthDate: string | null | undefined, today: string): string {
  if (!birthDate) return 'Age not yet known';
  const had = today.slice(5) >= birthDate.slice(5);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (had ? 0 : 1);
  return `${years} years old`;
}

function tag(
  one: { grade: string; at: string } | null | undefined,
  words: (grade: string) => string,
): CaseBar['grade'] {
  return one
    ? {
        code: one.grade,
        text: words(gradeName(one.grade).toLowerCase()),
        since: `since ${dateWords(one.at)}`,
      }
    : null;
}

/** How many workers a child has had, in words; null where there was none or it is not known. */
export function workersWords(count: number | null | undefined): string | null {
  return count ? `${count} ${count === 1 ? 'worker' : 'workers'} so far` : null;
}

/** The name that was written for a receiving area, which reads nothing else of the case. */
function noticeName({ written }: CaseView): string | undefined {
  const name = written.find(({ kind }) => kind === 'transfer-notice')?.body.name;
  return typeof name === 'string' ? name : undefined;
}

function nameOf(view: CaseView): string {
  const { child, standing, classes } = view;
  const known = classes.includes('transfer') ? noticeName(view) : undefined;
  const unnamed = known ?? (classes.includes('restricted') ? 'Restricted case' : 'Your referral');
  const name = child?.name ?? standing?.name ?? unnamed;
  return child?.chosenName && !name.includes(child.chosenName) ? `${name} (${child.chosenName})` : name;
}

/** The identity of a case for the head of each of its pages. */
export function caseBar(view: CaseView): CaseBar {
  const { standing, child } = view;
  const today = new Date().toISOString().slice(0, 10);
  return {
    name: nameOf(view),
    age: child ? ageWords(child.birthDate, today) : '',
    reference: view.reference,
    href: `/child-cases/${view.id}`,
    state: [
      view.state.work,
      ...(!view.state.panel || view.state.panel === 'notListed' ? [] : [view.state.panel]),
    ]
      .map((state) => stateLabels[state] ?? state)
      .join(', '),
    restricted: view.restricted ?? false,
    workers: workersWords(standing?.workers),
    grade: tag(standing?.confirmed, (grade) => `Confirmed ${grade}`),
    proposal: tag(
      standing?.proposed && { ...standing.proposed, ...standing.proposed.rose },
      (grade) => `Proposed ${grade}`,
    ),
    harm: Object.entries(standing?.harm ?? {}).map(([kind, harm]) => harmOf(kind, harm)),
    cautions: cautionLines(view.cautions),
  };
}
