import { dateWords } from '../../../date-words.js';
import { codeWords } from '../../../strand.js';
import type { StrandRecordView } from '../../../strand-record.js';
import { strandRecordPage } from '../../../strand-record-page.js';

interface PlaceFields {
  kind: string | null;
  address: string | null;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  handle: string | null;
  manager: string | null;
  licence: string | null;
  regulator: string | null;
  levers: string[];
  prevention: Record<string, { times: number; lastOn: string }>;
}

/** What is known of a place, and what can be done there. */
export function placeFacts(view: StrandRecordView): { key: string; text: string }[] {
  const place = view as unknown as PlaceFields;
  const told = (key: string, text: string | null) => (text ? [{ key, text }] : []);
  const { latitude, longitude, levers, prevention } = place;
  return [
    ...told('Kind', place.kind && codeWords(place.kind)),
    ...told('Address', [place.address, place.postcode].filter(Boolean).join(', ')),
    ...told('Coordinates', latitude === null ? null : `${latitude}, ${longitude}`),
    ...told('Name online', place.handle),
    { key: 'Who is responsible', text: place.manager ?? 'Not known yet' },
    { key: 'Licence', text: place.licence ?? 'None known' },
    ...told('Regulator', place.regulator),
    { key: 'What can be done', text: levers.map(codeWords).join(', ') || 'Nothing recorded yet' },
    ...Object.entries(prevention).map(([kind, { times, lastOn }]) => ({
      key: codeWords(kind),
      text: `${times}, last on ${dateWords(lastOn)}`,
    })),
  ];
}

/** What and where a place is. */
export const page = strandRecordPage('locations', { facts: placeFacts, gapWords: {} });
