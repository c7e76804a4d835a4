import { handlingCodes, handlingConditions, informationGrades, sourceGrades } from '@mase/workflow/words';
import { missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { linkFacts, readLink, section } from '../link.js';
import { reviewDay } from '../review-day.js';
import { writtenWords } from '../written-words.js';

const command = 'links/grade-link';
const options = (codes: Record<string, string>) =>
  Object.entries(codes).map(([value, text]) => ({ value, text }));

/** Grades a link by source, information and handling, and says what the workers of a linked child are told. */
export const page: Page = {
  id: command,
  url: '/links/:id/grade-link',
  section,
  fields: {
    source: select('how reliable the source is'),
    information: select('how the source knows it'),
    handling: select('how it may be handled'),
    conditions: select('the conditions'),
    told: enter('what workers are told'),
    reviewBy: enterDate('when it is looked at again'),
    reasons: enter('the reasons'),
  },
  draft: (visit) => visit.params.id ?? '',
  place: (pointer) => /^\/grade\/(\w+)/.exec(pointer)?.[1],

  async get(visit) {
    const { link, etag } = await readLink(visit);
    const { grade, toldWords } = link;
    const missing = missingFor(link.allowed, command);
    const href = `${section}/${link.id}`;
    return show({
      title: 'Grade the link',
      version: etag,
      back: { href },
      values: {
        ...reviewDay(),
        ...(grade ? { ...grade, conditions: [...grade.conditions] } : {}),
        ...(toldWords ? { told: toldWords } : {}),
      },
      model: {
        blocked: missing.length > 0 && { missing, href },
        facts: linkFacts(link),
        said: link.written.filter(({ kind }) => kind === 'link').map(writtenWords),
        sources: options(sourceGrades),
        informations: options(informationGrades),
        handlings: options(handlingCodes),
        conditions: options(handlingConditions),
        cancel: href,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    const told = visit.typed('told');
    await visit.send(path`/api/v1/links/${id}/grade-link`, {
      grade: {
        source: visit.typed('source'),
        information: visit.typed('information'),
        handling: visit.typed('handling'),
        conditions: visit.typedList('conditions') ?? [],
      },
      ...(told ? { told } : {}),
      reviewBy: visit.typedDate('reviewBy'),
      reasons: visit.typed('reasons'),
    });
    return goTo(path`/links/${id}`, 'The link is graded.');
  },
};
