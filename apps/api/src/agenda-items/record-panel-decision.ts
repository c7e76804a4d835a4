import {
  type ClosureReason,
  closureReasons,
  type Grade,
  grades,
  locationRemovals,
  type PanelAction,
  type PanelDecision,
  panelDecisions,
  personRemovals,
  type RecordPanelDecisionPayload,
  type RemovalReason,
} from '@mase/workflow';
import { AnsweredContradictionBody } from '../child-cases/assess-risk.js';
import { CommandBody, command } from '../command.js';
import { Day, Id, OneOf, Optional, OwnWords, Parts, Text, Truth } from '../fields.js';

/** An action that the sitting gives: the owner completes the rest. */
export class PanelActionBody implements PanelAction {
  @Text(2000)
  what: string;

  /** Who owns it; or else the agency, whose lead names the owner within the time for actions to be out. */
  @Optional()
  @Id()
  ownerId?: string;

  @Optional()
  @Id()
  agencyId?: string;

  @OneOf(['safety', 'disruption'])
  part: 'safety' | 'disruption';

  @Day()
  due: string;
}

/** Who disagrees with a decision of the sitting, in whose words. */
export class PanelDissentBody {
  @Text(200)
  from: string;

  @OwnWords(5000)
  words: string;
}

/** What a sitting decided on one item. */
export class RecordPanelDecisionBody extends CommandBody implements RecordPanelDecisionPayload {
  @OneOf(panelDecisions)
  decision: PanelDecision;

  @Text(10_000)
  reasons: string;

  /** To refer: the panel that hears the case from now on. */
  @Optional()
  @Id()
  referTo?: string;

  @Optional()
  @Text(600)
  inquorateReason?: string;

  /** Where somebody else than the chair records why it goes on without a quorum: that the chair decided it. */
  @Optional()
  @Truth()
  chairDecided?: boolean;

  @Optional()
  @Parts(() => PanelDissentBody, 20)
  dissent?: PanelDissentBody[];

  @Parts(() => PanelActionBody, 20)
  actions: PanelActionBody[];

  @Optional()
  @Day()
  nextReview?: string;

  @Optional()
  @OneOf(grades)
  grade?: Grade;

  @Optional()
  @Text(5000)
  noHarmReason?: string;

  @Optional()
  @Parts(() => AnsweredContradictionBody, 16)
  contradictions?: AnsweredContradictionBody[];

  @Optional()
  @OneOf(closureReasons)
  closureReason?: ClosureReason;

  @Optional()
  @Text(5000)
  harmAddressed?: string;

  @Optional()
  @Text(2000)
  adultPathway?: string;

  @Optional()
  @Text(2000)
  handover?: string;

  @Optional()
  @Text(200)
  watcher?: string;

  @Optional()
  @Day()
  nextCheck?: string;

  @Optional()
  @OneOf([...new Set([...personRemovals, ...locationRemovals])])
  removalReason?: RemovalReason;

  @Optional()
  @Text(2000)
  removalTold?: string;
}

/** `POST /api/v1/agenda-items/:id/record-panel-decision`. */
export const recordPanelDecision = command('agenda-items/record-panel-decision', RecordPanelDecisionBody);
