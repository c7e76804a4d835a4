import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import { aboutOfLocation, type LocationStanding } from '../locations/standing.js';
import type { Context, StoredRecord } from '../model.js';
import { aboutOfPerson, type PersonStanding } from '../persons/standing.js';
import type { AboutNews, NominatePayload, ReportPayload } from './payloads.js';
import type { StrandCaseStanding } from './standing.js';

type Opening = Partial<NominatePayload & ReportPayload>;

/** The id of the person or place that a case is about: one on the books, or a new one whose id the command creates. */
export function aboutIn({ personId, locationId }: Opening, commandId: string): string {
  return personId ?? locationId ?? derivedId(commandId, localId.strandRecord);
}

/** What a case knows of the person or place at its beginning: of the record on the books, else of the description. */
export function describedAbout({
  payload,
  locked,
  at,
  profile,
}: Context<StrandCaseStanding, object>): Omit<AboutNews, 'aboutId' | 'from'> {
  const opening = payload as Opening;
  const known = locked.find(({ id }) => id === (opening.personId ?? opening.locationId));
  if (known?.kind === 'person') return aboutOfPerson((known as StoredRecord<PersonStanding>).standing);
  if (known?.kind === 'location') return aboutOfLocation((known as StoredRecord<LocationStanding>).standing);
  if (opening.location) return aboutOfLocation(opening.location);
  return aboutOfPerson(opening.person ?? {}, { at, profile });
}
