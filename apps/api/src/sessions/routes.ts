import type { FastifyInstance } from 'fastify';
import type { SignInDesk } from '../sign-in/sign-in-desk.js';
import { demonstrationUsers } from './demonstration-users.js';
import { showMe } from './me.js';
import { ownSessions } from './own-sessions.js';
import { sessionsOfUser } from './sessions-of-user.js';
import { signOut } from './sign-out.js';

/** Sessions once they run: whose, since when, and how they end. */
export function sessionRoutes(app: FastifyInstance, desk: SignInDesk): void {
  showMe(app);
  signOut(app, desk);
  ownSessions(app, desk);
  sessionsOfUser(app, desk);
  demonstrationUsers(app, desk.mode);
}
