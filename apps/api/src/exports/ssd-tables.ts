import { REFERRAL_SOURCE_CODES, writeCsv, type ZipPart, zipPieces } from '@mase/exchange';
import type { Store } from '@mase/store';
import type {
  ChildStanding,
  MissingEpisodeStanding,
  RecordSocialCareReferralPayload,
  StoredRecord,
} from '@mase/workflow';
import { absenceParts } from './absence-parts.js';
import { readByBoth } from './beside.js';
import { type ExportPage, type ExportRun, exportPages } from './export-pages.js';
import type { ReturnCount } from './missing-return.js';
import { dictionaryColumns, dictionaryRows, type SsdTable, ssdTables } from './ssd-dictionary.js';

type Child = StoredRecord<ChildStanding>;
type Episode = StoredRecord<MissingEpisodeStanding>;
type Row = Record<string, string | undefined>;

const sexes: { [sex: string]: string } = { female: 'F', male: 'M' };

function personRows({ id, standing }: Child, personId: string): Row[] {
  const { sex, ethnicity, birthDate, nhsNumber } = standing;
  return [
    {
      pers_person_id: personId,
      pers_sex: sexes[sex ?? ''] ?? 'U',
      pers_ethnicity: ethnicity ?? 'NOBT',
      pers_dob: birthDate ?? '',
      pers_common_child_id: nhsNumber ?? '',
      pers_legacy_id: id,
    },
  ];
}

function identifierRows({ id, standing }: Child, personId: string): Row[] {
  if (!standing.upn) return [];
  return [
    {
      link_table_id: `${id}-upn`,
      link_person_id: personId,
      link_identifier_type: 'Unique Pupil Number',
      link_identifier_value: standing.upn.value,
    },
  ];
}

function legalRows({ id, standing: { status } }: Child, personId: string): Row[] {
  if (!status) return [];
  return [
    {
      lega_legal_status_id: `${id}-${status.since}`,
      lega_person_id: personId,
      lega_legal_status: status.legalStatus,
      lega_legal_status_start_date: status.since,
      lega_legal_status_end_date: status.until ?? '',
    },
  ];
}

const flag = (is: boolean | undefined): string => (is === undefined ? '' : is ? 'Y' : 'N');

interface Referral {
  id: string;
  body: RecordSocialCareReferralPayload;
}

function episodeRows({ id, body }: Referral, personId: string): Row[] {
  return [
    {
      cine_referral_id: id,
      cine_person_id: personId,
      cine_referral_date: body.referred,
      cine_cin_primary_need_code: body.need,
      cine_referral_source_code: body.source,
      cine_referral_source_desc:
        REFERRAL_SOURCE_CODES[body.source as keyof typeof REFERRAL_SOURCE_CODES] ?? '',
      cine_referral_nfa: flag(body.noFurtherAction),
      cine_close_reason: body.closureReason,
      cine_close_date: body.closed,
    },
  ];
}

const assessmentId = (id: string, place: number) => `${id}-${place + 1}`;

const assessmentRows = ({ id, body }: Referral, personId: string): Row[] =>
  body.assessments.map(({ start, authorised }, place) => ({
    cina_assessment_id: assessmentId(id, place),
    cina_person_id: personId,
    cina_referral_id: id,
    cina_assessment_start_date: start,
    cina_assessment_auth_date: authorised,
  }));

const factorRows = ({ id, body }: Referral): Row[] =>
  body.assessments.map(({ factors }, place) => ({
    cinf_table_id: assessmentId(id, place),
    cinf_assessment_id: assessmentId(id, place),
    cinf_assessment_factors_json: JSON.stringify(factors),
  }));

const letters = { missing: 'M', away: 'A' } as const;

/** Interviews that were offered: accepted where they were held, not where they were declined; open before either. */
function interviewCells({ interview, offered }: MissingEpisodeStanding): Row {
  const outcome = interview?.outcome;
  const held = outcome?.startsWith('completed') ?? false;
  const isOffered = offered !== undefined || held || outcome === 'declined' || outcome === 'not-reached';
  return {
    miss_mis_epi_rhi_offered: isOffered ? 'Y' : flag(outcome === 'not-offered' ? false : undefined),
    miss_mis_epi_rhi_accepted: held ? 'Y' : flag(outcome === 'declined' ? false : undefined),
  };
}

