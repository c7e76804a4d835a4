import { createReadStream } from 'node:fs';
import { checkCensus, readCensusChildren, readCensusReferrals } from '@mase/exchange';
import { childRequests } from './child-requests.js';
import type { ImportKind } from './import-kind.js';
import { KnownChildren } from './known-children.js';
import { referralRequests } from './referral-requests.js';

const ID = 'ChildIdentifiers/LAchildID';

/** A children in need census: its children, then their referrals with assessments and factors. */
export const cinCensusImport: ImportKind = {
  name: 'cin-census',
  summary: 'Take a children in need census',
  description:
    'A form of census (XML in UTF-8, at most 250 MB); a file that is faulty anywhere is refused whole',
  parts: ['census'],
  megabytes: 250,
  roles: ['coordinator', 'triage-social-worker', 'triage-officer'],
  who: 'the coordinator or the triage team',
  fieldOf: {
    localId: ID,
    childId: ID,
    birthDate: 'ChildIdentifiers/PersonBirthDate',
    sex: 'ChildIdentifiers/GenderCurrent',
    ethnicity: 'ChildCharacteristics/Ethnicity',
    upn: 'ChildIdentifiers/UPN',
    referred: 'CINreferralDate',
    happened: 'CINreferralDate',
    source: 'ReferralSource',
    need: 'PrimaryNeedCode',
    closed: 'CINclosureDate',
    closureReason: 'ReasonForClosure',
    noFurtherAction: 'ReferralNFA',
    assessments: 'Assessments',
  },
  lost: {
    field: 'LAchildID',
    reason: 'The child was not put on the books, for the reason given with the child\u2019s own element.',
  },

  /** Reads the whole file, since what is wrong further down makes all of an XML file doubtful. */
  async check({ census }) {
    if (census) await checkCensus(createReadStream(census.path), census.name);
  },

  async *requests(importer, { files: { census }, asAt }, tally) {
    if (!census) return;
    const from = `Children in need census, as at ${asAt}`;
    const about = { children: new KnownChildren(importer), tally, asAt, from };
    const open = () => createReadStream(census.path);
    yield* childRequests(readCensusChildren(open(), census.name), { ...about, stage: 'children' });
    yield* referralRequests(readCensusReferrals(open(), census.name), about);
  },
};
