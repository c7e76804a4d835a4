import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { Script } from './script.js';

const found = {
  ...{ referral: 'good', referralEvidence: 'The school was heard on the day it rang (made up).' },
  ...{ assessment: 'good', assessmentEvidence: 'The child’s own words lead the analysis (made up).' },
  ...{ plan: 'requires-improvement', planEvidence: 'Two actions have no measure (made up).' },
  ...{ outcomes: 'requires-improvement', outcomesEvidence: 'Nobody says yet what is better (made up).' },
  ...{ overall: 'requires-improvement', reasons: 'Seen early and heard well; the plan drifts (made up).' },
  themes: ['plan-and-review', 'voice-of-the-child'],
};

/** A case that a sample drew came back from audit and led to actions, one of them proven; another waits for its auditor. */
export function auditStories(script: Script, days: Calendar, [one, other]: [CaseStory, CaseStory]): void {
  let audit = '';
  let sampleId = '';
  script.at(days.before(9, '10:00'), async () => {
    const drawn = await script.sample('auditor', {
      ...{ title: 'High grades of the quarter (made up)', purpose: 'Quarterly audit (made up)' },
      ...{ basis: 'received', from: days.dateBefore(80), to: days.dateBefore(9), grade: 'high' },
      ...{ size: 12, seed: 20_261_126 },
    });
    sampleId = drawn.id;
  });
  script.at(days.before(8, '11:30'), async () => {
    const commissioned = await script.give('auditor', 'case-audits/commission-audit', {
      caseId: one.caseId,
      auditorId: script.person('manager-south'),
      due: days.dateAfter(2),
      reason: 'Quarterly audit of the made-up partnership',
      sampleId,
    });
    audit = commissioned.id;
    await script.give('auditor', 'case-audits/commission-audit', {
      caseId: other.caseId,
      auditorId: script.person('charity-worker'),
      due: days.dateAfter(10),
      reason: 'The panel asked how the plan works (made up)',
    });
  });
  script.at(days.before(2, '16:10'), async () => {
    await script.give('manager-south', 'case-audits/return-audit', found, audit);
  });
  script.at(days.before(1, '12:10'), async () => {
    const action = (ownerId: string, what: string) =>
      script.give('auditor', 'audit-actions/add-action', {
        ...{ auditId: audit, caseId: one.caseId, part: 'plan', what, ownerId, due: days.dateAfter(20) },
        proofWanted: 'The plan as it is agreed next (made up)',
      });
    await action(script.person('manager'), 'Look at the measures of every plan of the team (made up)');
    const { id } = await action(script.person('worker'), 'Write what is better for the child (made up)');
    await script.give('worker', 'audit-actions/give-proof', { proof: 'Written at the review (made up)' }, id);
  });
}
