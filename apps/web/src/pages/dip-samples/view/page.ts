import { stateLabels } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { entriesSaid, onCaseSteps, onCaseTag } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { quality, readEntry } from '../../../register.js';
import { cautionTag } from '../../caution-lines.js';
import { sampledGradeWords, samples } from '../sample.js';

/** One sample: by what it was drawn, its cases that the reader sees, and the audits that came of it. */
export const page: Page = {
  id: 'dip-samples/view',
  url: '/dip-samples/:id',
  section: quality,

  async get(visit) {
    const { view } = await readEntry(visit, samples);
    const gives = samples.begin.roles.some((role) =>
      (visit.who?.roles as string[] | undefined)?.includes(role),
    );
    return show({
      title: view.title,
      back: { href: '/dip-samples', text: samples.title },
      model: {
        caption: samples.one,
        tag: onCaseTag(view.state),
        facts: samples.facts(view),
        said: entriesSaid(view, samples),
        steps: onCaseSteps(view, samples),
        againHref: `/dip-samples/${view.id}/again`,
        withheld: view.size - view.cases.length,
        cases: view.cases.map((one) => ({
          about: [one.name, one.reference, cautionTag(one.cautions)].filter(Boolean).join(', '),
          href: `/child-cases/${one.caseId}`,
          place: one.place,
          stands: `${stateLabels[one.state.work] ?? one.state.work}. ${sampledGradeWords(one.grade ?? 'not-graded')}`,
          audits: one.audits.map((audit) => ({
            href: `/case-audits/${audit.id}`,
            words: `${audit.auditorName}, by ${dateWords(audit.dueOn)}: ${stateLabels[audit.state] ?? audit.state}`,
          })),
          giveHref:
            gives && view.state === 'drawn'
              ? `/case-audits/commission-audit?case=${one.caseId}&sample=${view.id}`
              : null,
        })),
      },
    });
  },
};
