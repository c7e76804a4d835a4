import type { PackStatements } from './models/panel-pack.js';

/** The statements read out at the start of a sitting, in the product's own words, for an area that has none of its own. */
export const defaultStatements: PackStatements = {
  confidentiality: [
    'What is said here is said to keep children safe and to stop those who harm them. It is used for nothing else.',
    'What is said here stays here. Share it further only with the agreement of the agency that brought it, unless a child would be in danger while you ask.',
    'These papers are for the named reader. Keep them locked, do not copy or forward them, and return or destroy them when the minutes are agreed.',
    'A child’s own file receives only what is about that child. Requests to see these papers go back to the agency that owns the words.',
    'Say now if you know anybody on the agenda outside your work. You will be asked to leave for that item, and the minutes will not say why.',
  ],
  language: [
    'Children cannot agree to being exploited. Responsibility always lies with those who harm them.',
    'Say what was done to the child and who did it. Do not say that a child put themselves at risk, made a choice or was hard to reach.',
    'When you quote somebody, say that you quote. If a word here blames a child, anybody may say so, and we will find another.',
  ],
};
