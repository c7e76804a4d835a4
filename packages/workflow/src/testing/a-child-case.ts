import { clocksFromBirth } from '../child-cases/adulthood.js';
import type { SuspendPayload } from '../child-cases/casework-payloads.js';
import type { ClosureReason, ProposeClosurePayload, RecordReferralPayload } from '../child-cases/payloads.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { TransferOutPayload } from '../child-cases/transfer.js';
import type { StoredRecord } from '../model.js';
import type { AddActionPayload } from '../plan-actions/standing.js';
import type { WritePlainPlanPayload } from '../plan-copies/plain-payloads.js';
import type { Grade } from '../profile/grade.js';
import { anAssessment } from './assessments.js';
import { aTransfer } from './leaving-payloads.js';
import {
  aClosure,
  aDiscussion,
  aListing,
  anAction,
  aPlainPlan,
  aRating,
  aReferral,
  aSharing,
  aSuspension,
  aTriage,
} from './payloads.js';
import { aWorld, type Partnership, type PersonName } from './people.js';
import { agreedSafetyIds } from './plan-copy-makers.js';
import { whyNot } from './why-not.js';

/** A child's case that a test leads to where it wants it; every step is a real command, and fills in what came before. */
export class ChildCaseBuilder {
  private caseId = '';

  constructor(readonly world: Partnership) {}

  /** The id of the case; it is referred first where it was not. */
  get id(): string {
    if (this.caseId === '') this.referred();
    return this.caseId;
  }

  /** The record as it stands. */
  get record(): StoredRecord<ChildCaseStanding> {
    return this.world.getRecord(this.id);
  }

  /** The standing as it is now. */
  get standing(): ChildCaseStanding {
    return this.record.standing;
  }

  /** The two regions as `work/panel`. */
  get state(): string {
    return Object.values(this.record.state).join('/');
  }

  /** Gives any command of the case as somebody of the partnership. */
  give(verb: string, payload: object, who: PersonName, happened?: string): this {
    const giving = { record: this.id, ...(happened ? { happened } : {}) };
    this.world.give(`child-cases/${verb}`, payload, this.world.people[who], giving);
    return this;
  }

  /** Asks for any command of the case as somebody of the partnership, and says why it was not accepted. */
  whyNot(verb: string, payload: object, who: PersonName, happened?: string): string[] {
    const giving = { record: this.id, ...(happened ? { happened } : {}) };
    return whyNot(this.world.ask(`child-cases/${verb}`, payload, this.world.people[who], giving));
  }

  /** Rules of the clocks that run now, without those that are counted from the birth date. */
  get clocks(): string[] {
    const rules = this.standing.clocks.map((clock) => clock.rule);
    return rules.filter((rule) => !clocksFromBirth.includes(rule)).sort();
  }

  /** When the clock of a rule is due; undefined where none runs. */
  due(rule: string): string | undefined {
    return this.standing.clocks.find((clock) => clock.rule === rule)?.due;
  }

  referred(over: Partial<RecordReferralPayload> = {}): this {
    const { world } = this;
    this.caseId = world.give('child-cases/record-referral', aReferral(over), world.people.referrer).id;
    return this;
  }

  inDanger(): this {
    return this.give('raise-immediate-danger', { what: 'A made-up threat' }, 'referrer');
  }

  assessing(): this {
    return this.give('decide-triage', aTriage(), 'triage');
  }

  /** Taken on by the north team, with its worker allocated. */
  withWorker(): this {
    if (this.standing.team === null) this.assessing();
    return this.give('allocate-worker', { workerId: this.world.people.worker.userId }, 'manager');
  }

  /** Assessed at a grade by the allocated worker. */
  assessed(grade: Grade, over: Parameters<typeof anAssessment>[1] = {}): this {
    if (this.standing.workerId === null) this.withWorker();
    return this.give('assess-risk', anAssessment(grade, over), 'worker');
  }

