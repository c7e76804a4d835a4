import type { PracticeTheme } from '../case-audits/standing.js';
import { qualityKeepers, qualityKeepersWords, qualityReaders } from '../registers/readers.js';
import { registerTopic } from '../registers/register-topic.js';
import type { EntryPayload, EntryStanding } from '../registers/shape.js';

/** Where a theme of practice was noticed. */
export const themeSources = [
  ...(['case-audits', 'dip-samples', 'feedback', 'challenges', 'learning-reviews', 'scorecards'] as const),
] as const;
/** One of these. */
export type ThemeSource = (typeof themeSources)[number];

/** What audits and feedback come back to, and what was done about it. */
export interface PracticeThemeStanding extends EntryStanding {
  theme: PracticeTheme | '';
  title: string;
  sources: ThemeSource[];
  /** The day on which something was last done about it; null before that. */
  on: string | null;
}

export interface OpenThemePayload extends EntryPayload {
  theme: PracticeTheme;
  title: string;
  sources: ThemeSource[];
  /** What was seen, of nobody in particular. */
  seen: string;
  leadId: string;
  due: string;
}
export interface RecordResponsePayload extends EntryPayload {
  did: string;
  on: string;
  /** The day by which it is looked at again. */
  due: string;
}
export interface CloseThemePayload extends EntryPayload {
  /** What is different now, and how that is known. */
  difference: string;
}

/** The topic of practice themes: what was seen, what was done about it, and what is different now. */
export const practiceThemeRegister = registerTopic({
  name: 'practice-themes',
  kind: 'practiceTheme',
  running: 'open',
  begin: { verb: 'open-theme', writes: 'theme-opened', keeps: ['theme', 'title', 'sources'] },
  notes: {
    'record-response': { writes: 'theme-response', keeps: ['on'] },
    'change-lead': { writes: 'lead-changed', keeps: [] },
  },
  ends: { 'close-theme': { to: 'closed', writes: 'theme-closed', keeps: [] } },
  clock: 'theme-review',
  keepers: qualityKeepers,
  words: qualityKeepersWords,
  readers: [...qualityReaders, 'worker'],
  namesNobody: ['title', 'seen', 'did', 'difference', 'reason'],
  blank: { theme: '', title: '', sources: [], on: null },
  title: ({ title }: PracticeThemeStanding) => title,
});
