import { checkUpn } from '@mase/workflow/identifiers';
import { type Fields, present } from '../fields.js';
import { ETHNICITY_CODES, NO_UPN_CODES } from '../ssda903/codes.js';
import { codeOf } from '../ssda903/return-fields.js';
import { CENSUS_SEX_CODES } from './codes.js';
import { censusDate } from './element-fields.js';
import type { CensusChildRow } from './rows.js';

const ID = 'ChildIdentifiers/LAchildID';
const UPN = 'ChildIdentifiers/UPN';
const BORN = 'ChildIdentifiers/PersonBirthDate';

/** Why a child in need has no UPN: besides UN1 to UN5, an unborn child and a referral without further action. */
const NO_UPN = [...NO_UPN_CODES, 'UN6', 'UN7'] as const;

/** A child of the census, or undefined after saying why the child cannot be taken. */
export function takeChild(fields: Fields): CensusChildRow | undefined {
  const childId = fields.text(ID);
  if (childId === '') fields.refuse(ID, 'BLANK', 'The element does not say which child it is about.');
  else if (!/^[\x21-\x7e]{1,20}$/.test(childId)) {
    const reason = 'A child\u2019s id has at most 20 letters and digits, without spaces.';
    fields.refuse(ID, 'NOT_AN_IDENTIFIER', reason);
  }
  const birthDate = bornOn(fields);
  const row = {
    childId,
    sex: sexOf(fields),
    ethnicity: codeOf(fields, 'ChildCharacteristics/Ethnicity', ETHNICITY_CODES, 'doubt'),
    ...upnOf(fields),
    deathDate: censusDate(fields, 'ChildIdentifiers/PersonDeathDate', 'doubt'),
  };
  return birthDate === undefined ? undefined : present({ ...row, birthDate });
}

function bornOn(fields: Fields): string | undefined {
  const expected = fields.text('ChildIdentifiers/ExpectedPersonBirthDate');
  if (fields.text(BORN) !== '') return censusDate(fields, BORN, 'refuse');
  const reason =
    expected === ''
      ? 'The child has no date of birth.'
      : 'The child was not born at the time of the census: no record of an unborn child is made.';
  fields.refuse(BORN, 'BLANK', reason);
  return undefined;
}

function sexOf(fields: Fields): CensusChildRow['sex'] {
  const field = ['ChildIdentifiers/Sex', 'ChildIdentifiers/GenderCurrent'].find(
    (one) => fields.text(one) !== '',
  );
  if (!field) {
    fields.doubt('ChildIdentifiers/Sex', 'BLANK', 'The sex is not given.');
    return 'notKnown';
  }
  const code = codeOf(fields, field, CENSUS_SEX_CODES, 'doubt');
  return code ? CENSUS_SEX_CODES[code] : 'notKnown';
}

function upnOf(fields: Fields): Pick<CensusChildRow, 'upn' | 'noUpnReason'> {
  const value = fields.text(UPN);
  const given = fields.text('ChildIdentifiers/UPNunknown');
  const noUpnReason = NO_UPN.find((code) => code === value || code === given);
  if (noUpnReason) return { noUpnReason };
  if (value === '') {
    fields.doubt(UPN, 'BLANK', 'Neither a UPN nor a code from UN1 to UN7 is given.');
    return {};
  }
  const check = checkUpn(value);
  if (!check.valid) fields.doubt(UPN, 'CHECK_FAILED', `${check.reason} It was kept as given, unverified.`);
  return { upn: { value: value.slice(0, 20), verified: check.valid } };
}
