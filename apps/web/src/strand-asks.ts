import type { Asked } from './command-page.js';
import { codeWords, type StrandTopic } from './strand.js';

/** Codes as choices, in words. */
export const options = (codes: readonly string[]) =>
  codes.map((value) => ({ value, text: codeWords(value) }));
/** A question that is answered in a few lines. */
export const text = (name: string, label: string, called: string, hint?: string): Asked => ({
  name,
  label,
  called,
  kind: 'text',
  ...(hint ? { hint } : {}),
});
/** A question that is answered in one line. */
export const line = (name: string, label: string, called: string, hint?: string): Asked => ({
  ...text(name, label, called, hint),
  kind: 'line',
});
/** A question for a day. */
export const date = (name: string, label: string, called: string, hint?: string): Asked => ({
  ...text(name, label, called, hint),
  kind: 'date',
});
/** A question with a few coded answers. */
export const choice = (
  name: string,
  label: string,
  called: string,
  codes: readonly string[],
  hint?: string,
): Asked => ({
  ...text(name, label, called, hint),
  kind: 'radios',
  options: options(codes),
});
/** A question with many answers; the first is the one that chooses nothing. */
export const pick = (name: string, label: string, called: string, first: string, hint?: string): Asked => ({
  ...text(name, label, called, hint),
  kind: 'select',
  options: [{ value: '', text: first }],
});

/** A command of a case about a person or a place that asks for a few things and no more. */
export interface StrandCommand {
  says: string;
  asks: (topic: StrandTopic) => Asked[];
  done: string;
  warning?: true;
  /** What is sent, made of what was typed field by field; as it was typed where this is left out. */
  shape?: (typed: Record<string, unknown>) => Record<string, unknown>;
}
