import type {
  AddActionPayload,
  Grade,
  ListForPanelPayload,
  RecordReferralPayload,
  SharePlanPayload,
} from '@mase/workflow';
import { assessment, type FoundSign } from './assessment.js';
import type { Calendar } from './calendar.js';
import type { Script } from './script.js';

/** A child of the demonstration, as a referral describes him or her. */
export interface StoryChild {
  firstName: string;
  lastName: string;
  birthDate: string;
  sex: 'male' | 'female';
}

/** One child's case, told by the steps that people took. Each method is one command, given by who usually gives it. */
export class CaseStory {
  caseId = '';
  private assessmentId = '';

  constructor(
    readonly script: Script,
    readonly calendar: Calendar,
    private readonly child: StoryChild,
  ) {}

  /** The school refers the child. */
  async refer(seenOrSaid: string, more: Partial<RecordReferralPayload> = {}): Promise<void> {
    const payload: RecordReferralPayload = {
      child: { ...this.child, birthDate: this.calendar.born(this.child.birthDate) },
      seenOrSaid,
      immediateDanger: false,
      source: 'education',
      concern: 'online',
      childAware: { knows: 'yes', agrees: 'yes' },
      parentAware: { knows: 'yes', agrees: 'not-yet-known' },
      ...more,
    };
    this.caseId = (await this.script.give('referrer', 'child-cases/record-referral', payload)).id;
  }

  /** Triage takes the case on for the north team, with the view of the police. */
  async takeOn(): Promise<void> {
    await this.give('triage', 'decide-triage', {
      outcome: 'risk-assessment',
      reasons: 'What was seen asks for an assessment by a social worker.',
      policeView: 'given',
      policeViewText: 'Nothing held on the child; an unknown adult is being looked into.',
      teamId: 'north',
    });
  }

  /** The manager allocates a worker. */
  async allocate(worker = 'worker'): Promise<void> {
    await this.give('manager', 'allocate-worker', { workerId: this.script.person(worker) });
  }

  /** The worker writes down the child's own words. */
  async hear(
    words: string,
    how = 'On a walk near the school, alone with the worker',
    worker = 'worker',
  ): Promise<void> {
    await this.give(worker, 'record-view', { of: 'child', words, how });
  }

  /** The worker assesses and proposes a grade. */
  async assess(
    date: string,
    proposed: Grade,
    signs: readonly FoundSign[],
    about: { analysis: string; childView: string; worker?: string },
  ): Promise<void> {
    const suspected = signs.some((sign) => sign.code === 'images-demanded');
    const payload = assessment({
      date,
      proposed,
      signs,
      kind: 'online',
      suspected,
      analysis: about.analysis,
      childView: about.childView,
    });
    this.assessmentId = (await this.give(about.worker ?? 'worker', 'assess-risk', payload)).commandId;
  }

  /** The manager confirms the grade that was proposed; a drop by two grades a senior manager, with reasons. */
  async confirm(grade: Grade, secondSignatureReason?: string): Promise<void> {
    const confirmed = { assessmentId: this.assessmentId, grade };
    if (!secondSignatureReason) await this.give('manager', 'confirm-grade', confirmed);
    else await this.give('senior', 'confirm-grade', { ...confirmed, secondSignatureReason });
  }

  /** Police and social care discuss what to do. */
  async discuss(): Promise<void> {
    await this.give('manager', 'record-strategy-discussion', {
      outcome: 'no-section-47',
      how: 'telephone',
      agencies: ['police', 'social-care', 'health'],
      summary:
        'Police look into the adult; social care goes on with the plan; no section 47 enquiry for now.',
      noCrimeReason: 'The child does not wish to make a complaint yet; police are told of everything.',
    });
  }

  /** An action is added to the plan; gives its id. */
  async act(what: string, owner: string, more: Partial<AddActionPayload> = {}): Promise<string> {
    const payload: AddActionPayload = {
      caseId: this.caseId,
      part: 'safety',
      kind: 'other',
      what,
      ownerId: this.script.person(owner),
      outcome: 'The child can name two adults and a safe way home, and uses them.',
      measure: 'Asked again at every review, in the child’s words.',
      contingency: 'The duty manager is told the same day.',
      ...more,
    };
    return (await this.script.give('manager', 'plan-actions/add-action', payload)).id;
  }

  /** The owner answers for an action. */
  async answer(
    owner: string,
    verb: 'accept-action' | 'decline-action' | 'end-action',
    id: string,
    payload: object = {},
  ): Promise<void> {
    await this.script.give(owner, `plan-actions/${verb}`, payload, id);
  }

  /** The worker asks an agency one question; gives the request's id. */
  async askAgency(agency: string, question: string, more: object = {}): Promise<string> {
    const payload = {
      caseId: this.caseId,
      agencyId: this.script.founded.agencies[agency],
      question,
      powers: ['children-act-2004-10'],
      purpose: 'To assess the risk and agree the plan',
      ...more,
    };
    return (await this.script.give('worker', 'information-requests/request-information', payload)).id;
  }

  /** Somebody challenges what is done; gives the challenge's id. */
  async challenge(who: string, about: string, words: string, wanted: string): Promise<string> {
    const payload = { caseId: this.caseId, about, words, wanted };
    return (await this.script.give(who, 'challenges/raise-challenge', payload)).id;
  }

  /** The worker records that a statutory notice is needed; gives its id. */
  async notice(kind: string, reasons: string): Promise<string> {
    const payload = { caseId: this.caseId, kind, need: 'needed', reasons };
    return (await this.script.give('worker', 'notices/record-notice', payload)).id;
  }

  /** The worker asks an agency for a service to the child; gives its id. */
  async service(agency: string, service: string, purpose: string, childWords: string): Promise<string> {
    const agencyId = this.script.founded.agencies[agency];
    const payload = { caseId: this.caseId, agencyId, service, purpose, childWords };
    return (await this.script.give('worker', 'service-episodes/refer-service', payload)).id;
  }

  /** The manager agrees the plan. */
  async agree(kind: 'interim' | 'full' = 'full'): Promise<void> {
    await this.give('manager', 'agree-plan', { kind });
  }

  /** The worker shares the plan. */
  async share(worker = 'worker'): Promise<void> {
    const payload: SharePlanPayload = {
      power: 'Children Act 2004 section 10',
      purpose: 'To keep the child safe together',
      child: { given: true, how: 'Read together, in plain words' },
      parent: { given: true, how: 'Given by hand' },
    };
    await this.give(worker, 'share-plan', payload);
  }

  /** The manager lists the case for the panel. */
  async list(asked: string, more: Partial<ListForPanelPayload> = {}): Promise<void> {
    await this.give('manager', 'list-for-panel', { basis: 'high', asked, ...more });
  }

  /** Any command of the case. */
  give(who: string, verb: string, payload: object) {
    return this.script.give(who, `child-cases/${verb}`, payload, this.caseId);
  }
}
