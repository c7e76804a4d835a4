import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { aWorld } from '../testing/people.js';
import { type SimilarPair, similarActions } from './similar.js';

const found = (world: ReturnType<typeof aWorld>): SimilarPair[] =>
  similarActions(world.all('planAction') as never);

describe('actions that look the same', () => {
  it('are told for one child where half of their words are the same, whoever owns them', () => {
    const one = aChildCase()
      .graded('medium')
      .withAction({ what: 'Meet her at the school gate every afternoon' })
      .withAction({ what: 'Meet the child at the school gate', kind: 'education' }, 'nurse')
      .withAction({ what: 'See the sexual health nurse' }, 'nurse');
    const pairs = found(one.world);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ why: ['same-child', 'same-words'], words: ['gate', 'meet', 'school'] });
  });

  it('are told across plans for one person or place, however it is written', () => {
    const world = aWorld();
    const hotel = (aim: string, what: string) =>
      aChildCase(world).graded('medium').withAction({ part: 'disruption', kind: 'disruption', aim, what });
    hotel('The Made-Up Hotel, High Street', 'Visit at night');
    hotel('the made-up hotel (High Street)', 'Brief its night porter');
    hotel('Another place', 'Visit at night');
    expect(found(world).map(({ why }) => why)).toEqual([['same-aim', 'same-kind']]);
  });

  it('are not told of two children who have nothing but the words in common, nor of an action that has ended', () => {
    const world = aWorld();
    for (let child = 0; child < 2; child += 1) aChildCase(world).graded('medium').withAction();
    expect(found(world)).toEqual([]);
    const one = aChildCase(world).graded('medium').withAction().withAction();
    expect(found(world)).toHaveLength(1);
    one.withActionsEnded();
    expect(found(world)).toEqual([]);
  });

  it('are the same pairs in whatever order they are read', () => {
    const { world } = aChildCase().graded('medium').withAction().withAction().withAction();
    const actions = world.all('planAction') as never[];
    expect(similarActions([...actions].reverse())).toEqual(similarActions(actions));
    expect(found(world)).toHaveLength(3);
  });
});
