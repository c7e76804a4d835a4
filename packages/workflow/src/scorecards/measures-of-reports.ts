import { absenceKinds, interviewOutcomes, missingFrom, policeLevels } from '../missing-episodes/standing.js';
import type { Measure, ScorecardEntry } from './measure.js';
import { number } from './number-measure.js';

const police = { owner: 'Police lead' } as const;
const absences = 'Absences that began in the period, by the day on which they began.';
const byPart = (order: readonly string[]) => ({ ...police, by: 'absence', order }) as const;
const children = { count: 'children', words: 'children missing in the period' };
const firstTime = { count: 'firstTime', words: 'children missing for the first time' };
const ended = { count: 'ended', words: 'absences that ended' };
const held = interviewOutcomes.filter((outcome) => outcome.startsWith('completed'));
const share = (
  id: string,
  name: string,
  definition: string,
  of: Pick<Measure, 'numerator' | 'denominator'>,
): Measure => ({ ...{ id, name, definition, unit: 'percent' }, ...of, ...police });

/** Missing episodes, and what came of return home interviews: what the report of the same name says of a period. */
export const missingScorecard: ScorecardEntry = {
  name: 'Missing episodes',
  strand: 'child',
  source:
    'Every absence that began in the period; whether a child was missing before or again by every absence that was known. A report that is held, or told of the same absence, is not counted (missing_facts)',
  measures: [
    number('episodes', 'episodes', 'Absences', absences, police),
    number(
      'children',
      'children',
      'Children',
      'Children with an absence that began in the period, each once.',
      police,
    ),
    number('kind', 'episodes', 'Kind', absences, byPart(absenceKinds)),
    number('where-from', 'from', 'Where from', absences, byPart([...missingFrom, 'not-known'])),
    number('police-level', 'level', 'Police level', absences, byPart([...policeLevels, 'not-known'])),
    number(
      'return-home-interview',
      'outcome',
      'Return home interview',
      'Absences of the period that ended, by what came of the interview. One interview may answer several; each is measured by its own hours.',
      byPart([...interviewOutcomes, 'not-recorded']),
    ),
    share(
      'share-missing-for-the-first-time',
      'Missing for the first time',
      'Children whose first absence on the books began in the period, of the children missing in it.',
      { numerator: firstTime, denominator: children },
    ),
    share(
      'share-not-missing-again',
      'Not missing again',
      'Of the children missing for the first time in the period, those without another absence by the day up to which it is known.',
      {
        numerator: { count: 'firstTimeNotAgain', words: 'without another absence' },
        denominator: firstTime,
      },
    ),
    share(
      'share-missing-more-than-once',
      'Missing more than once',
      'Children with more than one absence in the period, of the children missing in it.',
      {
        numerator: { count: 'childrenRepeat', words: 'with more than one absence' },
        denominator: children,
      },
    ),
    share(
      'share-interview-offered',
      'Interview offered',
      'Absences that ended, for which an interview was offered.',
      {
        numerator: { count: 'offered', words: 'with an interview offered' },
        denominator: ended,
      },
    ),
    share('share-interview-held', 'Interview held', 'Absences that ended, for which an interview was held.', {
      numerator: { count: 'outcome', parts: held, words: 'with an interview held' },
      denominator: ended,
    }),
    share(
      'share-held-within-72-hours',
      'Held within 72 hours',
      'Absences that ended, for which an interview was held within the hours of the profile from that return.',
      {
        numerator: { count: 'outcome', parts: ['completed-in-time'], words: 'with an interview in time' },
        denominator: ended,
      },
    ),
  ],
};

const incidents = { count: 'incidents', words: 'incidents' };
const repeat = (side: 'victims' | 'offenders' | 'places', name: string, once: string): Measure =>
  share(
    `repeat-${side}`,
    `${name} in more than one incident`,
    `${once} Repeat: in more than one incident of the period. Whom nobody knows is not among the distinct ones.`,
    {
      numerator: { count: `${side}Repeat`, words: 'in more than one incident' },
      denominator: { count: side, words: `distinct ${side}` },
    },
  );

/** Police crimes and non-crimes with the marker: what the report of incidents says of a period. */
export const incidentsScorecard: ScorecardEntry = {
  name: 'Incidents',
  strand: 'all',
  source:
    'Every incident that the police recorded in the period and that was not withdrawn, with the last outcome by the day up to which it is known (incidents_facts)',
  measures: [
    number(
      'incidents',
      'incidents',
      'Incidents',
      'Crimes and non-crimes with the marker that the police recorded in the period.',
      { ...police, by: 'incident', order: ['crime', 'non-crime'] },
    ),
    number(
      'outcomes',
      'outcomes',
      'Outcomes',
      'These incidents by the outcome that held on the day up to which it is known. Codes are read with the force and the day.',
      { ...police, by: 'outcome' },
    ),
    share(
      'outcome-known',
      'Outcome known',
      'The outcome that holds is in the list of the area, and is not that the investigation goes on.',
      {
        numerator: { count: 'outcomes', ofArea: 'known', words: 'with a known outcome' },
        denominator: incidents,
      },
    ),
    share('finished', 'Finished', 'The outcome that holds is one with which the investigation is over.', {
      numerator: { count: 'outcomes', ofArea: 'final', words: 'finished' },
      denominator: incidents,
    }),
    share(
      'positive-outcome',
      'Positive outcome',
      'The outcome that holds is one that the area calls positive.',
      {
        numerator: { count: 'outcomes', ofArea: 'positive', words: 'with a positive outcome' },
        denominator: incidents,
      },
    ),
    share(
      'offender-known',
      'Offender known',
      'At least one offender has a number of the police, or is linked to a person of concern.',
      {
        numerator: { count: 'offenderKnown', words: 'with a known offender' },
        denominator: incidents,
      },
    ),
    repeat(
      'victims',
      'Victims',
      'Each person once: the child who is linked as the victim with any of the force’s numbers, else that number.',
    ),
    repeat(
      'offenders',
      'Offenders',
      'Each person once: the person of concern who is linked as the offender with any of the force’s numbers, else that number.',
    ),
    repeat(
      'places',
      'Places',
      'Each place once: the location that is linked, else the place as it was written.',
    ),
  ],
};
