import { concerns, labelOf, mostSampled, sampledGrades } from '@mase/workflow/words';
import { choices, registerForm } from '../../../register.js';
import { readTeams } from '../../../teams.js';
import { sampledGradeWords, samples } from '../sample.js';

const any = (text: string) => ({ value: '', text });

/** Draws a sample of cases by a seed. */
export const page = registerForm(samples, {
  says: 'The sample is drawn from the books as they were last sealed. Cases that are restricted are not drawn. The seed is kept with it.',
  asks: [
    { name: 'title', label: 'What is the sample called?', called: 'what it is called', kind: 'line' },
    { name: 'purpose', label: 'Why are these cases looked at?', called: 'the purpose', kind: 'text' },
    {
      name: 'basis',
      label: 'Which cases?',
      called: 'which cases',
      kind: 'radios',
      options: [
        { value: 'received', text: 'Received in the days below' },
        { value: 'closed', text: 'Closed in the days below' },
        { value: 'open-on-last-day', text: 'Open on the last of the days below' },
      ],
    },
    { name: 'from', label: 'First day', called: 'the first day', kind: 'date' },
    { name: 'to', label: 'Last day', called: 'the last day', kind: 'date' },
    {
      name: 'grade',
      label: 'Confirmed grade (optional)',
      called: 'the grade',
      kind: 'select',
      options: [any('Any grade'), ...choices(sampledGrades, sampledGradeWords)],
    },
    { name: 'teamId', label: 'Team (optional)', called: 'the team', kind: 'select' },
    {
      name: 'concern',
      label: 'Kind of exploitation or harm (optional)',
      called: 'the kind',
      kind: 'select',
      options: [any('Any kind'), ...choices(concerns, labelOf)],
    },
    {
      name: 'size',
      label: 'How many cases?',
      called: 'how many cases',
      kind: 'whole',
      hint: `At most ${mostSampled}. All are drawn where there are fewer.`,
    },
    {
      name: 'seed',
      label: 'Seed (optional)',
      called: 'the seed',
      kind: 'whole',
      hint: 'A whole number. It is chosen by chance where you leave it out.',
    },
  ],
  options: async (visit) => ({ teamId: [any('Any team'), ...(await readTeams(visit))] }),
  done: 'The sample is drawn.',
});
