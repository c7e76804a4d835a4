import type { ApiFile } from './api-client.js';
import type { Fields } from './error-words.js';
import type { FormValues } from './form-values.js';
import type { Visit } from './visit.js';
import type { Who } from './who.js';

/** What a view is filled with. `values` are what a form starts with; `version` is the ETag its command will carry. */
export interface Shown {
  title: string;
  model?: Record<string, unknown>;
  values?: FormValues;
  version?: string | null;
  back?: { href: string; text?: string };
  status?: number;
  /** True where this is what came of the form: the draft of it goes. */
  done?: true;
}

/** What the browser keeps from now on: a session, none (null), or the secret of a sign-in that goes on. */
export interface Kept {
  session?: { token: string; who: Who } | null;
  signIn?: string;
}

/** How a page answers. Made by `show`, `goTo`, `sendOn` and `again`, never by hand. */
export type Answer =
  | ({ kind: 'show' } & Shown & Kept)
  | ({ kind: 'go'; to: string; notice?: string } & Kept)
  | { kind: 'file'; file: ApiFile }
  | { kind: 'again'; errors: Record<string, string> };

/** One page of the site: its address, what it shows, and what it does with what is sent. */
export interface Page {
  /** `<topic>/<verb>`: the folder below `src/pages` that holds page.ts and view.hbs, and the name of its drafts. */
  id: string;
  /** The address, with `:names` for its parameters. */
  url: string;
  /** True for a page that needs no sign-in. */
  open?: true;
  /** The address of the navigation item that is marked as current. */
  section?: string;
  /** How each field of the form is called in error messages, by field name. */
  fields?: Fields;
  /** The view's template, when it is not in view.hbs. */
  view?: string;
  /** The field that a fault's pointer means, where the form's names do not follow the body's. */
  place?: (pointer: string, visit: Visit, code: string) => string | undefined;
  /** True where the form holds files: it is sent as parts, and each file waits in `visit.request.uploads`. */
  takesFiles?: true;
  /** Names the record that a draft of this form belongs to, or a part of it. A page with this saves what is typed by itself. */
  draft?: (visit: Visit) => string;
  /** How what was typed meets what the form asks now, where that may have changed since; without it, it stands as it was typed. */
  putBack?: (typed: FormValues, now: FormValues) => FormValues;
  get?(visit: Visit): Promise<Answer>;
  post?(visit: Visit): Promise<Answer>;
}

/** The record as it is now, for somebody whose form was overtaken. */
export interface Changed {
  /** The ETag under which what was typed may be sent after all. */
  version: string | null;
  /** Where the record is read in full. */
  href: string;
  now: { label: string; text: string }[];
  /** What was recorded since the form was opened, newest first. */
  since: { text: string; by: string | null; at: string }[];
}

/** Shows the page's view. */
export function show(shown: Shown & Kept): Answer {
  return { kind: 'show', ...shown };
}

/** Sends the browser on after something was done. The notice is shown once on the next page: no names in it. */
export function goTo(to: string, notice?: string): Answer {
  return { kind: 'go', to, notice };
}

/** Keeps a session that the api opened, or forgets the one there was, and sends the browser on. */
export function goToWithSession(to: string, session: { token: string; who: Who } | null): Answer {
  return { kind: 'go', to, session };
}

/** Sends the browser on in the middle of a sign-in, with the secret by which it is known when it is back. */
export function goToSignIn(to: string, secret: string): Answer {
  return { kind: 'go', to, signIn: secret };
}

/** Shows the form again with what was typed and these errors, by field name. */
export function again(errors: Record<string, string>): Answer {
  return { kind: 'again', errors };
}

/** Passes a file of the api on to the browser as it comes. */
export function sendOn(file: ApiFile): Answer {
  return { kind: 'file', file };
}