const missingRows = ({ id, standing }: Episode, personId: string, timeZone: string): Row[] =>
  absenceParts(standing, timeZone).map(({ kind, start, end }, place) => ({
    miss_table_id: `${id}-${place + 1}`,
    miss_la_person_id: personId,
    miss_mis_epi_start: start,
    miss_mis_epi_type: letters[kind],
    miss_mis_epi_end: end ?? '',
    ...interviewCells(standing),
  }));

const referralsOf = (child: Child, written: ExportPage['written']): Referral[] =>
  written
    .filter((row) => row.record.id === child.id && row.kind === 'social-care-referral')
    .map(({ id, body }) => ({ id, body: body as unknown as RecordSocialCareReferralPayload }));

/** The rows that a child gives to each table that is read off children. */
const ofChild: {
  [table in Exclude<SsdTable, 'ssd_missing'>]: (
    child: Child,
    personId: string,
    referrals: () => Referral[],
  ) => Row[];
} = {
  ssd_person: personRows,
  ssd_linked_identifiers: identifierRows,
  ssd_legal_status: legalRows,
  ssd_cin_episodes: (_child, id, referrals) => referrals().flatMap((one) => episodeRows(one, id)),
  ssd_cin_assessments: (_child, id, referrals) => referrals().flatMap((one) => assessmentRows(one, id)),
  ssd_assessment_factors: (_child, _id, referrals) => referrals().flatMap((one) => factorRows(one)),
};

/** Tables that need what was written on children. */
const ofReferrals: readonly string[] = ['ssd_cin_episodes', 'ssd_cin_assessments', 'ssd_assessment_factors'];

async function* childRows(
  store: Store,
  run: ExportRun,
  table: keyof typeof ofChild,
  count: ReturnCount,
): AsyncGenerator<Row> {
  const pages = exportPages(store, run, { withRows: ofReferrals.includes(table), kinds: ['child'] });
  for await (const { records, written } of pages)
    for (const child of records as Child[]) {
      const { localId } = child.standing;
      if (!localId) {
        if (table === 'ssd_person') count.leftOut();
        continue;
      }
      for (const row of ofChild[table](child, localId, () => referralsOf(child, written))) {
        count.written();
        yield row;
      }
    }
}

async function* absenceRows(store: Store, run: ExportRun, count: ReturnCount): AsyncGenerator<Row> {
  const pages = exportPages(store, run, { withRows: false, kinds: ['missingEpisode'] });
  for await (const { records } of pages) {
    const episodes = (records as Episode[]).filter(({ state }) => state === 'absent' || state === 'over');
    const ids = episodes.map(({ standing }) => standing.childId);
    const children = await readByBoth<Child>(store, run, ids);
    for (const one of episodes) {
      const personId = children.get(one.standing.childId)?.standing.localId;
      if (!personId) {
        count.leftOut();
        continue;
      }
      for (const row of missingRows(one, personId, run.profile.timeZone)) {
        count.written();
        yield row;
      }
    }
  }
}

/**
 * The tables of the Standard Safeguarding Dataset that these books can fill, as an archive of CSV files with a data
 * dictionary; each is read page by page when it is written. Children without the authority’s id are counted as left out,
 * and so are their absences.
 */
export function ssdPieces(
  store: Store,
  run: ExportRun,
  mark: string,
  count: ReturnCount,
): AsyncGenerator<Buffer> {
  const rowsOf = (table: SsdTable) =>
    table === 'ssd_missing' ? absenceRows(store, run, count) : childRows(store, run, table, count);
  const tables = (Object.keys(ssdTables) as SsdTable[]).map(
    (table): ZipPart => ({
      name: `${table}.csv`,
      text: writeCsv(
        ssdTables[table].map(({ name }) => name),
        rowsOf(table),
      ),
    }),
  );
  return zipPieces([
    { name: 'about.txt', text: [`${mark}\n`] },
    { name: 'data_dictionary.csv', text: writeCsv(dictionaryColumns, dictionaryRows()) },
    ...tables,
  ]);
}
