import type { CaseView } from './case-view.js';

/**
 * The parents and carers of the child to choose from, where something is given or told to one of them. Whom of them nobody
 * contacts stands here too, and why: it is no oversight that he or she is left out.
 */
export function parentItems({ about }: Pick<CaseView, 'about'>) {
  const parents = (about?.carers ?? []).filter(({ asParent }) => asParent === 'yes');
  return parents.map(({ id, name, relation, mayContact, safeHow }) => ({
    value: id,
    text: `${name}, ${relation}`,
    disabled: mayContact === 'no',
    ...(mayContact === 'no'
      ? { hint: { text: `Nobody contacts them. ${safeHow ?? ''}` } }
      : safeHow
        ? { hint: { text: safeHow } }
        : {}),
  }));
}
