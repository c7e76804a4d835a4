import type { AssessRiskPayload, Concern, Grade } from '@mase/workflow';

const domains = [
  'sexual-health-and-harm',
  'absence-and-missing',
  'home-and-family',
  'emotional-and-physical-condition',
  'groups-gangs-and-crime',
  'technology',
  'alcohol-and-drugs',
  'unexplained-gifts-and-money',
  'trust-in-adults',
];

/** What was found in one part of a child's life. */
export interface FoundSign {
  domain: string;
  code: string;
  text: string;
  level: 1 | 3;
}

/** An assessment with the nine-domain instrument; what is not named gives no concern. */
export function assessment(about: {
  date: string;
  proposed: Grade;
  signs: readonly FoundSign[];
  kind: Concern;
  suspected: boolean;
  analysis: string;
  childView: string;
}): AssessRiskPayload {
  const { date, proposed, signs, kind, suspected } = about;
  return {
    instrument: 'structured-judgement-1',
    answers: signs.map(({ code, text }) => ({
      code,
      answer: 'yes',
      window: 'current',
      evidence: { source: 'School and social worker', date, text },
    })),
    levels: domains.map((domain) => ({
      domain,
      level: signs.find((sign) => sign.domain === domain)?.level ?? 0,
    })),
    protective: [{ domain: 'trust-in-adults', text: 'A form tutor in whom the child confides' }],
    learningDisability: 'no',
    proposed,
    reasons: `The signs taken together speak for ${proposed}; nothing is known that would lower it.`,
    analysis: about.analysis,
    childView: about.childView,
    harm: [
      suspected
        ? { kind, certainty: 'suspected', time: 'current', basis: 'What the child told, and what others saw' }
        : { kind, certainty: 'none-known', time: 'current', basis: 'Nothing is known of harm' },
    ],
  };
}

/** Signs of current harm by somebody who threatens online. */
export const threatsOnline: FoundSign[] = [
  {
    domain: 'technology',
    code: 'images-demanded',
    text: 'An adult demands images and threatens to tell others',
    level: 3,
  },
  {
    domain: 'absence-and-missing',
    code: 'missing-overnight',
    text: 'Away overnight twice in a month',
    level: 1,
  },
];

/** Signs that adults try to reach the child online. */
export const reachedOnline: FoundSign[] = [
  {
    domain: 'technology',
    code: 'adults-target-online',
    text: 'Several adults whom nobody knows write every evening',
    level: 3,
  },
];

/** Signs that somebody gives the child things. */
export const givenThings: FoundSign[] = [
  {
    domain: 'unexplained-gifts-and-money',
    code: 'gifts',
    text: 'A new phone that nobody can account for',
    level: 1,
  },
];
