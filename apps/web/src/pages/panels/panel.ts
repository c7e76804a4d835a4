import { labelOf, listWords, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** The rule by which a panel sits, as the api keeps it. */
export interface SeriesRule {
  every: string;
  weeks?: number;
  nth?: string;
  weekday: string;
  startTime: string;
  minutes: number;
}

/** A panel as a list shows it. */
export interface PanelLine {
  id: string;
  version: number;
  state: string;
  name: string;
  kind: string;
  chairId: string;
  chairName: string;
  deputyId: string | null;
  deputyName: string | null;
  quorum: string[] | null;
  gate: string[] | null;
  sections: string[] | null;
  place: string;
  link: string | null;
  minutes: number;
  members: number;
  termsVersion: number;
  termsReviewOn: string | null;
  series: SeriesRule | null;
  plannedUntil: string | null;
  closed: string | null;
}

/** Somebody on a panel. */
export interface MemberView {
  id: string;
  userId: string | null;
  name: string;
  agency: string | null;
  agencyKind: string;
  as: string;
  forId: string | null;
}

/** A panel with its members, terms of reference and sittings. */
export interface PanelView extends PanelLine {
  memberList: MemberView[];
  terms: { version: number; text: string; reviewOn: string; at: string; authorId: string | null }[];
  sittings: { id: string; state: string; startsAt: string; endsAt: string; place: string }[];
  names: Record<string, string>;
  allowed: Allowed[];
  area: PanelArea;
}

/** What the area's profile says of panels. */
export interface PanelArea {
  agenda: { id: string; label: string }[];
  gate: { id: string; label: string }[];
  quorum: { id: string; label: string }[];
  listingBases: { id: string; label: string }[];
}

/** Reads the panels that the reader knows of, and what the area's profile says of panels. */
export async function readPanels(visit: Visit): Promise<{ items: PanelLine[]; area: PanelArea }> {
  const { body } = await visit.read<{ items: PanelLine[]; area: PanelArea }>('/api/v1/panels', {
    limit: '100',
  });
  return body;
}

/** Reads one panel. */
export async function readPanel(visit: Visit): Promise<{ panel: PanelView; etag: string | null }> {
  const { body, etag } = await visit.read<PanelView>(path`/api/v1/panels/${visit.params.id ?? ''}`);
  return { panel: body, etag };
}

/** The rule of a series in words: "The first Thursday of each month at 10:00, 120 minutes". */
export function ruleWords({ every, weeks, nth = 'first', weekday, startTime, minutes }: SeriesRule): string {
  const day = labelOf(weekday);
  const which =
    every === 'weeks'
      ? `Every ${weeks === 1 || !weeks ? '' : `${weeks} weeks on a `}${day}`
      : `The ${nth} ${day} of ${every === 'month' ? 'each month' : 'every third month'}`;
  return `${which} at ${startTime}, ${minutes} minutes`;
}

const labelIn = (choices: readonly { id: string; label: string }[], id: string) =>
  choices.find((one) => one.id === id)?.label ?? labelOf(id);

/** What a panel says of itself, and where it leaves that to the area’s profile. */
export function panelFacts(panel: PanelView): { key: string; text: string }[] {
  const { quorum, gate, sections, link, series, termsReviewOn } = panel;
  const { agenda, gate: gates, quorum: usual } = panel.area;
  return [
    { key: 'Where it stands', text: stateLabels[panel.state] ?? panel.state },
    { key: 'Kind', text: labelOf(panel.kind) },
    {
      key: 'Chair',
      text: panel.deputyName ? `${panel.chairName}; deputy ${panel.deputyName}` : panel.chairName,
    },
    {
      key: 'Quorum',
      text: quorum
        ? listWords(quorum.map((id) => labelIn(usual, id)))
        : `As the area’s profile says: ${listWords(usual.map(({ label }) => label))}`,
    },
    {
      key: 'What a case needs',
      text: gate
        ? listWords(gate.map((id) => labelIn(gates, id))) || 'Nothing'
        : 'As the area’s profile says',
    },
    {
      key: 'Hears',
      text: sections ? listWords(sections.map((id) => labelIn(agenda, id))) : 'Every part of an agenda',
    },
    { key: 'Place', text: link ? `${panel.place}. ${link}` : panel.place },
    { key: 'Sits', text: series ? ruleWords(series) : `${panel.minutes} minutes; no rule yet` },
    {
      key: 'Terms of reference',
      text: termsReviewOn
        ? `Version ${panel.termsVersion}, to be reviewed by ${dateWords(termsReviewOn)}`
        : 'None published yet',
    },
  ];
}

/** The panel as the subject of one of its commands. */
export async function panelSubject(visit: Visit): Promise<Subject> {
  const { panel, etag } = await readPanel(visit);
  return panelSubjectOf(panel, etag);
}

/** A panel that was read, as the subject of one of its commands. */
export function panelSubjectOf(panel: PanelView, etag: string | null): Subject {
  const toCome = panel.sittings.filter(({ state }) => isToCome(state)).length;
  return {
    href: `/panels/${panel.id}`,
    caption: panel.name,
    version: etag,
    allowed: panel.allowed,
    facts: [
      { key: 'Members and substitutes', text: String(panel.members) },
      { key: 'Sittings to come', text: String(toCome) },
    ],
  };
}

/** Whether a sitting in this state is still to be held. */
export function isToCome(state: string): boolean {
  return ['scheduled', 'agendaOpen', 'papersIssued', 'inSession'].includes(state);
}
