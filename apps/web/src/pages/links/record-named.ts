import { path } from '../../api-client.js';
import type { Visit } from '../../visit.js';
import type { RecordKind } from './network-of.js';

const topics: Record<RecordKind, string> = { child: 'children', person: 'persons', location: 'locations' };

/** A record at one end of a link, by name, and where its own page is. */
export interface NamedRecord {
  kind: RecordKind;
  id: string;
  name: string;
  href: string;
}

/** Reads the name of a record that an address names. Throws where the reader does not see the record. */
export async function readNamed(
  visit: Visit,
  { kind, id }: { kind: RecordKind; id: string },
): Promise<NamedRecord> {
  const { body } = await visit.read<{ name: string }>(path`/api/v1/${topics[kind]}/${id}`);
  return { kind, id, name: body.name, href: `/${topics[kind]}/${id}` };
}

/** The record that was pasted as the address of its page; null where the text is none. */
export function recordPasted(text: string): { kind: RecordKind; id: string } | null {
  const [, topic, id] = /\/(children|persons|locations)\/([0-9a-f-]{36})/.exec(text) ?? [];
  const found = Object.entries(topics).find(([, name]) => name === topic);
  return found && id ? { kind: found[0] as RecordKind, id } : null;
}

const sources: Record<string, string> = {
  intelligence: 'intelligence',
  incidents: 'incident',
  'disruption-measures': 'disruptionMeasure',
  'child-cases': 'childCase',
  'missing-episodes': 'missingEpisode',
};

/** The record that a link comes from, pasted as the address of its page; null where the text is none. */
export function sourcePasted(text: string): { kind: string; id: string } | null {
  const [, topic = '', id] =
    /\/(intelligence|incidents|disruption-measures|child-cases|missing-episodes)\/([0-9a-f-]{36})/.exec(
      text,
    ) ?? [];
  const kind = sources[topic];
  return kind && id ? { kind, id } : null;
}
