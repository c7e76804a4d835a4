import type { FastifyRequest } from 'fastify';
import {
  type ApiAnswer,
  type ApiClient,
  type ApiFile,
  type FileWays,
  path,
  type Sent,
} from './api-client.js';
import { ApiRefusedError } from './api-refused-error.js';
import { withDays } from './asked-days.js';
import {
  type FormValues,
  formValues,
  typedDate,
  typedDay,
  typedList,
  typedMoment,
  typedText,
} from './form-values.js';
import { type LanguageFinding, type LanguageLeft, termsToTell } from './language-hints.js';
import type { ListPageOf } from './list-pages.js';
import { askedOfList } from './list-tools.js';
import type { Who } from './who.js';

/** What an accepted command answers, as far as every page hears it. */
interface Recorded {
  id?: string;
  kind?: string;
  language?: LanguageFinding[];
}

/** One request of a browser, with all that a page may ask of it. */
export class Visit {
  readonly params: Record<string, string>;
  /** What the address asks for, each day of a form as one. */
  readonly query: Record<string, string | undefined>;
  /** What was typed, field by field; empty on a GET. */
  readonly form: FormValues;
  /** The form's repeat key and the version it was shown at. */
  readonly sent: Sent;
  /** When the form was shown, as an instant. */
  readonly shownAt: string | undefined;
  /** Which terms in what was recorded could be said otherwise, for the page that follows. */
  readonly language: LanguageLeft = { terms: [], correct: null };

  /** The list that the page shows, and the cursor of its next page once it was read. */
  list: ListPageOf | undefined;
  next: string | null = null;

  /** What was read of the api, by the path, with what was asked of it: where a list comes from that is offered as a file. */
  readonly asked = new Map<string, string>();

  constructor(
    readonly request: FastifyRequest,
    readonly api: ApiClient,
    readonly session: string | undefined,
    readonly who: Who | null,
  ) {
    const body = (request.body ?? {}) as FormValues;
    const hidden = (name: string) => typedText(body, name);
    this.params = request.params as Record<string, string>;
    this.query = withDays(request.query as Record<string, string | undefined>);
    this.form = formValues(body);
    this.sent = { key: hidden('_key'), version: hidden('_version') };
    this.shownAt = hidden('_shown');
  }

  /** Reads from the api. Throws ApiRefusedError when it refuses, which becomes the right error page. */
  async read<T>(
    to: string,
    query?: Record<string, string | number | undefined>,
  ): Promise<{ body: T; etag: string | null }> {
    const [path = to, own = ''] = to.split('?');
    const asked = { ...askedOfList(this.list, path, this.query), ...query };
    const given = Object.entries(asked).flatMap(([name, value]): [string, string][] =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    );
    this.asked.set(path, new URLSearchParams([...new URLSearchParams(own), ...given]).toString());
    const answer = accepted(await this.api.get<T>(to, asked));
    if (path === `/api/v1/${this.list?.api}`)
      this.next = (answer.body as { next?: string | null }).next ?? null;
    return answer;
  }

  /** Sends the form's command with its key and version. Throws ApiRefusedError, which becomes errors on the form or an error page. */
  async send<T>(to: string, body: unknown): Promise<{ body: T; etag: string | null }> {
    const done = accepted(await this.api.post<T>(to, body, this.sent));
    this.hear(done.body as Recorded);
    return done;
  }

  private hear({ language = [], kind, id }: Recorded): void {
    const terms = termsToTell(language).filter((term) => !this.language.terms.includes(term));
    this.language.terms.push(...terms);
    if (terms.length > 0 && kind === 'childCase')
      this.language.correct = path`/child-cases/${id ?? ''}/correct-record`;
  }

  /** Asks the api for a file to pass on, which comes within a minute or as long as said. Throws ApiRefusedError when it refuses. */
  async file(to: string, query?: Record<string, string | undefined>, ways?: FileWays): Promise<ApiFile> {
    return accepted(await this.api.file(to, query, ways)).body;
  }

  /** What was typed in a field, trimmed; nothing when blank. */
  typed(name: string): string | undefined {
    return typedText(this.form, name);
  }

  /** The boxes ticked, or nothing when none is. */
  typedList(name: string): string[] | undefined {
    return typedList(this.form, name);
  }

  /** A date-input's date as YYYY-MM-DD; what was typed when it is not one, for the api to refuse; nothing when blank. */
  typedDate(name: string): string | undefined {
    return typedDate(this.form, name);
  }

  /** A date-input and `<name>-time` as an instant with the offset that London has then; nothing when all are blank. */
  typedMoment(name: string): string | undefined {
    return typedMoment(this.form, name);
  }

  /** A date-input's date as the instant at which that day begins in London; nothing when blank or today, for what happens now. */
  typedDay(name: string): string | undefined {
    return typedDay(this.form, name, new Date());
  }
}

function accepted<T>(answer: ApiAnswer<T>): { body: T; etag: string | null } {
  if (!answer.ok) throw new ApiRefusedError(answer);
  return answer;
}
