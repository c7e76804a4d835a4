import { FACTOR_CODES, writeCsv } from '@mase/exchange';
import type { Store } from '@mase/store';
import {
  type ChildCaseStanding,
  type ChildStanding,
  type Concern,
  localDate,
  type Profile,
  type RecordSocialCareReferralPayload,
  type StoredRecord,
} from '@mase/workflow';
import { gradeWords, harmWords } from '../packs/code-words.js';
import { readBeside } from './beside.js';
import type { ExportPage, ExportRun } from './export-pages.js';
import type { ReturnCount } from './missing-return.js';
import { wasOpen } from './was-open.js';

type Case = StoredRecord<ChildCaseStanding>;
type Child = StoredRecord<ChildStanding>;

/**
 * The factor at the end of an assessment that each kind of exploitation is (children in need census 2025 to 2026). Online
 * and harmful behaviour have none of their own: which of the others it is, the assessment says.
 */
const factorOf: { readonly [concern in Concern]?: string } = {
  sexual: '11A',
  criminal: '24A',
  trafficking: '12A',
  gang: '13A',
};
const missing = '10A';

const columns = [
  ...['LACHILDID', 'UPN', 'BIRTH_DATE', 'FACTOR', 'FACTOR_IN_WORDS', 'SINCE', 'BASIS', 'CASE'],
  ...['CENSUS_ASSESSMENT', 'CENSUS_HAS_IT'],
];

interface Found {
  code: string;
  since: string;
  basis: string;
}

/**
 * What a case says of factors: each kind of which harm is suspected or confirmed. The grade is the case’s and not a kind’s:
 * it stands in the basis, and makes no factor of a kind of which none is known.
 */
function* factorsOf(
  { standing }: Case,
  { profile, day }: { profile: Profile; day: (instant: string) => string },
): Generator<Found> {
  const { harm, confirmed, receivedAt } = standing;
  const graded = confirmed && confirmed.grade !== 'none' ? confirmed : null;
  for (const [concern, { certainty, time }] of Object.entries(harm)) {
    const code = factorOf[concern as Concern];
    if (!code || certainty === 'none-known') continue;
    yield {
      code,
      since: day(graded?.at ?? receivedAt),
      basis: [
        `harm ${harmWords({ certainty, time }).toLowerCase()}`,
        ...(graded ? [`grade ${gradeWords(graded.grade, profile)}`] : []),
      ].join('; '),
    };
  }
}

/** The latest authorised assessment that a census gave of a child, and its factors. */
function lastAssessment(child: Child, written: ExportPage['written']) {
  const told = written
    .filter((row) => row.record.id === child.id && row.kind === 'social-care-referral')
    .flatMap(({ body }) => (body as unknown as RecordSocialCareReferralPayload).assessments)
    .filter(({ authorised }) => authorised !== undefined);
  return told.sort((one, other) => ((one.authorised ?? '') < (other.authorised ?? '') ? 1 : -1))[0];
}

/**
 * The factors that cases of these days give for assessments by social care, for those who complete them: one row a factor
 * of a child, with what the latest assessment of a census has. Children without the authority’s id are counted as left out.
 */
export function cinFactorPieces(
  store: Store,
  run: ExportRun,
  pages: AsyncIterable<ExportPage>,
  count: ReturnCount,
): AsyncGenerator<string> {
  return writeCsv(columns, rowsOf(store, run, pages, count));
}

async function* rowsOf(
  store: Store,
  run: ExportRun,
  pages: AsyncIterable<ExportPage>,
  { written: count, leftOut }: ReturnCount,
): AsyncGenerator<Record<string, string>> {
  const day = (instant: string) => localDate(instant, run.profile.timeZone);
  for await (const { records } of pages) {
    const cases = (records as Case[]).filter((one) => wasOpen(one, run));
    const { records: children, written } = await readBeside<Child>(
      store,
      run,
      [],
      cases.map(({ standing }) => standing.childId),
    );
    for (const one of cases) {
      const child = children.get(one.standing.childId);
      if (!child?.standing.localId) {
        leftOut();
        continue;
      }
      const last = lastAssessment(child, written);
      for (const found of [...factorsOf(one, { profile: run.profile, day }), ...absences(child, run)]) {
        count();
        yield {
          LACHILDID: child.standing.localId,
          UPN: child.standing.upn?.value ?? '',
          BIRTH_DATE: child.standing.birthDate ?? '',
          FACTOR: found.code,
          FACTOR_IN_WORDS: FACTOR_CODES[found.code] ?? '',
          SINCE: found.since,
          BASIS: found.basis,
          CASE: one.standing.reference,
          CENSUS_ASSESSMENT: last?.authorised ?? '',
          CENSUS_HAS_IT: last ? (last.factors.includes(found.code) ? 'Y' : 'N') : '',
        };
      }
    }
  }
}

/** The factor of going missing, where an absence began on these days. */
function absences({ standing }: Child, { standing: { from = '', to = '' } }: ExportRun): Found[] {
  const began = standing.episodes.filter(({ start }) => start >= from && start <= to);
  const [first] = began;
  if (!first) return [];
  const basis = began.length === 1 ? 'one absence' : `${began.length} absences`;
  return [{ code: missing, since: first.start, basis }];
}
