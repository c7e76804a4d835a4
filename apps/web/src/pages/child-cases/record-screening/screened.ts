import type { ScreeningStep } from '@mase/workflow/words';

/** What a screening says, as the api gives it and keeps it. */
export interface Screened {
  next: ScreeningStep;
  advice: string;
  because: { label: string; value: string | number }[];
}

/** What to do next, in words. */
export const screeningNext: Record<ScreeningStep, string> = {
  'look-again': 'Nothing found says that somebody should assess now; screen again when anything changes',
  'talk-over': 'Talk it over with the safeguarding lead before deciding whether somebody assesses',
  assess: 'Somebody should assess the risk',
  'assess-today': 'Somebody should assess the risk today; if the child is in danger now, call 999',
};

/** The lines of a screening on the case: what it says, what to do next, and why. */
export function screenedLines(screened: unknown): { label: string; text: string }[] {
  if (typeof screened !== 'object' || screened === null) return [];
  const { next, advice, because = [] } = screened as Screened;
  const signs = because.filter(({ value }) => value === 'yes').map(({ label }) => label);
  return [
    { label: 'The tool says', text: advice },
    { label: 'Next', text: screeningNext[next] ?? next },
    { label: 'Signs found', text: signs.length > 0 ? signs.join('; ') : 'None' },
    {
      label: 'Not a grade',
      text: 'A screening says whether somebody should assess. It is never an assessment.',
    },
  ];
}
