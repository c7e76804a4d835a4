import { present } from '../fields.js';
import { codeOf } from '../ssda903/return-fields.js';
import type { XmlElement } from '../xml/xml-elements.js';
import { CLOSURE_CODES, FACTOR_CODES, PRIMARY_NEED_CODES, REFERRAL_SOURCE_CODES } from './codes.js';
import { censusDate, type ElementFields } from './element-fields.js';
import type { CensusAssessment, CensusReferralRow } from './rows.js';

const REFERRED = 'CINreferralDate';
const FACTORS = 'Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors';

/** A referral of the census, or undefined after saying why it cannot be taken; what else is doubtful is a warning. */
export function takeReferral(
  fields: ElementFields,
  childId: string,
  assessmentFields: (element: XmlElement) => ElementFields,
): CensusReferralRow | undefined {
  if (childId === '') {
    fields.refuse('LAchildID', 'BLANK', 'The referral does not say which child it is about.');
  }
  if (fields.text(REFERRED) === '') fields.refuse(REFERRED, 'BLANK', 'The referral has no date.');
  const referred = censusDate(fields, REFERRED, 'refuse');
  const closed = censusDate(fields, 'CINclosureDate', 'doubt');
  const row = {
    childId,
    source: codeOf(fields, 'ReferralSource', REFERRAL_SOURCE_CODES, 'doubt'),
    need: codeOf(fields, 'PrimaryNeedCode', PRIMARY_NEED_CODES, 'doubt'),
    closed,
    closureReason: codeOf(fields, 'ReasonForClosure', CLOSURE_CODES, 'doubt'),
    noFurtherAction: truth(fields.text('ReferralNFA')),
    assessments: fields.all('Assessments').map((one) => takeAssessment(fields, assessmentFields(one))),
  };
  if (referred === undefined) return undefined;
  if (closed && closed < referred)
    fields.doubt('CINclosureDate', 'DATES_OUT_OF_ORDER', 'The closure lies before the referral.');
  return present({ ...row, referred });
}

function truth(text: string): boolean | undefined {
  return { true: true, '1': true, false: false, '0': false }[text];
}

/** An assessment with its factors, each once; a code that is not in the list is left out and said. */
function takeAssessment(whole: ElementFields, fields: ElementFields): CensusAssessment {
  const given = fields.all('FactorsIdentifiedAtAssessment/AssessmentFactors').map((one) => one.text.trim());
  const codes = [...new Set(given.map((code) => code.toUpperCase()))].filter((code) => code !== '');
  const factors = codes.filter((code) => Object.hasOwn(FACTOR_CODES, code));
  const unknown = codes.filter((code) => !factors.includes(code));
  const authorised = censusDate(fields, 'AssessmentAuthorisationDate', 'doubt');
  const doubt = (reason: string) => whole.doubt(FACTORS, 'NOT_IN_LIST', reason);
  if (unknown.length > 0)
    doubt(`No factor has the code ${unknown.join(', ').slice(0, 100)}; it was left out.`);
  if (factors.includes('21') && factors.length > 1)
    doubt('Factor 21 says that there were none, and others are given: the others were kept beside it.');
  const retired = factors.filter((code) => code === '18A' || code === '19A');
  if (retired.length > 0) doubt(`${retired.join(' and ')} was retired; it was kept as given.`);
  if (given.length !== codes.length + given.filter((code) => code === '').length)
    whole.doubt(FACTORS, 'DUPLICATE_ROW', 'A factor is given twice; it was taken once.');
  if (factors.length > 0 && !authorised)
    whole.doubt(
      'Assessments/AssessmentAuthorisationDate',
      'WITHOUT_ITS_PARTNER',
      'Factors belong to an assessment that was authorised; these were kept and count for nothing yet.',
    );
  const start = censusDate(fields, 'AssessmentActualStartDate', 'doubt');
  for (const one of fields.warnings) whole.warnings.push(one);
  return present({ start, authorised, factors });
}
