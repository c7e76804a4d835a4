import type { Calendar } from './calendar.js';
import type { Script } from './script.js';

const seen = 'In four of ten audits two actions or more had no date (made up)';

/** Entries of every register of quality: judged, answered, carried out, and waiting for somebody. */
export function registerStories(script: Script, days: Calendar): void {
  const lead = (who: string, due: number) => ({ leadId: script.person(who), due: days.dateAfter(due) });
  script.at(days.before(20, '10:00'), async () => {
    const standard = (number: string, title: string, agency: string, who: string) =>
      script.give('auditor', 'quality-standards/add-standard', {
        ...{ number, title, agencyId: script.founded.agencies[agency], ...lead(who, 30) },
        asks: 'Read in the cases of a quarter: ten of ten for green, seven for amber (made up)',
      });
    const { id } = await standard('1.1', 'Every child’s own words lead the assessment', 'council', 'manager');
    await standard('2.3', 'Every action of a plan has an owner and a date', 'council', 'manager');
    await standard('2.3', 'Every action of a plan has an owner and a date', 'health', 'member-health');
    await script.give(
      'manager',
      'quality-standards/judge-standard',
      {
        ...{ rating: 'amber', on: days.dateBefore(21), due: days.dateAfter(80) },
        evidence: 'Eight of ten cases of the quarter (made up)',
      },
      id,
    );
  });
  script.at(days.before(18, '10:00'), async () => {
    const plan = (title: string, activity: string, due: number) =>
      script.give('auditor', 'quality-activities/plan-activity', {
        ...{ title, activity, about: 'As the yearly programme says (made up)', ...lead('auditor', due) },
      });
    const { id } = await plan('Autumn case audits', 'case-audits', 5);
    await plan('Standards of all agencies', 'standards-review', 40);
    await plan('Survey of children and parents', 'feedback-survey', 90);
    await script.give(
      'auditor',
      'quality-activities/finish-activity',
      { on: days.dateBefore(19), outcome: 'Two cases audited and reported to the board (made up)' },
      id,
    );
  });
  script.at(days.before(15, '10:00'), async () => {
    const { id } = await script.give('auditor', 'practice-themes/open-theme', {
      ...{ theme: 'plan-and-review', title: 'Actions without a date', sources: ['case-audits', 'feedback'] },
      ...{ seen, ...lead('manager', 45) },
    });
    const did = 'Every plan of the team looked at in supervision (made up)';
    const answer = { did, on: days.dateBefore(16), due: days.dateAfter(60) };
    await script.give('manager', 'practice-themes/record-response', answer, id);
  });
  script.at(days.before(12, '10:00'), async () => {
    await script.give('coordinator', 'training-sessions/record-session', {
      ...{ title: 'Seeing harm early', on: days.dateBefore(14), audience: 'licensed-trades' },
      ...{ trade: 'taxis-and-private-hire', place: 'Town hall', givenBy: 'Police and licensing' },
      attended: [{ from: 'Taxi drivers', n: 23 }],
    });
    await script.give('coordinator', 'training-sessions/record-session', {
      ...{ title: 'Grading risk together', on: days.dateBefore(13), audience: 'frontline-workers' },
      ...{ place: 'Civic centre', givenBy: 'The coordinator' },
      attended: [
        { from: 'Social care', n: 12 },
        { from: 'Schools', n: 7 },
      ],
    });
  });
  script.at(days.before(11, '10:00'), async () => {
    const said = (body: object) =>
      script.give('coordinator', 'service-feedback/record-service-feedback', {
        ...{ way: 'survey', month: days.dateBefore(12).slice(0, 7), ...body },
      });
    const { id } = await said({
      ...{ giver: 'child', theme: 'the-same-worker', says: 'not-good' },
      words: 'I had to tell it all again to somebody new (made up)',
    });
    await said({ giver: 'parent-or-carer', theme: 'knowing-what-happens', says: 'mixed' });
    const did = 'Handover now takes place together with the child (made up)';
    await script.give(
      'coordinator',
      'service-feedback/answer-feedback',
      { did, on: days.dateBefore(12) },
      id,
    );
  });
}
