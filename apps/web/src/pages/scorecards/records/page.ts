import { labelOf } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { scorecardAsked } from '../asked.js';

interface Records {
  name: string;
  definition: string;
  label: string | null;
  from: string;
  to: string;
  all: number;
  visible: number;
  withheld: number;
  records: { id: string; kind: string; title: string; reference: string | null; state: string }[];
}

/** Where a record of each kind is opened; others are named and lead nowhere. */
const addresses: { [kind: string]: string } = {
  childCase: '/child-cases',
  personCase: '/person-cases',
  locationCase: '/location-cases',
  planAction: '/plan-actions',
  sitting: '/sittings',
  disruptionMeasure: '/disruption-measures',
  child: '/children',
  missingEpisode: '/missing-episodes',
  incident: '/incidents',
};

const kinds: { [kind: string]: string } = {
  childCase: 'Child case',
  personCase: 'Person of concern',
  locationCase: 'Place',
  planAction: 'Action',
  agendaItem: 'Item',
  disruptionMeasure: 'Measure',
  serviceEpisode: 'Service',
  missingEpisode: 'Absence',
};

/** The records that a figure is counted from, those that the reader may see, and how many are withheld. */
export const page: Page = {
  id: 'scorecards/records',
  url: '/scorecards/records',
  section: '/scorecards',

  async get(visit) {
    const asked = scorecardAsked(visit);
    const { figure = '', part } = visit.query;
    const { body } = await visit.read<Records>('/api/v1/scorecard/records', {
      ...{ ...asked, figure: figure || 'contacts' },
      ...(part === undefined ? {} : { part }),
    });
    return show({
      title: body.label === null ? body.name : `${body.name}: ${body.label}`,
      back: { href: `/scorecards?${new URLSearchParams(asked)}`, text: 'Scorecard' },
      model: {
        about: `${dateWords(body.from)} to ${dateWords(body.to)}`,
        definition: body.definition,
        all: body.all,
        visible: body.visible,
        withheld: body.withheld,
        shown: body.records.length,
        isCut: body.records.length < body.visible,
        records: body.records.map(({ id, kind, title, reference, state }) => ({
          title: title || 'No title',
          href: addresses[kind] ? `${addresses[kind]}/${id}` : null,
          kind: kinds[kind] ?? labelOf(kind),
          reference,
          state: labelOf(state.replace(/([A-Z])/g, '-$1').toLowerCase()),
        })),
      },
    });
  },
};
