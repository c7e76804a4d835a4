import type { Problem, Refusal } from './api-client.js';

/** The api refused what a page asked; the page's frame turns it into the form with errors, sign-in, or an error page. */
export class ApiRefusedError extends Error {
  readonly code = 'API_REFUSED';
  readonly problem: Problem;
  readonly status: number;

  constructor(refusal: Refusal) {
    super(refusal.problem.title);
    this.problem = refusal.problem;
    this.status = refusal.status;
  }
}
