import { readFileSync } from 'node:fs';
import { dateWords } from '../../date-words.js';
import { enter, enterDate, select } from '../../error-words.js';
import type { Page } from '../../page.js';
import { templateUrl } from '../../templating/template-url.js';
import type { Visit } from '../../visit.js';
import { basisLabel } from '../sittings/listed-case.js';
import { casePage, type OpenedCase } from './case-page.js';

/** How a page that asks for a reason, and little else, differs from the others. */
export interface ReasonPage {
  verb: string;
  says: string;
  /** The question that the reason answers. */
  ask: string;
  done: string;
  /** Asks for a day as well. */
  until?: boolean;
  facts?: (opened: OpenedCase) => { key: string; text: string }[];
  teams?: (visit: Visit) => Promise<{ value: string; text: string }[]>;
}

const view = readFileSync(templateUrl('pages/child-cases/reason-view.hbs'), 'utf8');

/** What a case's listing says, as facts beside a question about it. */
export function listingFacts({ view: { standing } }: OpenedCase): { key: string; text: string }[] {
  const listing = standing?.listing;
  if (!listing) return [];
  return [
    { key: 'Listed', text: `${basisLabel(listing.basis)}, ${dateWords(listing.at)}` },
    { key: 'Asked of the panel', text: listing.asked },
  ];
}

/** A page that gives a command on a case with a reason. */
export function reasonPage({ verb, says, ask, done, until = false, facts, teams }: ReasonPage): Page {
  const page = casePage({
    verb,
    fields: {
      reason: enter('the reason'),
      ...(until ? { until: enterDate('the date until when') } : {}),
      ...(teams ? { teamId: select('the team') } : {}),
    },
    model: async (opened, visit) => ({
      says,
      ask,
      until,
      facts: facts?.(opened) ?? [],
      teams: (await teams?.(visit)) ?? [],
    }),
    body: (visit) => ({
      reason: visit.typed('reason'),
      ...(until ? { until: visit.typedDate('until') } : {}),
      ...(teams ? { teamId: visit.typed('teamId') } : {}),
    }),
    done,
  });
  return { ...page, view };
}
