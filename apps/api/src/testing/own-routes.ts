import { beforeSignIn, own, type RouteRight } from './route-right.js';

/** Addresses that show what is the reader’s own, or nothing of a record: signing in, sessions, drafts, views kept. */
export const ownRoutes: { [route: string]: RouteRight } = {
  'GET /api/v1/me': { free: own },
  'GET /api/v1/saved-views': { free: own },
  'POST /api/v1/saved-views': { free: own },
  'DELETE /api/v1/saved-views/{id}': { free: own },
  'GET /api/v1/drafts/{form}/{record}': { free: own },
  'PUT /api/v1/drafts/{form}/{record}': { free: own },
  'DELETE /api/v1/drafts/{form}/{record}': { free: own },
  'GET /api/v1/sessions': { free: own },
  'DELETE /api/v1/sessions': { free: own },
  'DELETE /api/v1/sessions/current': { free: own },
  'DELETE /api/v1/sessions/{id}': { free: own },
  'GET /api/v1/demonstration-users': { free: beforeSignIn },
  'POST /api/v1/sessions': { free: beforeSignIn },
  'GET /api/v1/sign-in': { free: beforeSignIn },
  'POST /api/v1/sign-in/begin': { free: beforeSignIn },
  'POST /api/v1/sign-in/code': { free: beforeSignIn },
  'POST /api/v1/sign-in/complete': { free: beforeSignIn },
  'POST /api/v1/sign-in/enrolment': { free: beforeSignIn },
  'POST /api/v1/sign-in/from-code': { free: beforeSignIn },
  'POST /api/v1/sign-in/hand-over': { free: beforeSignIn },
  'POST /api/v1/sign-in/password': { free: beforeSignIn },
  'POST /api/v1/sign-in/signed-out': { free: beforeSignIn },
};
