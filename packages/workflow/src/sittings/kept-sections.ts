import type { WrittenRow } from '../model.js';
import type { MinuteSection } from './standing.js';

/** The sections of the version of the minutes that was kept last; none before the sitting ended. */
export function keptSections(written: readonly WrittenRow[]): MinuteSection[] {
  const row = written.find(({ kind }) => kind === 'minutes');
  return (row?.body as { sections?: MinuteSection[] } | undefined)?.sections ?? [];
}
