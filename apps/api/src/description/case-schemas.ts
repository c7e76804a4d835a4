import { carrierPapers } from '@mase/store';
import { actionGaps, closureReasons, contentClasses } from '@mase/workflow';
import { aboutChild, caution, cautions } from './about-schemas.js';
import { onCase } from './on-case-schemas.js';
import {
  begins,
  byName,
  day,
  etag,
  grade,
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

const classes = list(oneOf(...contentClasses));
const regions = object({ work: text() }, { panel: text() });
const graded = { grade, at: instant };

/** Where a case is now; more fields may come. */
const standing = open({
  reference: text(),
  childId: id,
  name: text(),
  receivedAt: instant,
  source: text(),
  danger: maybe(open({ raisedAt: instant, acknowledgedBy: maybe(id) })),
  triage: maybe(open({ outcome: text(), at: instant })),
  team: maybe(text()),
  workerId: maybe(id),
  workers: whole,
  returnTo: text(),
  strategy: maybe(open({ at: instant, outcome: text() })),
  assessmentId: maybe(id),
  proposed: maybe(open({ ...graded, suggested: grade, assessmentId: id, by: maybe(id) })),
  confirmed: maybe(open({ ...graded, by: maybe(id), assessmentId: maybe(id) })),
  lowSince: maybe(instant),
  harm: byName(open({ certainty: text(), time: text() })),
  views: open({ child: whole, childAttempts: whole, parent: whole }),
  actions: object({ openSafety: whole }, { open: whole }),
  plan: maybe(named('AgreedPlan')),
  listing: maybe(named('Listing')),
  lastDecision: maybe(named('LastDecision')),
  closure: maybe(open({ reason: text(), proposedBy: maybe(id), at: instant })),
  closed: maybe(open({ reason: text(), at: instant })),
  linked: list(id),
});

const caseLine = object(
  { id, version: whole, reference: text(), state: regions, receivedAt: instant },
  { team: maybe(text()), closed: maybe(open({ reason: text(), at: instant })) },
);

const marked = object({ id, happened: instant });

/** What cases show, by name. */
export const caseSchemas: { [name: string]: Schema } = {
  AgreedPlan: object({
    version: whole,
    kind: oneOf('interim', 'full'),
    agreedAt: instant,
    sharedAt: maybe(instant),
  }),
  CaseLine: caseLine,
  Listing: open({ basis: text(), asked: text(), at: instant, until: maybe(day) }),
  LastDecision: open({ decision: text(), at: instant, nextReview: maybe(day) }),
  ChildCaseView: object(
    {
      id,
      reference: text(),
      childId: id,
      state: regions,
      version: whole,
      etag,
      classes,
      withheld: list(oneOf('case', 'sheet', 'safety', 'disruption')),
      written: list(named('Written')),
      earlier: {
        ...truth,
        description:
          'Whether there are earlier contacts, views, feedback, checks, safety actions or exchanges with another area than the latest fifty of each: the chronology has them all',
      },
      chronology: list(
        object({ id, kind: text(), happened: instant, at: instant, authorId: maybe(id), wrong: truth }),
      ),
      names: named('Names'),
    },
    {
      child: object(
        { id, name: text() },
        {
          version: whole,
          chosenName: maybe(text()),
          birthDate: maybe(day),
          sex: maybe(text()),
          status: maybe(named('ChildStatus')),
        },
      ),
      actions: list(named('PlanAction')),
      plan: object({
        agreed: maybe(named('AgreedPlan')),
        actionIds: list(id),
      }),
      fullPlanOwners: {
        ...maybe(list(id)),
        description: 'Once the plan has all the owners that it takes: who alone may own a further action',
      },
      about: {
        ...aboutChild,
        description: 'What the case opens with, for those who read the child’s own record',
      },
      missing: {
        ...list(named('MissingEpisode')),
        description: 'The latest absences of the child, for those who read the case',
      },
      onCase,
      cautions: {
        ...list(object(caution)),
        description: 'Contact cautions that stand, for those who have a part in the case',
      },
      begins,
      standing,
      restricted: { ...truth, description: 'Whether people named in a restriction alone read the case' },
      rulingGrade: maybe(grade),
      raised: truth,
      currentHarm: truth,
      workers: { ...whole, description: 'How many workers the child has had' },
      clocks: list(named('Clock')),
      comparisons: list(
        object({
          previous: marked,
          current: marked,
          changed: list(
            object({
              path: text(),
              label: text(),
              before: maybe(text()),
              after: maybe(text()),
              change: oneOf('changed', 'added', 'removed'),
            }),
          ),
        }),
      ),
      toFindOut: {
        ...list(object({ code: text(), what: text(), how: text(), who: text(), due: instant })),
        description: 'What assessments left as not known and none has answered since',
      },
      closing: {
        ...list(
          object({
            reason: oneOf(...closureReasons),
            missing: list(named('Missing')),
            conditions: list(
              object({
                code: text(),
                asks: text(),
                words: text(),
                who: text(),
                met: truth,
                overridable: truth,
                said: truth,
              }),
            ),
          }),
        ),
        description:
          'Every condition of closing, reason by reason, met or not; and what would still be missing if a proposal said all that it can say (`said`)',
      },
      allowed: list(named('Allowed')),
    },
  ),
  ChildCasesView: page(
    object(
      {
        id,
        version: whole,
        reference: text(),
        state: regions,
        openedAt: maybe(instant),
        closedAt: maybe(instant),
        classes,
      },
      {
        childId: id,
        name: text(),
        cautions,
        grade: maybe(grade),
        workers: { ...whole, description: 'How many workers the child has had' },
        ownerId: maybe(id),
        ownerName: maybe(text()),
        teamId: maybe(text()),
        nextDue: maybe(instant),
        nextStep: maybe(text()),
        listing: maybe(named('Listing')),
        lastDecision: maybe(named('LastDecision')),
      },
    ),
  ),
  PlanView: object({
    id,
    reference: text(),
    name: text(),
    plan: maybe(named('AgreedPlan')),
    workers: workersHad,
    version: whole,
    etag,
    together: {
      ...list(object({ id, reference: text(), name: text(), plan: maybe(named('AgreedPlan')) })),
      description: 'Other cases that were asked for and are read together with it',
    },
    actions: list(named('PlanAction')),
    missing: {
      ...list(
        object({
          caseId: id,
          actionId: id,
          what: text(),
          gap: oneOf(...actionGaps),
          words: text(),
          ownerId: maybe(id),
          who: text('Who can supply it'),
        }),
      ),
      description: 'All that the plan lacks to be agreed in full, in one list',
    },
    versions: {
      ...list(
        object({
          version: whole,
          kind: oneOf('interim', 'full'),
          agreedAt: instant,
          by: text(),
          comment: maybe(text()),
          actions: list(open({ id, what: text(), ownerId: maybe(id), ownerName: text(), due: maybe(day) })),
          changes: list(
            object({
              actionId: id,
              what: text(),
              change: oneOf('added', 'gone', 'changed'),
              fields: list(object({ field: text(), before: maybe(text()), after: maybe(text()) })),
            }),
          ),
        }),
      ),
      description: 'Newest first, each with what it changed beside the one before',
    },
    copies: {
      ...list(named('PlanCopy')),
      description: 'Who holds which version, and whether it was opened',
    },
    allowed: list(named('Allowed')),
  }),
  PossibleMatch: object({
    childId: id,
    name: text(),
    chosenName: maybe(text()),
    birthDate: maybe(day),
    sex: maybe(text()),
    localId: maybe(text()),
    by: list(oneOf('name', 'birthDate', 'localId', 'upn', 'nhsNumber')),
    cases: list(named('CaseLine')),
  }),
  CarriersView: object({
    recordId: id,
    restricted: truth,
    waiting: list(object({ rowId: id, kind: text(), at: instant, due: maybe(instant) })),
    copies: list(
      object({
        paper: oneOf(...carrierPapers),
        recipientId: maybe(id),
        principal: maybe(text()),
        recipientName: text(),
        copyNumber: maybe(whole),
        issuedAt: instant,
        entryKind: text(),
        withdrawnAt: instant,
      }),
    ),
  }),
  ChildMatchesView: object({ childId: id, matches: list(named('PossibleMatch')) }),
  PossibleMatchesView: object({
    caseId: id,
    sameChild: list(named('CaseLine')),
    matches: list(named('PossibleMatch')),
  }),
};
