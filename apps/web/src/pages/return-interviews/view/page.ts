import {
  commandLabels,
  findingHeadings,
  interviewOutcomeWords,
  labelOf,
  stateLabels,
} from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { momentWords } from '../../../date-words.js';
import { onCaseTag } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import type { EpisodeLine } from '../../missing-episodes/episode.js';
import {
  absenceWords,
  findingText,
  headingWords,
  type InterviewView,
  offerFacts,
  ratingWords,
  readInterview,
} from '../interview.js';

const steps = ['record-interview', 'close-offer'];
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What was found, heading by heading, leaving out headings without findings. */
function found({ findings }: InterviewView) {
  return Object.keys(findingHeadings).flatMap((heading) => {
    const own = findings.filter((code) => code.startsWith(`${heading}:`)).map(findingText);
    return own.length > 0 ? [{ key: headingWords[heading], text: own.join(', ') }] : [];
  });
}

/** One return home interview: what was offered, what the young person said, what was found, and which absences it answers. */
export const page: Page = {
  id: 'return-interviews/view',
  url: '/return-interviews/:id',
  section: '/missing-now',

  async get(visit) {
    const { view } = await readInterview(visit);
    const { items } = await readList<EpisodeLine>(visit, '/api/v1/missing-episodes', {
      childId: view.childId,
      limit: 100,
      after: undefined,
    });
    const of = (kind: string) => view.written.find((row) => row.kind === kind)?.body ?? {};
    const held = of('interview');
    const offer = of('interview-offer');
    const open = steps.filter((verb) => canDo(view.allowed, `return-interviews/${verb}`));
    return show({
      title: 'Return home interview',
      model: {
        caption: view.childName,
        tag: { ...onCaseTag(view.state), text: stateLabels[view.state] ?? labelOf(view.state) },
        facts: [
          ...offerFacts(view),
          ...(text(offer.whyNotIndependent)
            ? [{ key: 'Why not independent', text: text(offer.whyNotIndependent) }]
            : []),
          ...(text(held.where) ? [{ key: 'Where', text: text(held.where) }] : []),
          ...(view.heldAt ? [{ key: 'Seen alone', text: held.seenAlone ? 'Yes' : 'No' }] : []),
        ],
        quotation: text(held.ownWords),
        rating: view.ownRating ? ratingWords(view.ownRating) : null,
        found: found(view),
        learnt: text(held.words),
        offered: text(offer.words),
        none: text(of('interview-not-held').words),
        absences: items
          .filter(({ id }) => view.episodeIds.includes(id))
          .map((one) => ({
            href: `/missing-episodes/${one.id}`,
            text: absenceWords(one),
            outcome: one.interview ? interviewOutcomeWords[one.interview.outcome] : 'Not answered yet',
          })),
        sent: view.sent
          ? {
              when: momentWords(view.sent.lastAt),
              findings: view.sent.findings.map(findingText).join(', '),
            }
          : null,
        intelligence: view.heldAt ? `/intelligence/submit-intelligence?interview=${view.id}` : null,
        steps: open.map((verb, index) => ({
          text: commandLabels[`return-interviews/${verb}`],
          href: `/return-interviews/${view.id}/${verb}`,
          main: index === 0,
        })),
      },
    });
  },
};
