import { access, bulk } from './access-steps.js';
import { auditSteps } from './audit-steps.js';
import { books } from './books-steps.js';
import { intake, plan } from './case-steps.js';
import { missing } from './child-steps.js';
import { closing } from './closing-steps.js';
import { emergency } from './cover-steps.js';
import { governance } from './governance-steps.js';
import { incidentPartSteps } from './incident-steps.js';
import { intelligenceSteps } from './intelligence-steps.js';
import type { JourneyStep } from './journey-step.js';
import { beside, leaving } from './leaving-steps.js';
import { linkSteps } from './link-steps.js';
import { measures } from './measure-steps.js';
import { onCase } from './on-case-steps.js';
import { panel } from './panel-steps.js';
import { registerSteps } from './register-steps.js';
import { strandSteps } from './strand-steps.js';

/** The journey of one made-up child from referral to closing, with everything else that a command is given for. */
export const journey: readonly JourneyStep[] = [
  ...books,
  ...missing,
  ...measures,
  ...intake,
  ...plan,
  ...onCase,
  ...auditSteps,
  ...registerSteps,
  ...intelligenceSteps,
  ...emergency,
  ...strandSteps,
  ...incidentPartSteps,
  ...linkSteps,
  ...panel,
  ...access,
  ...bulk,
  ...beside,
  ...closing,
  ...leaving,
  ...governance,
];
