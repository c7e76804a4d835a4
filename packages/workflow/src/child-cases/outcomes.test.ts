import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aRating } from '../testing/payloads.js';
import { outcomesTravelled } from './outcomes.js';

const { headings } = englandProfile.outcomes;

describe('rating outcomes', () => {
  it('England has eleven headings, and leaves room for the child’s own', () => {
    expect(headings).toHaveLength(11);
    const one = aChildCase().withWorker();
    one.give('rate-outcomes', { ...aRating(), own: [{ label: 'Playing football', rating: 1 }] }, 'worker');
    expect(one.standing.outcomes).toEqual({ count: 1, final: false });
  });

  it('begins with the first, once; reviews and the last follow it, and a review after the last takes the last back', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('rate-outcomes', aRating('review'), 'worker')).toEqual(['firstRating']);
    expect(one.whyNot('rate-outcomes', aRating('first'), 'colleague')).toEqual(['forbidden']);
    one.give('rate-outcomes', aRating('first'), 'worker');
    expect(one.whyNot('rate-outcomes', aRating('first'), 'manager')).toEqual(['firstRating']);
    one.give('rate-outcomes', aRating('last'), 'manager');
    expect(one.standing.outcomes).toEqual({ count: 2, final: true });
    one.give('rate-outcomes', aRating('review'), 'worker');
    expect(one.standing.outcomes).toEqual({ count: 3, final: false });
  });

  it('names at once every heading that is left out, rated twice, beyond the scale, or not known without a reason', () => {
    const one = aChildCase().withWorker();
    const [first, second, ...rest] = aRating().ratings;
    if (!first || !second) throw new Error('The area has two headings at the least');
    const ratings = [{ ...first, rating: 9 }, { ...first }, { heading: 'nonsense', rating: null }];
    const why = one.whyNot('rate-outcomes', { ...aRating(), ratings: [...ratings, ...rest] }, 'worker');
    expect(why).toEqual([
      `/ratings/${second.heading} asked`,
      `/ratings/${first.heading} scale`,
      '/ratings/1/heading twice',
      '/ratings/2/heading unknown',
      '/ratings/nonsense/evidence asked',
    ]);
  });

  it('tells the distance travelled from the first rating to the latest, heading by heading; not known is no step', () => {
    const one = aChildCase().withWorker();
    const [unknown, ...others] = aRating().ratings;
    one.give('rate-outcomes', { ...aRating('first', 2), own: [{ label: 'Football', rating: 1 }] }, 'worker');
    one.world.pass(30);
    const ratings = [{ ...unknown, rating: null, evidence: 'Not asked yet' }, ...others];
    one.give('rate-outcomes', { ...aRating('review'), ratings }, 'worker');
    one.world.pass(30);
    one.give('rate-outcomes', { ...aRating('last', 5), own: [{ label: 'Football', rating: 4 }] }, 'worker');
    const { occasions, headings: lines } = outcomesTravelled(
      one.world.written.get(one.id) ?? [],
      one.world.profile,
    );
    expect(occasions.map(({ occasion }) => occasion)).toEqual(['first', 'review', 'last']);
    expect(lines[0]).toMatchObject({ ratings: [2, null, 5], travelled: 3 });
    expect(lines[1]).toMatchObject({ ratings: [2, 2, 5], travelled: 3 });
    expect(lines.at(-1)).toMatchObject({ label: 'Football', ratings: [1, null, 4], travelled: 3 });
  });

  it('can be had of a case that closes, so that the last rating is in reach', () => {
    const one = aChildCase().readyToClose().proposedToClose();
    one.give('rate-outcomes', aRating('review'), 'worker').give('rate-outcomes', aRating('last'), 'worker');
    expect(one.standing.outcomes?.final).toBe(true);
  });
});
