import { readFileSync } from 'node:fs';
import type { TemplateDelegate } from 'handlebars';
import { dateWords, dueWords, momentWords, plannedWords, timeWords } from './date-words.js';
import type { EarlierDay } from './earlier-day.js';
import type { ErrorWords } from './error-words.js';
import type { LanguageHints } from './language-hints.js';
import type { ViewsOfList } from './saved-views.js';
import { findsRecords } from './sections.js';
import { environment } from './templating/environment.js';
import type { FormState } from './templating/form-helpers.js';
import { safeHtml } from './templating/safe-html.js';
import { templateUrl } from './templating/template-url.js';
import type { Who } from './who.js';

/** One item of the navigation. */
export interface Section {
  text: string;
  href: string;
  /** Addresses of sections that stand behind this one, which marks it as current as well. */
  holds?: string[];
}

/** What stands around every page. */
export interface Frame {
  title: string;
  who: Who | null;
  section?: string;
  back?: { href: string; text?: string };
  notice?: string | null;
  language?: LanguageHints | null;
  earlier?: EarlierDay | null;
  views?: ViewsOfList | null;
  errors?: ErrorWords[];
  form: FormState;
}

/** What is the same on every page of one installation. */
export interface Installation {
  serviceName: string;
  partnership: string;
  /** Said in a banner on every page, for a demonstration. */
  phase?: string;
  /** What the navigation offers somebody. */
  sections: (who: Who) => Section[];
  asset: (name: string) => string;
  /** Where the installation's own map tiles are asked for, if it has any. */
  mapTiles?: string;
}

/** Every view made ready at start. */
export interface Views {
  /** A whole page: the view named `<topic>/<verb>`, or `frame/<name>`, filled with its model, inside the layout. Throws on a missing value. */
  page(name: string, model: Record<string, unknown>, frame: Frame): string;
}

/** A view to make ready: its name, and its template when that is not in a file. */
export interface ViewSource {
  id: string;
  view?: string;
}

const frameViews: ViewSource[] = [{ id: 'frame/error' }, { id: 'frame/changed' }];

function source({ id, view }: ViewSource): string {
  return (
    view ?? readFileSync(templateUrl(id.startsWith('frame/') ? `${id}.hbs` : `pages/${id}/view.hbs`), 'utf8')
  );
}

/** Compiles the layout and the views. Throws on a template at fault, so that a bad view stops the start and not a request. */
export function makeViews(sources: ViewSource[], installation: Installation): Views {
  const env = environment({
    date: (at: string, distance?: string) =>
      dateWords(at, typeof distance === 'string' ? distance : undefined),
    'due-on': (at: string) => dueWords(at),
    moment: (at: string) => momentWords(at),
    'planned-at': (at: string) => plannedWords(at),
    time: (at: string) => timeWords(at),
  });
  const layout = env.view(source({ id: 'frame/layout' }));
  const views = new Map(
    [...frameViews, ...sources].map((view): [string, TemplateDelegate] => [view.id, env.view(source(view))]),
  );
  const filled = (name: string, model: Record<string, unknown>): string => {
    const view = views.get(name);
    if (!view) throw new Error(`there is no view named ${name}`);
    return view(model);
  };
  return {
    page(name, model, frame) {
      const body = safeHtml(
        filled(name, {
          ...model,
          title: frame.title,
          form: frame.form,
          who: frame.who,
          sections: frame.who ? installation.sections(frame.who) : [],
        }),
      );
      return layout({ ...frame, ...chrome(frame, installation), body });
    },
  };
}

const isHere = ({ href, holds = [] }: Section, section = ''): boolean =>
  href === section || holds.includes(section);

function chrome(frame: Frame, installation: Installation): Record<string, unknown> {
  const { asset, sections } = installation;
  const errors = frame.errors ?? [];
  return {
    ...installation,
    assets: {
      styles: [
        'govuk-frontend.css',
        'moj-frontend.css',
        'mase.css',
        'panel.css',
        'judgement.css',
        'moving.css',
      ].map(asset),
      enabled: asset('enabled.js'),
      start: asset('start.js'),
      icon: asset('favicon.svg'),
    },
    pageTitle: `${errors.length > 0 ? 'Error: ' : ''}${frame.title} – ${installation.serviceName}`,
    errorList: errors.map(({ field, anchor = field, text }) =>
      anchor ? { text, href: `#${anchor}` } : { text },
    ),
    finds: frame.who !== null && findsRecords(frame.who),
    navigation: frame.who
      ? sections(frame.who).map((section) => ({ ...section, active: isHere(section, frame.section) }))
      : [],
  };
}
