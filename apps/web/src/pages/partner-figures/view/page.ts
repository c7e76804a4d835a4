import { commandLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { figureFacts, figureLines, figuresTag, partnerFigures, readFigures } from '../figures.js';

const withdraw = 'partner-figures/withdraw-figures';

/** What one agency counted itself over a year, and where that comes from. */
export const page: Page = {
  id: 'partner-figures/view',
  url: '/partner-figures/:id',
  section: '/imports',

  async get(visit) {
    const { view } = await readFigures(visit);
    const withdrawn = view.written.find(({ kind }) => kind === 'partner-figures-withdrawn');
    const why = withdrawn ? [{ key: 'Why withdrawn', text: String(withdrawn.body.reason ?? '') }] : [];
    return show({
      title: view.measure,
      back: { href: partnerFigures, text: 'Figures of partners' },
      model: {
        agency: view.agencyName,
        year: view.year,
        tag: figuresTag(view),
        facts: [...figureFacts(view), ...why],
        lines: figureLines(view),
        withdraw: canDo(view.allowed, withdraw)
          ? { text: commandLabels[withdraw], href: `${partnerFigures}/${view.id}/withdraw-figures` }
          : null,
      },
    });
  },
};
