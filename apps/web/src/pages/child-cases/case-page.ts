import { commandLabels } from '@mase/workflow/words';
import { path } from '../../api-client.js';
import { enterDate, type Fields } from '../../error-words.js';
import type { FormValues } from '../../form-values.js';
import { goTo, type Page, show } from '../../page.js';
import type { Visit } from '../../visit.js';
import { type CaseBar, caseBar } from './case-bar.js';
import type { Allowed, CaseView } from './case-view.js';

/** A case opened for a visit, with the version that its commands must carry. */
export interface OpenedCase {
  view: CaseView;
  etag: string | null;
  bar: CaseBar;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the case that a page's address names, with the entry that it names, as the person who is signed in may see it. */
export async function openCase(visit: Visit): Promise<OpenedCase> {
  const wanted = visit.typed('rowId') ?? visit.query.entry ?? '';
  const entry = uuid.test(wanted) ? { entry: wanted } : {};
  const { body, etag } = await visit.read<CaseView>(
    path`/api/v1/child-cases/${visit.params.id ?? ''}`,
    entry,
  );
  return { view: body, etag, bar: caseBar(body) };
}

/** What stands in the way of a command whatever is chosen; nothing where at least one choice is open. */
export function obstaclesOf(view: CaseView, verb: string): Allowed['missing'] | null {
  const ways = (view.allowed ?? []).filter(({ command }) => command === `child-cases/${verb}`);
  if (ways.some(({ available }) => available)) return null;
  const all = ways.flatMap(({ missing }) => missing);
  return all.filter(({ words }, index) => all.findIndex((other) => other.words === words) === index);
}

/** How a page that gives one command on a case differs from the others. */
export interface CasePage {
  verb: string;
  fields: Fields;
  /** What the view needs besides the case. */
  model?: (opened: OpenedCase, visit: Visit) => Record<string, unknown> | Promise<Record<string, unknown>>;
  values?: (opened: OpenedCase) => FormValues;
  body: (visit: Visit) => object | Promise<object>;
  /** Said once it is done: no names. */
  done: string;
  /** Where it leads once it is done, where that is not the case. */
  leadsTo?: (visit: Visit) => string | undefined;
  place?: Page['place'];
}

/** A page that gives one command on a case: its form, or what is missing for it and who can supply that. */
export function casePage({ verb, fields, model, values, body, done, leadsTo, place }: CasePage): Page {
  const title = commandLabels[`child-cases/${verb}`] ?? verb;
  return {
    id: `child-cases/${verb}`,
    url: `/child-cases/:id/${verb}`,
    section: '/child-cases',
    fields: { ...fields, happened: enterDate('the date and time when it happened') },
    draft: (visit) => visit.params.id ?? '',
    ...(place ? { place } : {}),

    async get(visit) {
      const opened = await openCase(visit);
      const { view, etag, bar } = opened;
      const missing = obstaclesOf(view, verb);
      return show({
        title,
        version: etag,
        back: { href: bar.href, text: 'Back to the case' },
        ...(values ? { values: values(opened) } : {}),
        model: {
          bar,
          view,
          blocked: missing && { missing, href: bar.href },
          ...(await model?.(opened, visit)),
        },
      });
    },

    async post(visit) {
      const id = visit.params.id ?? '';
      const happened = visit.typedMoment('happened');
      await visit.send(path`/api/v1/child-cases/${id}/${verb}`, { ...(await body(visit)), happened });
      return goTo(leadsTo?.(visit) ?? `/child-cases/${id}`, done);
    },
  };
}
