import { describe, expect, it } from 'vitest';
import { filtersInForce } from './filters-in-force.js';

const filters = [
  { name: 'name', label: 'Full name' },
  { name: 'grade', label: 'Grade', choices: [{ value: 'high', text: 'High' }] },
];

describe('the filters in force on a list', () => {
  it('can each be taken away, or all of them, and the order of the list stays', () => {
    const query = { name: ' Ari ', grade: 'high', sort: 'due', after: 'abc' };
    expect(filtersInForce('/child-cases', query, filters)).toEqual({
      heading: { text: 'Selected filters' },
      clearLink: { text: 'Clear filters', href: '/child-cases?sort=due' },
      categories: [
        {
          heading: { text: 'Full name' },
          items: [{ text: 'Ari', href: '/child-cases?grade=high&sort=due' }],
        },
        { heading: { text: 'Grade' }, items: [{ text: 'High', href: '/child-cases?name=+Ari+&sort=due' }] },
      ],
    });
  });

  it('are none where nothing is asked, or what no list has', () => {
    expect(filtersInForce('/child-cases', { grade: 'made-up', sort: 'due' }, filters)).toBeNull();
  });
});
