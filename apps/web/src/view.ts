import { readFileSync } from 'node:fs';
import type { TemplateDelegate } from 'handlebars';
import { dateWords, dueWords, momentWords, plannedWords, timeWords } from './date-words.js';
import type { EarlierDay } from './earlier-day.js';
import type { ErrorWords } from './error-words.js';
import type { LanguageHints } from './language-hints.js';
import { catalogues } from './languages.js';
import type { ListFileWays } from './list-files.js';
import type { ListTools } from './list-tools.js';
import type { ViewsOfList } from './saved-views.js';
import { findsRecords } from './sections.js';
import { type Environment, environment } from './templating/environment.js';
import type { FormState } from './templating/form-helpers.js';
import { safeHtml } from './templating/safe-html.js';
import { sayingIn } from './templating/said.js';
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
  file?: ListFileWays | null;
  tools?: ListTools | null;
  /** The language of the page: English, or one that has a catalogue. */
  tongue?: string;
  /** Whether a text was written by somebody, and is none of the site's: it is shown as it was written in every language. */
  isWritten?: (text: string) => boolean;
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

/** The layout and the views in one language, each made ready when it is first asked for; nothing for a name that is none. */
type Ready = (name: string) => TemplateDelegate | undefined;

/** The views in one language, and how it says what code has put together. */
interface Spoken {
  of: Ready;
  said: (text: string) => string;
}

function readyIn(env: Environment, sources: ReadonlyMap<string, ViewSource>): Ready {
  const made = new Map<string, TemplateDelegate>();
  return (name) => {
    const known = made.get(name);
    const given = sources.get(name);
    if (known || !given) return known;
    const view = env.view(source(given));
    made.set(name, view);
    return view;
  };
}

/** What the frame gives every view besides its model; a model with one of these names would lose it without a word. */
const ofFrame = ['tools', 'heads', 'further', 'sections'] as const;

const frameViews: ViewSource[] = ['frame/layout', 'frame/error', 'frame/changed'].map((id) => ({ id }));

function source({ id, view }: ViewSource): string {
  return (
    view ?? readFileSync(templateUrl(id.startsWith('frame/') ? `${id}.hbs` : `pages/${id}/view.hbs`), 'utf8')
  );
}

/** Compiles the layout and the views. Throws on a template at fault, so that a bad view stops the start and not a request. */
export function makeViews(sources: ViewSource[], installation: Installation): Views {
  const helpers = {
    date: (at: string, distance?: string) =>
      dateWords(at, typeof distance === 'string' ? distance : undefined),
    'due-on': (at: string) => dueWords(at),
    moment: (at: string) => momentWords(at),
    'planned-at': (at: string) => plannedWords(at),
    time: (at: string) => timeWords(at),
  };
  const all = new Map([...frameViews, ...sources].map((view) => [view.id, view]));
  const english = readyIn(environment(helpers), all);
  for (const name of all.keys()) english(name);
  const spoken = new Map<string, Spoken>([['en', { of: english, said: (text) => text }]]);
  // A page is filled in one go: nothing else is shown before it is done.
  let isWritten: (text: string) => boolean = () => false;
  const inTongue = (tongue: string): Spoken => {
    const known = spoken.get(tongue);
    if (known) return known;
    const { words = {} } = catalogues.get(tongue) ?? {};
    const say = (text: string): string | null => words[text] ?? null;
    const inWords = sayingIn(Object.keys(words), say);
    const said = (text: string) => inWords(text, isWritten);
    const ready = { of: readyIn(environment(helpers, { language: tongue, say, said }), all), said };
    spoken.set(tongue, ready);
    return ready;
  };
  return {
    page(name, model, given) {
      isWritten = given.isWritten ?? (() => false);
      const { of: ready, said } = inTongue(given.tongue ?? 'en');
      const frame = { ...given, title: said(given.title) };
      const [view, layout] = [ready(name), ready('frame/layout')];
      if (!view || !layout) throw new Error(`there is no view named ${name}`);
      const taken = ofFrame.filter((one) => one in model);
      if (taken.length > 0)
        throw new Error(`${name}: the frame gives ${taken.join(', ')}: call it otherwise`);
      const body = safeHtml(
        view({
          ...model,
          title: frame.title,
          form: frame.form,
          tools: frame.tools ?? null,
          heads: frame.tools?.heads ?? {},
          further: frame.tools?.further ?? null,
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
  const tongue = frame.tongue ?? 'en';
  return {
    ...installation,
    tongue,
    tongues: [{ language: 'en', name: 'English' }, ...catalogues.values()].map(({ language, name }) => ({
      ...{ language, name, here: language === tongue },
    })),
    severalTongues: catalogues.size > 0,
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
      ? sections(frame.who).map((section) => ({
          ...section,
          active: isHere(section, frame.section),
        }))
      : [],
  };
}
