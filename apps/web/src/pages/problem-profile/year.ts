import type { Visit } from '../../visit.js';

/** The year that an address asks for; this one where it asks for none. */
export function yearAsked({ query }: Visit): string {
  return query.year?.trim() || String(new Date().getFullYear());
}
