import { type DocumentHead, dateTimeWords, type JourneyModel } from '@mase/documents';
import { canonicalText, digestOf } from '@mase/store';
import type { Actor, Profile } from '@mase/workflow';
import { roleWords } from '../packs/code-words.js';
import { shortDigest } from '../packs/paper-digest.js';
import type { JourneyContent } from './journey-model.js';

/** For whom a journey is made, when, and under which version of the case. */
export interface JourneyCopy {
  title: string;
  partnership: string;
  reader: { name: string; agency: string; roles: Actor['roles'] };
  version: number;
  now: string;
  profile: Profile;
}

/** A journey ready to print, and the digest of what it says. */
export function journeyModel(
  content: JourneyContent,
  copy: JourneyCopy,
): { model: JourneyModel; digest: string } {
  const digest = digestOf(canonicalText(JSON.parse(JSON.stringify(content)) as object));
  const { title, partnership, reader, version, now, profile } = copy;
  const head: DocumentHead = {
    ...{ title, partnership, marking: profile.protectiveMarking },
    copy: {
      ...{ number: 1, of: 1, recipient: reader.name, role: roleWords(reader.roles) ?? 'No role' },
      ...{ agency: reader.agency, issued: dateTimeWords(now, profile.timeZone), version },
      digest: shortDigest(digest),
    },
  };
  return { model: { head, ...content }, digest };
}
