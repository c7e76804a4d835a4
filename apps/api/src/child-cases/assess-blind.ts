import { command } from '../command.js';
import { AssessRiskBody } from './assess-risk.js';

/** `POST /api/v1/child-cases/:id/assess-blind`: the same questions, by somebody who does not see the first answers. */
export const assessBlind = command('child-cases/assess-blind', AssessRiskBody);
