import { officerDefinedEthnicities, selfDefinedEthnicities } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { codeWords } from '../../../strand.js';
import { type Aged, ageWords, type StrandRecordView } from '../../../strand-record.js';
import { strandRecordPage } from '../../../strand-record-page.js';

interface PersonFields extends Aged {
  /** As the youngest of the records that are joined has it. */
  adultOn: string | null;
  sex: string | null;
  ethnicitySelf: keyof typeof selfDefinedEthnicities | null;
  ethnicityOfficer: keyof typeof officerDefinedEthnicities | null;
  nationality: string | null;
  licence: string | null;
  positionOfTrust: string | null;
}

const notAsked = 'Not asked yet';

/** What is known of a person. */
export function personFacts(view: StrandRecordView): { key: string; text: string }[] {
  const person = view as unknown as PersonFields;
  const { adultOn, ethnicitySelf, ethnicityOfficer, licence } = person;
  return [
    { key: 'Age', text: ageWords(person) },
    ...(adultOn && adultOn > new Date().toISOString().slice(0, 10)
      ? [{ key: 'A child', text: `18 on ${dateWords(adultOn)}, as far as is known` }]
      : []),
    { key: 'Sex', text: person.sex ? codeWords(person.sex) : notAsked },
    {
      key: 'Ethnicity, self-defined',
      text: ethnicitySelf ? selfDefinedEthnicities[ethnicitySelf] : notAsked,
    },
    {
      key: 'Ethnicity, officer-defined',
      text: ethnicityOfficer ? officerDefinedEthnicities[ethnicityOfficer] : notAsked,
    },
    { key: 'Nationality', text: person.nationality ?? notAsked },
    {
      key: 'Works with children',
      text: person.positionOfTrust ? codeWords(person.positionOfTrust) : notAsked,
    },
    ...(licence ? [{ key: 'Licence', text: licence }] : []),
  ];
}

/** Who a person of concern is. */
export const page = strandRecordPage('persons', {
  facts: personFacts,
  gapWords: {
    name: 'name',
    birthDate: 'date of birth',
    sex: 'sex',
    ethnicitySelf: 'ethnicity as the person says it',
    ethnicityOfficer: 'ethnicity as an officer saw it',
    nationality: 'nationality',
    positionOfTrust: 'whether the person works with children',
  },
});
