import { actionKinds, agencyKinds, roles, similarReasons } from '@mase/workflow';
import { aboutChild, caution, cautions } from './about-schemas.js';
import { awayFields } from './cover-schemas.js';
import { missingSchemas } from './missing-schemas.js';
import {
  begins,
  day,
  dueDates,
  etag,
  type Fields,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  open,
  page,
  type Schema,
  text,
  truth,
  whole,
  workersHad,
} from './schema.js';

const line = { id, version: whole };
const base: Fields = {
  ...line,
  etag,
  state: named('State'),
  clocks: dueDates,
  allowed: list(named('Allowed')),
};
const written: Fields = { written: list(named('Written')), names: named('Names') };

const action: Fields = {
  ...base,
  caseId: maybe(id),
  childId: maybe(id),
  reference: maybe(text()),
  part: oneOf('safety', 'disruption'),
  kind: oneOf(...actionKinds),
  what: text('Shortened for lists; the entry of kind action has it in full'),
  ownerId: { ...maybe(id), description: 'Null until the agency that was given it names somebody' },
  ownerName: text(),
  ownerAgencyId: maybe(id),
  team: maybe(text()),
  due: maybe(day),
  gaps: list(text()),
  ended: maybe(object({ how: text(), at: instant }, { by: id })),
  clocks: list(named('Clock')),
};
const compared: Fields = {
  id,
  caseId: id,
  reference: text(),
  part: oneOf('safety', 'disruption'),
  kind: oneOf(...actionKinds),
  what: text(),
  ownerName: text(),
  due: maybe(day),
  aim: maybe(text('The person or place that it is aimed at')),
};
/** Of a copy in plain words: for whom, and its number among those of the case. */
const plainCopy: Fields = { to: oneOf('child', 'parent'), number: whole };
const copy: Fields = {
  id,
  version: whole,
  state: named('State'),
  caseId: id,
  childId: id,
  name: {
    ...maybe(text()),
    description: 'Null on a copy of the disruption part, which does not tell who the child is',
  },
  reference: text(),
  part: oneOf('safety', 'disruption', 'plain'),
  recipientId: text('The account, the child, or the carer by name'),
  recipientName: text(),
  named: { ...truth, description: 'Whether the police named the recipient, who has no action of the part' },
  plan: { ...whole, description: 'The version of the plan' },
  issuedAt: instant,
  openedAt: maybe(instant),
  endedAt: maybe(instant),
};
const child: Fields = {
  ...line,
  name: text(),
  chosenName: maybe(text()),
  birthDate: maybe(day),
  sex: maybe(text()),
  localId: maybe(text()),
  identified: truth,
  withheld: list(text('A class of content that is kept from this reader')),
};
/** Left out for whoever may know who the child is, and no more. */
const ofChild: Fields = {
  ethnicity: maybe(text()),
  upn: maybe(object({ value: text(), verified: truth })),
  nhsNumber: maybe(text()),
  status: maybe(named('ChildStatus')),
};
const proposal: Fields = {
  ...line,
  state: named('State'),
  childId: id,
  childName: text(),
  because: maybe(
    object(
      { episodes: whole, from: day, to: day },
      { factors: object({ codes: list(text()), authorised: day }) },
    ),
  ),
  from: text(),
  decided: maybe(object({ accepted: truth, at: instant, caseId: maybe(id) })),
};
const user: Fields = {
  ...line,
  name: text(),
  roles: list(oneOf(...roles)),
  agencyId: id,
  agencyKind: text(),
  teamId: maybe(text()),
  endedAt: maybe(instant),
};
const agency: Fields = {
  ...line,
  name: text(),
  kind: oneOf(...agencyKinds),
  teams: list(object({ id: text(), name: text() })),
};

/** What actions, children, episodes, proposals, people and agencies show, by name. */
export const recordSchemas: { [name: string]: Schema } = {
  PlanAction: open(action),
  PlanActionView: open({ ...action, workers: workersHad, ...written }),
  SimilarActionsView: object({
    items: list(
      object({
        why: list(oneOf(...similarReasons)),
        words: { ...list(text()), description: 'Words that both use' },
        one: object(compared),
        other: object(compared),
      }),
    ),
    more: { ...truth, description: 'Whether there are more open actions than are compared' },
  }),
  PlanCopy: object(copy, plainCopy),
  PlanCopyView: object(
    {
      ...copy,
      etag,
      mine: { ...truth, description: 'Whether the reader is its recipient' },
      mayOpenCase: truth,
      words: {
        ...maybe(
          open({
            version: whole,
            kind: oneOf('interim', 'full'),
            agreedAt: instant,
            actions: list(open({ id, what: text(), ownerName: text(), due: maybe(day) })),
            recipients: list(open({ name: text() })),
            forwarded: truth,
          }),
        ),
        description: 'What it says; null for its recipient until he or she opens it',
      },
      plain: {
        ...maybe(
          open({
            version: whole,
            number: whole,
            to: oneOf('child', 'parent'),
            reader: text(),
            lines: list(open({ what: text(), who: text(), due: maybe(day), know: text() })),
            view: maybe(text()),
            call: text(),
          }),
        ),
        description: 'What a copy in plain words says to the child or the carer; null on a partner’s copy',
      },
      receipts: list(open({ version: whole, at: instant })),
      clocks: dueDates,
      allowed: list(named('Allowed')),
    },
    plainCopy,
  ),
  PlanActionsView: page(named('PlanAction')),
  ChildStatus: object({ legalStatus: text(), placement: text(), since: day, until: maybe(day) }),
  ChildView: object(
    {
      ...base,
      ...child,
      begins,
      joining: maybe(object({ childId: id, by: maybe(id), at: instant })),
      joinedWith: maybe(id),
      joined: list(id),
      cases: list(named('CaseLine')),
      cautions: list(object({ ...caution, caseId: id })),
      episodes: list(named('MissingEpisode')),
      interviews: list(named('ReturnInterview')),
      proposals: list(named('ReferralProposal')),
      protections: list(named('Protection')),
      ...written,
    },
    {
      ...{ ...ofChild, about: aboutChild },
      workers: { ...whole, description: 'How many workers the child has had, in all cases' },
    },
  ),
  ChildrenView: page(object({ ...child, cautions }, ofChild)),
  ...missingSchemas,
  ReferralProposal: object(proposal),
  ReferralProposalView: object({ ...base, ...proposal, names: named('Names') }),
  ReferralProposalsView: page(named('ReferralProposal')),
  UserView: object({ ...base, ...user, ...awayFields }),
  UsersView: page(object({ ...user, agencyName: maybe(text()) })),
  AgencyView: object({ ...base, ...agency }),
  AgenciesView: page(object(agency)),
};
