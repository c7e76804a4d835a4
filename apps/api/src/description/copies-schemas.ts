import { id, instant, list, maybe, object, type Schema, text, truth, whole } from './schema.js';

/** What the api answers of copies of papers: whose they are, and who holds papers of a case. */
export const copiesSchemas: { [name: string]: Schema } = {
  HoldersView: object({
    reference: text(),
    restricted: truth,
    recalls: { ...truth, description: 'Whether the reader may recall a copy' },
    copies: list(
      object({
        sittingId: id,
        panel: text(),
        startsAt: instant,
        recipientId: id,
        name: text(),
        document: text('Which of the papers'),
        copyNumber: whole,
        version: whole,
        issuedAt: instant,
        openedAt: maybe(instant),
        reads: { ...truth, description: 'Whether its recipient reads the case now' },
        recalledAt: maybe(instant),
        recallable: { ...truth, description: 'Whether it can be recalled: minutes and letters cannot' },
      }),
    ),
  }),
  CopiesView: object({
    items: list(
      object({
        recipientId: id,
        name: text(),
        agencyName: maybe(text()),
        fetch: { ...truth, description: 'Whether the reader may fetch this copy' },
        why: maybe(text('Why not')),
        minutes: { ...truth, description: 'Whether the copy can be had of the minutes too' },
        letter: { ...truth, description: 'Whether the sitting gave the recipient’s agency actions' },
        copy: maybe(object({ number: whole, version: whole, issuedAt: instant, openedAt: maybe(instant) })),
        changed: list(text('An item that changed since this version')),
        recalled: maybe(object({ at: instant, reason: text('Why'), by: text() })),
        versions: {
          ...list(object({ number: whole, version: whole, issuedAt: instant, openedAt: maybe(instant) })),
          description: 'The versions that the reader may open as they were issued, the first one first',
        },
      }),
    ),
    letters: {
      ...list(
        object({
          agencyId: id,
          agencyName: text(),
          actions: whole,
          people: list(object({ id, name: text() })),
          issued: maybe(
            object({
              recipientId: id,
              name: text(),
              number: whole,
              version: whole,
              issuedAt: instant,
              openedAt: maybe(instant),
            }),
          ),
        }),
      ),
      description: 'The agencies to which the sitting gave actions, for whoever issues letters',
    },
  }),
};
