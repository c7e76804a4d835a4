import { stateLabels } from '@mase/workflow/words';
import type { CaseView } from '../case-view.js';

/** A case as the api names it beside a possible match. */
interface MatchedCase {
  id: string;
  reference: string | null;
  state: { work: string };
}

/** The same child’s other cases, and children on the books who may be the same, as the api finds them. */
export interface Matches {
  sameChild: MatchedCase[];
  matches: { name: string; birthDate: string | null; by: string[]; cases: MatchedCase[] }[];
}

const byWords: Record<string, string> = {
  name: 'name',
  birthDate: 'date of birth',
  localId: 'local id',
  upn: 'pupil number',
  nhsNumber: 'NHS number',
};

function choice({ id, reference, state }: MatchedCase, name: string, why: string) {
  const hint = { text: `${stateLabels[state.work] ?? state.work}. ${why}` };
  return { value: id, text: [name, reference].filter(Boolean).join(', '), hint };
}

/** Other cases that a referral may belong to: those of the same child, then those of children who may be the same. */
export function matchChoices({ sameChild, matches }: Matches, view: CaseView) {
  const name = view.child?.name ?? 'This child';
  return [
    ...sameChild.map((one) => choice(one, name, 'Another case of this child')),
    ...matches.flatMap((match) => {
      const why = `Found by ${match.by.map((one) => byWords[one] ?? one).join(' and ')}`;
      return match.cases.map((one) => choice(one, match.name, why));
    }),
  ];
}

/** Children who may be the same but have no case that the referral could join. */
export function namesWithoutCase({ matches }: Matches): string[] {
  return matches.filter(({ cases }) => cases.length === 0).map(({ name }) => name);
}
