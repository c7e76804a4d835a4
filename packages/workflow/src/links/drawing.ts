import type { UnderChild } from '../children/under-child.js';
import type { MeasureStanding } from '../disruption-measures/standing.js';
import { daysOfIncident, type LinkedToIncident } from '../incidents/linked.js';
import type { Access, Context, Fault, RecordKind, RecordRef, StoredRecord } from '../model.js';
import type { ProtectionStanding } from '../protections/standing.js';
import { type StrandRecordStanding, wasAccepted } from '../strand-records/standing.js';
import type { FollowsEnds } from './end-news.js';
import type { LinkedRecord } from './ends.js';
import type { LinkKind } from './kinds.js';
import type { DrawnFrom, LinkSource, LinkStanding } from './standing.js';

/**
 * That a child and a person or place have to do with each other by what is on the books: the child is a victim in an
 * incident, and the other was part in it; or a measure on the other protects the child.
 */
export interface DrawLinkPayload {
  child: LinkedRecord;
  about: LinkedRecord;
  /** The child’s part in the incident and the other’s; or the protection of the child and the measure. */
  by: [RecordRef, RecordRef];
  /** Set where both, and the person or place, are as they were before links were drawn: it is drawn without a message to anybody. */
  knownBefore?: true;
}

type Ctx = Pick<Context<LinkStanding, DrawLinkPayload>, 'payload' | 'locked'>;

/** All that is locked to draw a link: its two ends, and what it is drawn from. */
export const drawnBetween = ({ child, about, by }: DrawLinkPayload): RecordRef[] => [child, about, ...by];

/** A link as it follows from what it is drawn from. */
export interface Drawn
  extends Pick<LinkStanding, 'kind' | 'source' | 'firstOn' | 'lastOn'>,
    Pick<FollowsEnds, 'movedFrom'>,
    UnderChild {
  sourceRecord: RecordRef;
  drawn: DrawnFrom;
  /** What the desk reads of why it is there. */
  words: string;
  /** What is closed by itself of the measure. */
  closed: { [id: string]: Access };
}

/** What follows for a link from the two records alone. */
type Found = Pick<Drawn, 'firstOn' | 'lastOn' | 'words' | 'closed'> & {
  source: LinkSource;
  kinds: { [about in 'person' | 'location']: LinkKind };
  sourceRecord: RecordRef;
};

function byIncident(victim: StoredRecord, part: StoredRecord): Found | null {
  const [one, other] = [victim, part].map(({ standing }) => standing as unknown as LinkedToIncident);
  const together = victim.state === 'linked' && part.state === 'linked';
  if (!one?.incident || !together || one.incidentId !== other?.incidentId) return null;
  return {
    source: 'incident',
    kinds: { person: 'incident-with', location: 'incident-at' },
    sourceRecord: { kind: 'incident', id: one.incidentId },
    ...daysOfIncident(one.incident),
    words: `The police linked both with the incident ${one.incident.force} ${one.incident.reference}.`,
    closed: {},
  };
}

function byMeasure(protection: StoredRecord, measure: StoredRecord): Found | null {
  const { since } = protection.standing as ProtectionStanding;
  const inForce = protection.state === 'inForce' && measure.state === 'inForce';
  if (!since || !inForce || protection.subjectId !== measure.id) return null;
  const { own } = (measure.standing as MeasureStanding).closedEnds ?? {};
  return {
    source: 'measure',
    kinds: { person: 'protected-from', location: 'protected-at' },
    sourceRecord: { kind: 'disruptionMeasure', id: measure.id },
    firstOn: since,
    lastOn: since,
    words: 'A measure in force protects the child.',
    closed: own ? { [measure.id]: own } : {},
  };
}

const ways: { [kind in RecordKind]?: typeof byIncident } = {
  incidentVictim: byIncident,
  protection: byMeasure,
};

/** What is drawn from the locked records; nothing where they no longer join the two. */
export function drawnFrom({ payload, locked }: Ctx): Drawn | null {
  const found = ({ kind, id }: RecordRef) => locked.find((one) => one.kind === kind && one.id === id);
  const [child, about, one, other] = drawnBetween(payload).map(found);
  if (!child || !about || !one || !other || one.parentId !== child.id) return null;
  if (about.kind === 'child' || (other.parentId !== about.id && other.subjectId !== about.id)) return null;
  const way = ways[one.kind]?.(one, other);
  if (!way) return null;
  const { kinds, ...rest } = way;
  const { joinedFrom } = one.standing as UnderChild;
  const began = (other.standing as FollowsEnds).movedFrom?.[about.id];
  const accepted = wasAccepted(about.standing as StrandRecordStanding);
  return {
    ...rest,
    kind: kinds[about.kind as 'person' | 'location'],
    drawn: { by: [one.id, other.id], accepted },
    ...(joinedFrom ? { joinedFrom } : {}),
    ...(began ? { movedFrom: { [about.id]: began } } : {}),
  };
}

/** Nothing is drawn from what was withdrawn or has ended meanwhile. */
export function drawFaults(context: Ctx): Fault[] {
  if (drawnFrom(context)) return [];
  return [{ pointer: '/by', code: 'apart', detail: 'These records do not join the two, or no longer.' }];
}