  /** Assessed and confirmed at a grade, by a senior with reasons. */
  graded(grade: Grade): this {
    if (this.standing.proposed?.grade !== grade) this.assessed(grade);
    const assessmentId = this.standing.assessmentId as string;
    const secondSignatureReason = 'Seen by a second person';
    return this.give(
      'confirm-grade',
      { assessmentId, grade, secondSignatureReason, noHarmReason: 'Made up' },
      'senior',
    );
  }

  gradedHigh(): this {
    return this.graded('high');
  }

  discussed(): this {
    return this.give('record-strategy-discussion', aDiscussion(), 'duty');
  }

  acknowledged(): this {
    return this.give('acknowledge-danger', { doing: 'A made-up officer is on the way' }, 'duty');
  }

  /** With one more action of the plan; its owner is the allocated worker unless told otherwise. */
  withAction(over: Partial<AddActionPayload> = {}, owner: PersonName = 'worker'): this {
    const { world, id } = this;
    const payload = anAction(id, world.people[owner].userId, over);
    world.give('plan-actions/add-action', payload, world.people.coordinator);
    return this;
  }

  /** Ends every open action as done. */
  withActionsEnded(): this {
    for (const action of this.world.all('planAction'))
      if (action.parentId === this.id && action.state !== 'ended')
        this.world.give(
          'plan-actions/end-action',
          { how: 'done', evidence: 'Made up' },
          this.world.people.manager,
          {
            record: action.id,
          },
        );
    return this;
  }

  /** With a full plan in force; graded medium before where no grade is confirmed. */
  planned(): this {
    if (this.standing.confirmed === null) this.graded('medium');
    if (this.standing.actions.open === 0) this.withAction();
    return this.give('agree-plan', { kind: 'full' }, 'manager');
  }

  shared(): this {
    return this.give('share-plan', aSharing(), 'worker');
  }

  /** With the safety part in plain words for the child. */
  writtenPlain(over: Partial<WritePlainPlanPayload> = {}): this {
    const ids = agreedSafetyIds(this.world, this.record);
    return this.give('write-plain-plan', aPlainPlan(ids, over), 'worker');
  }

  childHeard(): this {
    return this.give(
      'record-view',
      { of: 'child', words: 'I want to go to school', how: 'On a walk' },
      'manager',
    );
  }

  /** On the panel's list; graded medium before where no grade is confirmed. */
  listed(): this {
    if (this.standing.confirmed === null) this.graded('medium');
    return this.give('list-for-panel', aListing(), 'manager');
  }

  /** Suspended by the manager, in custody unless told otherwise; the allocated worker looks again in two weeks. */
  suspended(over: Partial<SuspendPayload> = {}): this {
    if (this.standing.workerId === null) this.withWorker();
    return this.give('suspend', aSuspension(this.world.people.worker.userId, over), 'manager');
  }

  /** Asked to be moved to a made-up area; nobody there has an account unless told otherwise. */
  transferring(over: Partial<TransferOutPayload> = {}): this {
    if (this.standing.workerId === null) this.withWorker();
    return this.give('transfer-out', aTransfer(over), 'manager');
  }

  proposedToClose(over: Partial<ProposeClosurePayload> & { reason?: ClosureReason } = {}): this {
    return this.give('propose-closure', aClosure(over), 'worker');
  }

  /** With the outcomes rated for the first and, as before closing, for the last time. */
  outcomesRated(): this {
    if ((this.standing.outcomes?.count ?? 0) === 0) this.give('rate-outcomes', aRating('first'), 'worker');
    return this.give('rate-outcomes', aRating('last', 4), 'worker');
  }

  /** Ready to be proposed as reduced and sustained: low for four months, the child heard, the outcomes rated. */
  readyToClose(): this {
    this.graded('low');
    this.childHeard();
    this.outcomesRated();
    this.world.pass(125);
    return this;
  }

  closed(): this {
    if (this.standing.confirmed === null) this.readyToClose();
    this.proposedToClose();
    return this.give('approve-closure', { reasons: 'Agreed' }, 'manager');
  }
}

/** A child's case on the books of a world of its own, or of the one given: `aChildCase().assessing().gradedHigh()`. */
export function aChildCase(world: Partnership = aWorld()): ChildCaseBuilder {
  return new ChildCaseBuilder(world);
}
