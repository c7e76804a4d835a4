/** One field of the Standard Safeguarding Dataset: its reference there, what it is, and where it comes from here. */
export interface SsdField {
  name: string;
  ref: string;
  words: string;
  type: 'text' | 'date' | 'json' | 'number';
  /** Null where these books do not hold it: the column stands, blank. */
  from: string | null;
}

const field = (
  name: string,
  ref: string,
  words: string,
  from: string | null,
  type: SsdField['type'] = 'text',
) => ({
  ...{ name, ref, words, type, from },
});
const person = (name: string, ref: string) =>
  field(
    name,
    ref,
    'Person Unique ID',
    'The authority’s own id of the child; a child without one is left out',
  );

/**
 * The tables of the Standard Safeguarding Dataset that these books can fill, with the names and the references of its
 * objects (github.com/data-to-insight/ssd-data-model, data/objects).
 */
export const ssdTables = {
  ssd_person: [
    person('pers_person_id', 'PERS001A'),
    field('pers_sex', 'PERS002A', 'Sex: F, M, U', 'Sex of the child'),
    field('pers_gender', 'PERS003A', 'Gender', null),
    field(
      'pers_ethnicity',
      'PERS004A',
      'Ethnicity, DfE code; NOBT where not obtained',
      'Ethnicity of the child',
    ),
    field('pers_dob', 'PERS005A', 'Date of birth', 'Birth date of the child', 'date'),
    field(
      'pers_common_child_id',
      'PERS013A',
      'Common Child Identifier (NHS number)',
      'NHS number of the child',
    ),
    field('pers_legacy_id', 'PERS014A', 'Person System ID', 'The id of the record here'),
    field('pers_upn_unknown', 'PERS007A', 'Why the UPN is unknown', null),
    field('pers_send_flag', 'PERS008A', 'Whether the child has an EHC plan', null),
    field('pers_expected_dob', 'PERS009A', 'Expected birth date', null, 'date'),
    field('pers_death_date', 'PERS010A', 'Date of death', null, 'date'),
    field('pers_is_mother', 'PERS011A', 'Whether the child is a mother', null),
    field('pers_nationality', 'PERS012A', 'Country of origin', null),
  ],
  ssd_linked_identifiers: [
    field('link_table_id', 'LINK001A', 'Row ID', 'The id of the child with UPN'),
    person('link_person_id', 'LINK002A'),
    field('link_identifier_type', 'LINK003A', 'Which identifier', 'Unique Pupil Number'),
    field('link_identifier_value', 'LINK004A', 'The identifier', 'UPN of the child'),
    field('link_valid_from_date', 'LINK005A', 'Valid from', null, 'date'),
    field('link_valid_to_date', 'LINK006A', 'Valid to', null, 'date'),
  ],
  ssd_legal_status: [
    field('lega_legal_status_id', 'LEGA001A', 'Row ID', 'The id of the child with the first day'),
    person('lega_person_id', 'LEGA002A'),
    field('lega_legal_status', 'LEGA003A', 'Legal status, SSDA903 code', 'Latest legal status of the child'),
    field('lega_legal_status_start_date', 'LEGA004A', 'Start', 'Its first day', 'date'),
    field('lega_legal_status_end_date', 'LEGA005A', 'End', 'Its last day; blank where it stands', 'date'),
  ],
  ssd_missing: [
    field('miss_table_id', 'MISS001A', 'Row ID', 'The id of the absence with the place of its part'),
    person('miss_la_person_id', 'MISS002A'),
    field('miss_mis_epi_start', 'MISS003A', 'Start of the episode', 'First day of the part', 'date'),
    field('miss_mis_epi_type', 'MISS004A', 'M missing, A away without authorisation', 'Kind of the part'),
    field(
      'miss_mis_epi_end',
      'MISS005A',
      'End of the episode',
      'Last day of the part; blank where it lasts',
      'date',
    ),
    field(
      'miss_mis_epi_rhi_offered',
      'MISS006A',
      'Return interview offered: Y, N',
      'Whether an interview was offered for the absence; blank before anybody said',
    ),
    field(
      'miss_mis_epi_rhi_accepted',
      'MISS007A',
      'Return interview accepted: Y, N',
      'Whether it was held; blank where it was not offered or is open',
    ),
  ],
  ssd_cin_episodes: [
    field('cine_referral_id', 'CINE001A', 'Row ID', 'The id of the entry here'),
    person('cine_person_id', 'CINE002A'),
    field('cine_referral_date', 'CINE003A', 'Referral date', 'As the census gave it', 'date'),
    field('cine_cin_primary_need_code', 'CINE010A', 'Primary need', 'As the census gave it'),
    field('cine_referral_source_code', 'CINE004A', 'Referral source', 'As the census gave it'),
    field('cine_referral_source_desc', 'CINE012A', 'Referral source in words', 'Short words of the code'),
    field('cine_referral_outcome_json', 'CINE005A', 'Outcome', null, 'json'),
    field('cine_referral_nfa', 'CINE011A', 'No further action: Y, N', 'As the census gave it'),
    field('cine_close_reason', 'CINE006A', 'Closure reason', 'As the census gave it'),
    field('cine_close_date', 'CINE007A', 'Closure date', 'As the census gave it', 'date'),
    field('cine_referral_team', 'CINE008A', 'Team', null),
    field('cine_referral_worker_id', 'CINE009A', 'Worker', null),
  ],
  ssd_cin_assessments: [
    field('cina_assessment_id', 'CINA001A', 'Row ID', 'The id of the entry with the place of the assessment'),
    person('cina_person_id', 'CINA002A'),
    field('cina_referral_id', 'CINA010A', 'Referral', 'The id of the entry here'),
    field('cina_assessment_start_date', 'CINA003A', 'Start', 'As the census gave it', 'date'),
    field('cina_assessment_child_seen', 'CINA004A', 'Child seen', null),
    field('cina_assessment_auth_date', 'CINA005A', 'Authorised', 'As the census gave it', 'date'),
    field('cina_assessment_outcome_json', 'CINA006A', 'Outcome', null, 'json'),
    field('cina_assessment_outcome_nfa', 'CINA009A', 'No further action', null),
    field('cina_assessment_team', 'CINA007A', 'Team', null),
    field('cina_assessment_worker_id', 'CINA008A', 'Worker', null),
  ],
  ssd_assessment_factors: [
    field('cinf_table_id', 'CINF003A', 'Row ID', 'The id of the assessment'),
    field('cinf_assessment_id', 'CINF001A', 'Assessment', 'The id of the assessment'),
    field(
      'cinf_assessment_factors_json',
      'CINF002A',
      'Factors as a JSON array',
      'As the census gave them',
      'json',
    ),
  ],
} as const satisfies { readonly [table: string]: readonly SsdField[] };

/** One of these tables. */
export type SsdTable = keyof typeof ssdTables;

/** The kinds of record that the tables go through, a table each, in their order. */
export const ssdKinds = Object.keys(ssdTables).map((table) =>
  table === 'ssd_missing' ? ('missingEpisode' as const) : ('child' as const),
);

/** The columns of the data dictionary. */
export const dictionaryColumns = ['table', 'field', 'item_ref', 'description', 'type', 'source', 'held'];

/** The data dictionary row by row: every field of every table, and where it comes from. */
export async function* dictionaryRows(): AsyncGenerator<Record<string, string>> {
  for (const [table, fields] of Object.entries(ssdTables) as [string, readonly SsdField[]][])
    for (const { name, ref, words, type, from } of fields)
      yield {
        ...{ table, field: name, item_ref: ref, description: words, type },
        ...{ source: from ?? '', held: from ? 'yes' : 'no: blank' },
      };
}
