import { RecordBreachDecisionBody } from '../child-cases/record-breach-decision.js';
import { command } from '../command.js';

/** `POST /api/v1/children/:id/record-breach-decision`. */
export const recordBreachDecision = command('children/record-breach-decision', RecordBreachDecisionBody);
