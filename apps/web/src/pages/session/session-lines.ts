import { momentWords } from '../../date-words.js';

/** A session as the api lists it. */
export interface SessionLine {
  id: string;
  method: 'demonstration' | 'password' | 'provider' | 'hand-over';
  organisation: string | null;
  begunAt: string;
  seenAt: string;
  expiresAt: string;
  current: boolean;
}

/** How somebody signed in, in words. */
function wayOf({ method, organisation }: SessionLine): string {
  if (method === 'hand-over') return 'Command line';
  if (method === 'provider') return organisation ?? 'Your organisation';
  return method === 'demonstration' ? 'Demonstration' : 'Local account';
}

/** A session as a table shows it. */
export function sessionRow(line: SessionLine) {
  return {
    id: line.id,
    way: wayOf(line),
    begun: momentWords(line.begunAt),
    seen: momentWords(line.seenAt),
    until: momentWords(line.expiresAt),
    current: line.current,
  };
}
