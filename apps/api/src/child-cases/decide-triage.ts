import { type DecideTriagePayload, type TriageOutcome, triageOutcomes } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Text, Texts } from '../fields.js';

/** What triage decided, with the view of the police, given or asked for. */
export class DecideTriageBody extends CommandBody implements DecideTriagePayload {
  @OneOf(triageOutcomes)
  outcome: TriageOutcome;

  @Text(10_000)
  reasons: string;

  @OneOf(['given', 'asked'])
  policeView: 'given' | 'asked';

  @Optional()
  @Text(5000)
  policeViewText?: string;

  @Optional()
  @Text(40)
  teamId?: string;

  @Optional()
  @Id()
  otherCaseId?: string;

  @Optional()
  @Text(500)
  otherArea?: string;

  @Optional()
  @Text(2000)
  referrerTold?: string;

  @Optional()
  @Texts(200, 30)
  present?: string[];
}

/** `POST /api/v1/child-cases/:id/decide-triage`. */
export const decideTriage = command('child-cases/decide-triage', DecideTriageBody);
