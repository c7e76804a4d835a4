import { type DisposalCertificateModel, dateTimeWords, dateWords } from '@mase/documents';
import type { DisposalCertificate } from '@mase/store';
import { labelOf, type Profile } from '@mase/workflow';
import { shortDigest } from '../packs/paper-digest.js';

const kindWords: { [kind: string]: string } = {
  childCase: 'child’s case',
  child: 'child’s own record',
  planAction: 'plan action',
  agendaItem: 'agenda item',
  missingEpisode: 'missing episode',
  returnInterview: 'return home interview',
  referralProposal: 'referral proposal',
  sitting: 'sitting with its minutes',
  breakGlass: 'emergency opening',
  accessRequest: 'request for access',
  accessConsultation: 'consultation about a request for access',
  disposal: 'earlier disposal that was not carried out',
  legalHold: 'lifted legal hold',
};
const tableWords: { [table: string]: string } = {
  written: 'what was written',
  clock: 'clocks',
  case_reader: 'who may read',
  queue_row: 'lists of work',
  outbox: 'outgoing work',
  message: 'messages',
  search_term: 'search terms',
  idempotency_key: 'keys of requests',
  draft: 'drafts',
  pack: 'copies issued',
  looking_review: 'reviewed looks',
};
const basisWords: { [basis: string]: string } = {
  'period-over': 'The period of keeping is over',
};
const remarks = [
  'Backups made before the disposal hold the record until they are overwritten; the operations handbook says when.',
  'Minutes of sittings that also concern others are kept until the record of the last of them is disposed of.',
  'Copies of papers that were issued are with their recipients; the record of each copy is kept with its sitting.',
];

/** The certificate as its document prints it: ids, counts and digests alone. */
export function certificateModel(
  { said, digest }: DisposalCertificate,
  { partnership, profile }: { partnership: string; profile: Profile },
): DisposalCertificateModel {
  const moment = (at: string) => dateTimeWords(at, profile.timeZone);
  const counts = (all: { [name: string]: number }, lead: string, words: { [name: string]: string }) =>
    Object.entries(all).map(([name, n]) => ({ what: `${lead}: ${words[name] ?? name}`, count: String(n) }));
  const acts = [
    ['Proposed', said.proposed],
    ['Approved', said.approved],
    ['Carried out', said.carriedOut],
  ] as const;
  return {
    head: {
      title: 'Certificate of disposal',
      partnership,
      marking: profile.protectiveMarking,
      copy: {
        number: 1,
        of: 1,
        recipient: 'the register of disposals',
        role: 'kept with the disposal',
        agency: partnership,
        issued: moment(said.at),
        version: 1,
        digest: shortDigest(digest),
      },
    },
    disposal: said.disposal,
    carriedOut: moment(said.at),
    basis: basisWords[said.basis ?? ''] ?? labelOf(said.basis ?? 'not recorded'),
    rule:
      profile.retention.rules.find((one) => one.id === said.rule)?.label ??
      said.rule ??
      'None: by the reason above',
    keptUntil: said.keptUntil ? dateWords(said.keptUntil) : 'No date applies',
    acts: acts.flatMap(([what, act]) =>
      act ? [{ what, account: act.by ?? 'No account', at: moment(act.at) }] : [],
    ),
    records: counts(said.records, 'Records', kindWords),
    rows: counts(said.rows, 'Rows', tableWords),
    entries: [
      { what: 'Entries of history', count: String(said.entries.history) },
      { what: 'Lines of the audit', count: String(said.entries.audit) },
    ],
    lines: said.lines.map(({ id, leaf, entries }) => ({ id, leaf, entries: String(entries) })),
    digest,
    remarks,
  };
}
