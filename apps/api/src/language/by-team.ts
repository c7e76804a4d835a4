import { findRecordsById, findWrittenBetween, type Tx, type WrittenWords } from '@mase/store';
import { checkLanguage, findTerm, type Lexicon, lexiconOn, periodOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { dto } from '../plugins/bodies.js';
import type { FileTable } from '../plugins/list-files.js';
import { DaysFileQuery, demandDays, demandRole } from '../report-of-days.js';
import { askingOf, audited } from '../view.js';

/** One team: how much it wrote, and how often each term stands in it; a count that is too small is null. */
export interface TeamLanguage {
  team: string;
  entries: number;
  terms: { term: string; label: string; count: number | null }[];
}

/** Words that could be said otherwise, by team and never by person. */
export interface LanguageByTeamView {
  from: string;
  to: string;
  more: boolean;
  teams: TeamLanguage[];
  definition: string;
}

const readers = ['coordinator', 'chair', 'deputy-chair', 'auditor'] as const;
const mostEntries = 50_000;
/** Counts below it are not told: few words could be traced to who wrote them. */
const fewest = 5;

const definition =
  'Terms of the lexicon in what was recorded in these days and the reader reads, by the team of whoever recorded it ' +
  'when the report is made; quotations, a child’s and others’ own words, and terms about which people differ are not ' +
  `counted. Counts under ${fewest}, and teams with fewer entries, are not told. Nobody is named.`;

/** A row for each term of each team. */
const byTeamTable = ({ from, to, teams }: LanguageByTeamView): FileTable => ({
  of: `${from}-${to}`,
  headings: ['Team', 'Entries', 'Word', 'Times'],
  rows: teams.flatMap(({ team, entries, terms }) =>
    terms.map(({ label, count }) => ({
      ...{ Team: team, Entries: String(entries), Word: label },
      Times: count === null ? 'kept back' : String(count),
    })),
  ),
});

const schema = {
  querystring: dto(DaysFileQuery),
  tags: ['language'],
  operationId: 'language.by-team',
  summary: 'How often words that could be said otherwise were recorded, by team and never by person',
  response: {
    200: shownSchema('LanguageByTeamView', 'plain', 'Counts alone: nobody is named'),
    ...answersOf(400, 401, 403, 503),
  },
};

/** `GET /api/v1/language/by-team`: for those who oversee how children are written about. */
export function languageByTeamRoute(app: FastifyInstance): void {
  const asked = { schema, config: { table: byTeamTable } };
  app.get<{ Querystring: DaysFileQuery }>('/api/v1/language/by-team', asked, async (request) => {
    const { from, to } = request.query;
    demandDays({ from, to });
    const { profile, now } = await askingOf(app, request);
    return audited(app, request, { action: 'language/by-team' }, async (tx) => {
      demandRole(request, readers, 'the coordinator, the chair or an auditor');
      const period = periodOf(from, to, profile.timeZone);
      const asked = { from: period.from, until: period.to, limit: mostEntries + 1 };
      const found = await findWrittenBetween(tx, asked);
      const teams = await countByTeam(tx, found.slice(0, mostEntries), lexiconOn(now.slice(0, 10)));
      return { shown: { from, to, more: found.length > mostEntries, teams, definition }, persons: [] };
    });
  });
}

/** Keys of a body under which somebody's own words stand, or what was computed. */
const passedOver = new Set(['words', 'result', 'computedFrom', 'screened', 'proposed']);

/** The sentences of a body: texts with a space in them, at whatever depth. */
function sentencesOf(value: unknown, key = ''): string[] {
  if (passedOver.has(key)) return [];
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => sentencesOf(inner, name));
}

/** The team of each author, or the agency where somebody has none, by name. */
async function teamsOf(tx: Tx, found: readonly WrittenWords[]): Promise<Map<string, string>> {
  const ids = [...new Set(found.map(({ authorId }) => authorId))].filter((id): id is string => id !== null);
  const people = ids.length > 0 ? await findRecordsById(tx, ids) : [];
  const places = people.map(({ id, standing }) => {
    const { teamId, agencyId } = standing as unknown as { teamId?: string | null; agencyId: string };
    return { id, teamId: teamId ?? null, agencyId };
  });
  const agencies = await findRecordsById(tx, [...new Set(places.map(({ agencyId }) => agencyId))]);
  return new Map(
    places.map(({ id, teamId, agencyId }) => {
      const agency = agencies.find((one) => one.id === agencyId)?.standing as
        | { name: string; teams: { id: string; name: string }[] }
        | undefined;
      const team = agency?.teams.find((one) => one.id === teamId)?.name;
      return [id, team ?? agency?.name ?? 'An agency that is not on the books'];
    }),
  );
}

async function countByTeam(
  tx: Tx,
  found: readonly WrittenWords[],
  lexicon: Lexicon,
): Promise<TeamLanguage[]> {
  const teams = await teamsOf(tx, found);
  const counted = new Map<string, { entries: number; terms: Map<string, number> }>();
  for (const { authorId, body } of found) {
    const team = teams.get(authorId ?? '');
    if (team === undefined) continue;
    const line = counted.get(team) ?? { entries: 0, terms: new Map<string, number>() };
    counted.set(team, line);
    line.entries += 1;
    for (const sentence of sentencesOf(body))
      for (const { term, weight, quoted } of checkLanguage(sentence, lexicon))
        if (weight === 'avoid' && !quoted) line.terms.set(term, (line.terms.get(term) ?? 0) + 1);
  }
  return [...counted]
    .filter(([, { entries }]) => entries >= fewest)
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([team, { entries, terms }]) => ({
      team,
      entries,
      terms: [...terms]
        .sort(([one, few], [other, many]) => many - few || one.localeCompare(other, 'en'))
        .map(([term, count]) => ({
          term,
          label: findTerm(term)?.label ?? term,
          count: count < fewest ? null : count,
        })),
    }));
}
