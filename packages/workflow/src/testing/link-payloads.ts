import { clusterSupport, discussionOutcomes } from '../clusters/standing.js';
import type { DrawLinkPayload } from '../links/drawing.js';
import { type LinkStanding, linkAnswers, linkReviews } from '../links/standing.js';
import type { StoredRecord } from '../model.js';
import { inDays } from './in-days.js';
import type { Maker } from './valid-payload.js';

type About = Parameters<Maker>[0];
const day = ({ world }: Pick<About, 'world'>, days: number) => inDays(world, days).slice(0, 10);
const linkOf = (record: StoredRecord | null) => record?.standing as LinkStanding | undefined;

/** A made-up link of a child with a made-up phone. */
export const aLink = (childId: string, over: object = {}): object => ({
  kind: 'uses',
  from: { kind: 'child', id: childId },
  to: { kind: 'phone', text: '07700 900123' },
  firstOn: '2025-10-01',
  source: 'casework',
  words: 'The number stood on a made-up note',
  ...over,
});

/** A made-up grade by police, which may be shared. */
export const aLinkGrade = (reviewBy: string, over: object = {}): object => ({
  grade: { source: '1', information: 'B', handling: 'P', conditions: [] },
  told: 'A number that somebody unknown uses (made up)',
  reviewBy,
  reasons: 'Made-up reasons',
  ...over,
});

/** Made-up children who share a made-up number. */
const aProposal = ({ world }: Pick<About, 'world'>, many: number) => ({
  hub: { kind: 'phone', value: '+447700900123' },
  children: world
    .all('child')
    .slice(0, many)
    .map(({ id }) => id),
  from: '2026-09-01',
  to: '2026-10-01',
  restsOnClosed: false,
});

/** Two made-up records that one incident joins, as the system finds them; ids of nobody where there are none. */
function aDrawing({ world }: Pick<About, 'world'>): DrawLinkPayload {
  const nobody = { id: 'none', parentId: 'none', subjectId: 'none' };
  const linked = (kind: 'incidentVictim' | 'incidentPart') =>
    world.all(kind).filter(({ state }) => state === 'linked');
  const parts = linked('incidentPart');
  const partWith = (one: StoredRecord) => parts.findLast(({ subjectId }) => subjectId === one.subjectId);
  const victims = linked('incidentVictim');
  const victim = victims.findLast(partWith) ?? victims.at(-1) ?? nobody;
  const part = partWith(victim as StoredRecord) ?? nobody;
  const isPlace = world.all('location').some(({ id }) => id === part.parentId);
  return {
    child: { kind: 'child', id: victim.parentId as string },
    about: { kind: isPlace ? 'location' : 'person', id: part.parentId as string },
    by: [
      { kind: 'incidentVictim', id: victim.id },
      { kind: 'incidentPart', id: part.id },
    ],
  };
}

const words = { words: 'Made-up words' };

/** What commands on links and clusters say. */
export const linkPayloads: Record<string, Maker> = {
  'links/record-link': (about) =>
    aLink(about.chance.of(about.world.all('child')).id, { firstOn: day(about, -30) }),
  'links/grade-link': (about) => aLinkGrade(day(about, 90)),
  'links/review-link': (about) => ({
    outcome: about.choice ?? about.chance.of(linkReviews),
    lastOn: linkOf(about.record)?.lastOn ?? day(about, 0),
    reasons: 'Made-up reasons',
  }),
  'links/renew-link': (about) => ({
    lastOn: day(about, 0),
    reviewBy: day(about, 90),
    reasons: 'Seen again (made up)',
  }),
  'links/withdraw-link': () => ({ reason: 'Another made-up number' }),
  'links/acknowledge-link': ({ chance }) => ({ doing: chance.of(linkAnswers), words: 'Made-up words' }),
  'links/draw-link': aDrawing,
  'links/weigh-link': ({ record }) => ({ held: linkOf(record)?.held ?? {}, counts: [], clusters: [] }),
  'clusters/propose-cluster': (about) => aProposal(about, 3),
  'clusters/receive-children': (about) => aProposal(about, 4),
  'clusters/receive-change': (about) => {
    const support = about.choice ?? about.chance.of(clusterSupport);
    return { ...aProposal(about, support === 'supported' ? 3 : 1), support };
  },
  'clusters/confirm-cluster': () => words,
  'clusters/decline-cluster': () => ({ reason: 'The number of a made-up school' }),
  'clusters/record-cluster-discussion': ({ chance }) => ({
    agencies: ['Police', 'Social care'],
    outcome: chance.of(discussionOutcomes),
    ...words,
  }),
  'clusters/record-cluster-meeting': () => ({ agencies: ['Police', 'Social care'], ...words }),
  'clusters/close-cluster': () => words,
};
