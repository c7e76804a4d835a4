import type { Chance } from './chance.js';

/** Either end of a generated link: a child, a person or a place by its place in the list, or an identifier as written. */
export type YearEnd =
  | { of: 'child' | 'person' | 'location'; index: number }
  | { kind: 'phone' | 'vehicle' | 'handle' | 'address'; text: string };

/** One generated link; `on` is a local date. */
export interface YearLink {
  from: YearEnd;
  to: YearEnd;
  kind: string;
  on: string;
}

/** An identifier as somebody wrote it. */
export type YearIdentifier = Extract<YearEnd, { text: string }>;

/** How much of everything a generated year has. */
export interface YearSize {
  children: number;
  persons: number;
  places: number;
  reports: number;
  links: number;
}

/** What the making of a part of a year goes by. */
export interface YearChance {
  size: YearSize;
  next: Chance;
}

const firstDay = Date.UTC(2024, 9, 1);
export const dayMs = 86_400_000;
/** The local date of the year with this number, from 0. */
export const day = (index: number): string => new Date(firstDay + index * dayMs).toISOString().slice(0, 10);
/** A number as names end in it, from 1. */
export const padded = (index: number, length = 4): string => String(index + 1).padStart(length, '0');

/** Days so far apart that no three of them lie within ninety. */
export const apart = 46;

/** Children of whom something is planted, the last of the list: ordinary life shares nothing with them. */
export const plantedWith = 20;

export const child = (index: number): YearEnd => ({ of: 'child', index });
export const person = (index: number): YearEnd => ({ of: 'person', index });
export const place = (index: number): YearEnd => ({ of: 'location', index });
/** Numbers that are kept for drama and never given out. */
export const phone = (index: number): YearIdentifier => ({
  kind: 'phone',
  text: `07700 900${String(index).padStart(3, '0')}`,
});
export const handle = (index: number): YearIdentifier => ({
  kind: 'handle',
  text: `made_up_${padded(index, 5)}`,
});
/** Addresses at postcodes that stand for no place. */
export const address = (index: number): YearIdentifier => ({
  kind: 'address',
  text: `${(index % 99) + 1} Made-up Street, ZZ${Math.floor(index / 99) + 1} 1ZZ`,
});
/** Registrations under a mark that is not issued. */
export const vehicle = (index: number): YearIdentifier => {
  const letter = (n: number) => String.fromCharCode(65 + (n > 7 ? n + 1 : n));
  const years = String(10 + (Math.floor(index / 484) % 90));
  return { kind: 'vehicle', text: `ZZ${years} ${letter(Math.floor(index / 22) % 22)}B${letter(index % 22)}` };
};
