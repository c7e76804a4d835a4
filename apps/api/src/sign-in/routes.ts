import type { FastifyInstance } from 'fastify';
import { beginSignIn } from './begin.js';
import { changePassword } from './change-password.js';
import { codeSignIn } from './code.js';
import { completeSignIn } from './complete.js';
import { enrolment } from './enrolment.js';
import { handOver } from './hand-over.js';
import { passwordSignIn } from './password.js';
import { providerSignOut } from './provider-sign-out.js';
import type { SignInDesk } from './sign-in-desk.js';
import { signInWays } from './ways.js';

/** Every way in, and the providers' way out. */
export function signInRoutes(app: FastifyInstance, desk: SignInDesk): void {
  signInWays(app, desk);
  beginSignIn(app, desk);
  completeSignIn(app, desk);
  passwordSignIn(app, desk);
  codeSignIn(app, desk);
  enrolment(app, desk);
  changePassword(app, desk);
  handOver(app, desk);
  providerSignOut(app, desk);
}
