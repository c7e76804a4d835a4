import type { ActionGroup } from './action-group.js';
import type { AgendaModel } from './agenda.js';
import type { ChildSheet } from './child-sheet.js';
import type { Recorded } from './document-head.js';
import type { MinutedSection } from './minutes.js';
import type { ClusterSheet, IntelligenceLine, StrandSheet } from './strand-sheet.js';

/**
 * The papers of one sitting for one recipient: agenda, statements, action log, a sheet a child, a
 * person, a place and a cluster, sanitised intelligence, the last minutes.
 * Holds only what this recipient may see; every word is ready to print, and null means "not recorded".
 */
export interface PanelPackModel extends AgendaModel {
  statements: PackStatements;
  /** What changed since the version this recipient last had; null in a first version. */
  changes: PackChanges | null;
  /** The action log, overdue first. */
  actionLog: ActionGroup[];
  /** One sheet for each child on the agenda, in agenda order. */
  children: ChildSheet[];
  /** One sheet for each person of concern on the agenda, as far as it is printed for this reader. */
  persons: StrandSheet[];
  /** One sheet for each place on the agenda. */
  places: StrandSheet[];
  /** One sheet for each cluster of children on the agenda. */
  clusters: ClusterSheet[];
  /** Sanitised intelligence about those on the agenda that was given to this reader. */
  intelligence: IntelligenceLine[];
  /** Themes on the agenda, and figures of the months before. */
  themesAndFigures: ThemesAndFigures;
  /** The minutes of the last sitting; null when there was none or this reader did not attend it. */
  previousMinutes: PreviousMinutes | null;
}

/** What the panel looks at beside single records. */
export interface ThemesAndFigures {
  /** The themes on the agenda: "Item 9: Parties at Made-up Quay". */
  themes: { title: string; asked: Recorded }[];
  /** Figures as they were counted when the papers were first issued; null before. */
  figures: PackFigures | null;
}

/** Figures of one period beside another, small numbers kept back. */
export interface PackFigures {
  /** "1 August 2026 to 31 October 2026, beside 1 May 2026 to 31 July 2026". */
  days: string;
  /** What holds of all of them. */
  notes: string[];
  groups: { name: string; rows: PackFigure[] }[];
}

/** One figure or a line of one, in words ready to print. */
export interface PackFigure {
  name: string;
  /** What it counts; null of a line, which is a part of the figure above it. */
  definition: string | null;
  /** "62.50% (5 of 8)", or "kept back". */
  period: string;
  comparison: string;
  /** "+12.50 points" or "−20.00%"; null where either period tells nothing. */
  change: string | null;
}

/** Paragraphs read out at the start of the sitting. */
export interface PackStatements {
  confidentiality: string[];
  language: string[];
}

/** What is different from the version that this pack replaces. */
export interface PackChanges {
  sinceVersion: number;
  issued: string;
  entries: PackChange[];
}

/** One difference: where it stands and what it is. */
export interface PackChange {
  where: string;
  what: string;
}

/** The last sitting's minutes as far as this reader may see them. */
export interface PreviousMinutes {
  /** "Thursday 29 October 2026". */
  date: string;
  status: string;
  sections: MinutedSection[];
  withheld: string[];
}
