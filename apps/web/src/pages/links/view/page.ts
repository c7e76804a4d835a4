import { commandLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { withDates } from '../../../why-dates.js';
import { followsFrom, linkFacts, linkTag, linkTitle, readLink, section, shownEnd } from '../link.js';
import { networkOf } from '../network-of.js';
import { writtenWords } from '../written-words.js';

const verbs = ['acknowledge-link', 'grade-link', 'review-link', 'renew-link', 'withdraw-link'];

/** One link: what it joins and says, how far it may be relied on, what workers are told, and what was said of it. */
export const page: Page = {
  id: 'links/view',
  url: '/links/:id',
  section,

  async get(visit) {
    const { link } = await readLink(visit);
    const { from, to, sourceRecord } = link;
    return show({
      title: linkTitle(link),
      back: { href: section, text: 'Links' },
      model: {
        tag: linkTag(link),
        ungraded: !link.graded && !followsFrom(link),
        follows: link.graded ? null : followsFrom(link),
        ends: [from, to].map((end) => ({ ...shownEnd(end), network: networkOf(end) })),
        ...withDates(
          linkFacts(link).filter(({ key }) => key !== 'What it says'),
          link,
        ),
        told: link.toldWords,
        withdrawn: link.state === 'withdrawn',
        knew: link.mayAskWhoKnew ? `/records/${link.id}/who-knew` : null,
        from: sourceRecord && placeOf(sourceRecord.kind, sourceRecord.id),
        said: link.written.filter(({ kind }) => kind !== 'link-told').map(writtenWords),
        steps: verbs
          .filter((verb) => canDo(link.allowed, `links/${verb}`))
          .map((verb, index) => ({
            href: `${section}/${link.id}/${verb}`,
            text: commandLabels[`links/${verb}`],
            main: index === 0,
          })),
      },
    });
  },
};
