import { day, list, maybe, object, oneOf, type Schema, text, truth, whole } from './schema.js';

const finding = {
  term: text('The id of the term in the lexicon'),
  label: text(),
  offset: { ...whole, description: 'Where it begins, in UTF-16 units from 0' },
  length: { ...whole, description: 'How long it is, in UTF-16 units' },
  line: { ...whole, description: 'The line in which it begins, from 1' },
  text: text('The words as they stand in the text'),
  why: text('Why it harms a child or blames'),
  say: list(text('What can be said in its place')),
  source: text(),
  weight: oneOf('avoid', 'contested'),
  quoted: { ...truth, description: 'Somebody’s own words: nothing is asked to change' },
};

/** What could be said otherwise, by name. */
export const languageSchemas: { [name: string]: Schema } = {
  LanguageFinding: object(finding),
  FieldFinding: object({ pointer: text('The field of the body, as a JSON pointer'), ...finding }),
  LanguageByTeamView: object({
    from: day,
    to: day,
    more: { ...truth, description: 'Whether there was more than is counted' },
    teams: list(
      object({
        team: text('The team, or the agency where somebody has no team'),
        entries: whole,
        terms: list(object({ term: text(), label: text(), count: maybe(whole) })),
      }),
    ),
    definition: text(),
  }),
  LanguageView: object({
    lexicon: object({ id: text(), version: whole, title: text(), from: day }),
    findings: list({ $ref: 'LanguageFinding#' }),
    found: { ...whole, description: 'How many there are; the first hundred are given' },
  }),
};
