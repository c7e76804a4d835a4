import { findClasses, findRecord, findRecordsById, type OpenedRecord, type Tx } from '@mase/store';
import {
  type AgendaItemStanding,
  doubtsOfPart,
  keptSections,
  type MinuteSection,
  partsOfMinutes,
  personsOfItem,
  type SittingStanding,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notPermitted } from '../problem.js';
import { recordBase } from '../record-view.js';
import { askingOf, audited, idOf } from '../view.js';

type Item = StoredRecord<AgendaItemStanding>;

const summary =
  'Each part of the minutes as it is filed on its case once they are agreed, for who may change them';
const schema = {
  params: idParams,
  tags: ['sittings'],
  operationId: 'sittings.minutesParts',
  summary,
  response: {
    200: shownSchema('SittingMinutesPartsView', 'record', summary),
    ...answersOf(401, 403, 404, 503),
  },
};

/** Only of a sitting whose minutes are to be agreed is anything still to be filed. */
const isToBeAgreed = ({ state }: StoredRecord): boolean => state === 'minutesDrafted';

/** The items of the agenda that the reader sees, in its order. */
function itemsSeen({ record, children }: Pick<OpenedRecord, 'record' | 'children'>): Item[] {
  const { order } = record.standing as SittingStanding;
  const items = children.filter(({ kind }) => kind === 'agendaItem') as Item[];
  return items.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

/** Whether a part tells of an item: of a closed one its own alone, where the minutes had a section of it before it was closed. */
const isTold = ({ id, standing }: Item, sections: readonly MinuteSection[]): boolean =>
  !standing.access?.closed || sections.some(({ itemId }) => itemId === id);

/** Of persons and places those of which the reader reads more than that they were reported: that tells no name. */
async function behindItems(tx: Tx, items: readonly Item[]): Promise<StoredRecord[]> {
  const ids = [...new Set(items.flatMap(({ standing }) => personsOfItem(standing)))];
  const found = await findRecordsById(tx, ids);
  const classes = await findClasses(tx, ids);
  const reads = (id: string) => ['sheet', 'case'].some((one) => classes.get(id)?.includes(one));
  return found.filter(({ kind, id }) => kind === 'child' || reads(id));
}

/**
 * `GET /api/v1/sittings/:id/minutes-parts`: what agreeing the minutes files on each case, with every word that is replaced.
 * Of a record that is closed to the reader no part is shown, and nothing says that there is one; its names are replaced in
 * no part of another, whoever looks.
 */
export function viewMinutesParts(app: FastifyInstance): void {
  app.get('/api/v1/sittings/:id/minutes-parts', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'sittings/minutes-parts', record: { kind: 'sitting', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'sitting', id);
      if (!opened) return null;
      const { record, written } = opened;
      const [lacks] = app.policy.command(topicOf('sitting'), 'change-minutes', asking.actor, record);
      if (lacks) throw notPermitted(lacks.who);
      const seen = isToBeAgreed(record) ? itemsSeen(opened) : [];
      const sections = keptSections(written);
      const items = seen.filter((item) => isTold(item, sections));
      const known = [...items, ...(await behindItems(tx, items))];
      const { panel, startsAt, minutesVersion } = record.standing as SittingStanding;
      const parts = partsOfMinutes(sections, known).map((part) => {
        const { reference, name, caseId, caseKind = 'childCase' } = part.item.standing;
        return {
          ...{ itemId: part.item.id, caseId, caseKind, reference, name },
          pieces: part.pieces,
          ...doubtsOfPart(part, known),
        };
      });
      return {
        shown: {
          ...recordBase(opened, asking, { related: seen, written: [] }),
          ...{ panel, startsAt, minutesVersion, parts },
        },
        persons: [...new Set(items.flatMap(({ standing }) => personsOfItem(standing)))],
      };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
