import { createHash } from 'node:crypto';
import { dateTimeWords, dateWords, type ProblemProfileModel } from '@mase/documents';
import type { ProblemProfile, ProblemSection, Profile } from '@mase/workflow';
import { shortDigest } from '../packs/paper-digest.js';

const number = (n: number | null): string => (n === null ? 'kept back' : String(n));

function sectionWords({ title, tables, shares }: ProblemSection): ProblemProfileModel['sections'][number] {
  return {
    title,
    tables: tables.map(({ name, definition, lines, total, addsUp }) => ({
      name,
      definition,
      lines: lines.map(({ label, n }) => ({ label, n: number(n) })),
      total: addsUp ? number(total) : null,
    })),
    shares: shares.map(({ name, definition, n, of, percent }) => ({
      name,
      definition,
      percent: n === null ? 'kept back' : percent === null ? 'none to count' : `${percent}%`,
      of: n === null || of === null ? 'kept back' : `${n} of ${of}`,
    })),
  };
}

/** For whom a copy of the profile is made, and when. */
export interface ProfileReader {
  name: string;
  role: string;
  agency: string;
  partnership: string;
  now: string;
  profile: Profile;
}

/** The problem profile as its document prints it. */
export function documentModel(found: ProblemProfile, reader: ProfileReader): ProblemProfileModel {
  const { name, role, agency, partnership, now, profile } = reader;
  const digest = createHash('sha256').update(JSON.stringify(found)).digest('hex');
  return {
    head: {
      title: `Problem profile ${found.year}`,
      partnership,
      marking: profile.protectiveMarking,
      copy: {
        ...{ number: 1, of: 1, recipient: name, role, agency, version: 1 },
        issued: dateTimeWords(now, profile.timeZone),
        digest: shortDigest(digest),
      },
    },
    period: `${dateWords(found.from)} to ${dateWords(found.to)}`,
    sections: found.sections.map(sectionWords),
    notHeld: [...found.notHeld],
    definitions: found.definitions,
  };
}
