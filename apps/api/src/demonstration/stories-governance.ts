import { englandProfile } from '@mase/workflow';
import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { Script } from './script.js';
import type { PanelChildren } from './stories-panel.js';

/** What information governance has in hand: a closed case that a parent asked to erase, a legal hold, a request for access, exports, one of them a pack for a peer review, a tool that is to be offered no longer, a change of the profile that waits for a second person, and what the school counted itself. */
export function governanceStories(
  script: Script,
  days: Calendar,
  closed: CaseStory,
  { alex, kit }: PanelChildren,
): void {
  script.at(days.before(9, '11:00'), async () => {
    await script.give('caldicott', 'legal-holds/place-hold', {
      scope: 'theme',
      theme: 'trafficking',
      reason: 'inquiry',
      reviewBy: days.dateAfter(120),
      words: 'A made-up inquiry has asked every area to keep what it holds about trafficking.',
    });
  });
  script.at(days.before(4, '15:00'), async () => {
    await script.give('admin', 'instrument-changes/propose-change', {
      change: 'retire',
      instrument: 'domain-levels',
      from: days.dateAfter(90),
      reason: 'The made-up area assesses with the nine domains alone from then on.',
    });
  });
  script.at(days.before(4, '15:30'), async () => {
    await script.give('admin', 'profile-changes/propose-change', {
      file: JSON.stringify(
        { ...englandProfile, effectiveFrom: days.dateAfter(60), relistMonths: 9 },
        null,
        2,
      ),
      reason: 'The made-up panel asked to list for three months longer.',
    });
  });
  script.at(days.before(4, '16:00'), async () => {
    await script.give('coordinator', 'partner-figures/record-figures', {
      agencyId: script.founded.agencies.school,
      period: days.dateBefore(4).slice(0, 4),
      measure: 'Lessons on exploitation (made up)',
      figures: [
        { label: 'Years 7 to 9', n: 34 },
        { label: 'Years 10 and 11', n: 21 },
      ],
      source: 'The school’s own calendar of lessons (made up)',
    });
  });
  script.at(days.before(3, '10:30'), async () => {
    await script.give('governance', 'disposals/propose-disposal', {
      record: { kind: 'childCase', id: closed.caseId },
      basis: 'upheld-erasure',
    });
  });
  script.at(days.before(2, '09:30'), async () => {
    const childId = await script.childOf(closed.caseId);
    const { id } = await script.give('governance', 'access-requests/record-request', {
      requester: { kind: 'parent', name: 'Pat Example' },
      childId,
      receivedOn: days.dateBefore(2),
      scope: 'Everything that is held about my child (made up)',
      sendTo: 'by hand, at the office',
    });
    await script.give(
      'governance',
      'access-requests/confirm-identity',
      { how: 'parental-responsibility-seen' },
      id,
    );
    await script.gatherBundle(id);
    await script.give('governance', 'access-consultations/ask-agency', {
      requestId: id,
      agencyId: script.founded.agencies.school,
      contactId: script.person('referrer'),
      question: 'What speaks against giving out what you wrote? (made up)',
      items: [],
    });
    await script.give('auditor', 'exports/request-export', {
      what: 'list',
      list: 'childCase',
      recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
      reason: 'A made-up inspection of how long cases wait',
    });
    await script.give('governance', 'exports/request-export', {
      what: 'peer-review',
      cases: [alex.caseId, kit.caseId],
      recipient: { name: 'Blake Placeholder', organisation: 'Made-up Improvement Partners' },
      reason: 'A made-up yearly review of how plans are followed',
    });
  });
}
