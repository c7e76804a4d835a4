import { path } from '../../../api-client.js';
import type { Visit } from '../../../visit.js';
import type { Entry } from '../case-view.js';
import { explained } from '../explained.js';
import type { Instrument } from './assessment-form.js';
import { typedAssessment } from './typed-answers.js';

interface Suggestion {
  result: object;
  since: {
    happened: string;
    changed: { label: string; before: string | null; after: string | null }[];
  } | null;
}

const wholeDate = /^\d{4}-\d\d-\d\d$/;

interface Piece {
  source?: string | undefined;
  date?: string | undefined;
}

/** What can be counted of a half-filled form: evidence without its source or a whole date is left out. */
function countable(one: object): object {
  const { evidence, moreEvidence = [], ...rest } = one as { evidence?: Piece; moreEvidence?: Piece[] };
  const [first, ...more] = [...(evidence ? [evidence] : []), ...moreEvidence].filter(
    ({ source, date }) => source && wholeDate.test(date ?? ''),
  );
  return { ...rest, ...(first && { evidence: first }), ...(more.length > 0 && { moreEvidence: more }) };
}

/** What the form would suggest as it is filled in now, as the component `explanation` shows it. */
export async function suggestionOf(visit: Visit, instrument: Instrument) {
  const { instrument: id, instrumentVersion, ...typed } = typedAssessment(visit, instrument);
  const { answers, levels, protective, learningDisability } = typed;
  const body = {
    ...{ instrument: id, instrumentVersion, protective, learningDisability },
    answers: answers.map(countable),
    levels: levels.filter(({ level }) => !Number.isNaN(level)).map(countable),
  };
  const to = path`/api/v1/child-cases/${visit.params.id ?? ''}/suggestion`;
  const { result, since } = (await visit.send<Suggestion>(to, body)).body;
  const entry = { id: 'now', body: { result, proposed: visit.typed('proposed') } } as unknown as Entry;
  const comparisons = since
    ? [{ previous: { happened: since.happened }, current: { id: 'now' }, changed: since.changed }]
    : [];
  return explained(entry, { comparisons } as never);
}
