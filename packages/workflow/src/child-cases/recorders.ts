import { planRecorders } from './record-plan.js';
import { referralRecorders } from './record-referral.js';
import { riskRecorders } from './record-risk.js';
import { workRecorders } from './record-work.js';

/** What each accepted step of a child's case keeps, by the names that its chart uses. */
export const recorders = { ...referralRecorders, ...riskRecorders, ...planRecorders, ...workRecorders };
