/** Days that the worlds of tests are recorded in, as many as any report takes. */
const days = 'from=2026-10-01&to=2026-12-31';

/** Whom a list or report is asked of, where it is of one child, person or place. */
export interface AskedOf {
  childId: string;
  personId: string;
}

/** What lists and reports have to be told of before they answer. */
const required: { [path: string]: (of: AskedOf) => string } = {
  ...Object.fromEntries(
    [
      ...['agreement', 'language/by-team', 'sharing-ledger', 'unusual-looking'],
      ...[
        'case-audits/summary',
        'training-sessions/summary',
        'service-feedback/summary',
        'partner-figures/summary',
        'incident-report',
        'incident-report.csv',
        'missing-report',
        'missing-report.csv',
      ],
    ].map((path) => [path, () => days]),
  ),
  'as-it-was': () => 'kind=childCase&asOf=2026-12-31T23:59:59.000Z',
  'judgement-lists': () => `list=below-floor&${days}`,
  scorecard: () => `scorecard=children&${days}`,
  'scorecard.csv': () => `scorecard=timeliness&${days}`,
  'scorecard/records': () => `scorecard=children&figure=contacts&${days}`,
  'problem-profile': () => 'year=2026',
  'problem-profile/document': () => 'format=html&year=2026',
  'profile-comparison': () => 'one=england&other=england-categories',
  'instruments/in-force': () => 'purpose=assessment',
  'disruption-measures/cawn': ({ childId }) => `childId=${childId}`,
  'disruption-measures/tried': ({ personId }) => `aboutId=${personId}`,
};

const prefix = '/api/v1/';

/** The address of a list or report as it is asked: without what it requires it would answer 400 to everybody, which proves nothing. */
export function asked(path: string, of: AskedOf): string {
  const question = required[path.replace(prefix, '')]?.(of);
  return question ? `${path}?${question}` : path;
}

/** What views of one record have to be told of before they answer so that it can be read. */
const requiredOfView: { [path: string]: string } = {
  // As HTML: the compressed bytes of a PDF hold letters by chance.
  'child-cases/{id}/journey': 'format=html',
  'exports/{id}/peer-review': 'format=html',
  'panels/{id}/series':
    'every=month&nth=first&weekday=thursday&startTime=10:00&minutes=120&from=2027-01-01&until=2027-06-30',
  'sittings/{id}/pack': 'format=html&document=agenda',
};

/** The address of a view of one record as it is asked. */
export function viewOf(path: string, id: string): string {
  const question = requiredOfView[path.replace(prefix, '')];
  const address = path.replace('{id}', id);
  return question ? `${address}?${question}` : address;
}

/** A parameter as the description of the api gives it. */
export interface AskedParameter {
  name: string;
  in: string;
  required?: boolean;
}

/** The same with the longest page that it gives; fails where it requires something that is not said here. */
export function askedAtLength(path: string, parameters: readonly AskedParameter[], of: AskedOf): string {
  const query = parameters.filter((one) => one.in === 'query');
  const address = asked(path, of);
  const unsaid = query.filter((one) => one.required && !address.includes(`${one.name}=`));
  if (unsaid.length > 0) throw new Error(`list-questions.ts does not say what ${path} is asked`);
  const paged = query.some(({ name }) => name === 'limit');
  return paged ? `${address}${address.includes('?') ? '&' : '?'}limit=100` : address;
}

/** Whose surroundings are asked for, to three steps: records by id, and a phone. */
export const neighboursAsked = (ends: readonly { kind: string; id?: string; text?: string }[]): string[] =>
  ends.map((end) => `${prefix}links/neighbours ${JSON.stringify({ ...end, steps: 3 })}`);
