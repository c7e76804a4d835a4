import {
  discussionOutcomes,
  linkedIdentifiers,
  linkedKinds,
  linkKindCodes,
  linkSources,
} from '@mase/workflow';
import {
  day,
  gradeInWords,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  page,
  type Schema,
  shown,
  text,
  truth,
  whole,
} from './schema.js';

const endFields = {
  kind: oneOf(...linkedKinds, ...linkedIdentifiers),
  id: maybe(id),
  name: { ...maybe(text()), description: 'Null where the reader may not know the name' },
  node: text('Its name in the network'),
};
const end = object(endFields);

const link = {
  ...{ id, version: whole, state: named('State'), kind: oneOf(...linkKindCodes), words: text() },
  ...{ from: end, to: end, firstOn: day, lastOn: day, told: truth, graded: truth },
  ended: maybe(object({ how: oneOf('faded', 'withdrawn'), at: instant })),
  grade: maybe(object(gradeInWords)),
  source: maybe(oneOf(...linkSources)),
  sourceRecord: maybe(object({ kind: text(), id })),
  ...{ recordedAt: maybe(instant), reviewDue: maybe(instant) },
};

const cluster = {
  ...{
    id,
    version: whole,
    state: named('State'),
    count: whole,
    proposedAt: instant,
    closedAt: maybe(instant),
    unsupportedAt: {
      ...maybe(instant),
      description: 'Since when the links that still stand are fewer than the profile asks for',
    },
  },
  decided: maybe(object({ decision: oneOf('confirmed', 'declined'), by: maybe(id), at: instant })),
  discussion: maybe(object({ outcome: oneOf(...discussionOutcomes), at: instant })),
  ...{ metAt: maybe(instant), hub: maybe(end), from: maybe(day), to: maybe(day), due: maybe(instant) },
  onAgenda: maybe(id),
  children: list(object({ id, name: maybe(text()) })),
};

const clusterRules = {
  threshold: {
    ...object({ children: whole, days: whole }),
    description: 'From how many children within how many days a cluster is proposed',
  },
  opens: {
    ...list(object({ label: text(), amount: whole, unit: text() })),
    description: 'What confirming starts, and within how long each is due',
  },
};

/** A cluster as the agenda shows it where it is decided on. */
export const clusterHeard = object({ ...cluster, threshold: clusterRules.threshold });

/** What links, the network and clusters show, by name. */
export const linkSchemas: { [name: string]: Schema } = {
  LinksView: page(object(link), {
    within: {
      ...maybe(object({ all: whole, children: whole })),
      description:
        'How much is within two steps of the record that was asked of, as far as the reader sees it, and how many children; null where none was',
    },
  }),
  LinkView: object({
    ...{ ...shown, ...link, toldWords: maybe(text()) },
    mayAskWhoKnew: { ...truth, description: 'Whether the reader may ask who was told of it' },
  }),
  NeighboursView: object({
    items: list(object({ ...endFields, steps: whole })),
    links: list(
      object({
        linkId: {
          ...id,
          description: 'The link; or the person or place on whose record the identifier stands',
        },
        node: text(),
        other: text(),
      }),
    ),
    more: { ...truth, description: 'Whether more was reached than is answered' },
  }),
  SharedView: object({ items: list(object({ ...endFields, children: whole })), more: truth }),
  ClustersView: page(object(cluster)),
  ClusterView: object({
    ...{ ...shown, ...cluster, ...clusterRules },
    links: {
      ...list(object(link)),
      description: 'The links by which the children share it, as far as the reader reads them; 100 at most',
    },
  }),
};
