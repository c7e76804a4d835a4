import { readFileSync } from 'node:fs';
import { entriesSaid, onCaseSteps } from '../../../on-case.js';
import { type Page, show } from '../../../page.js';
import { templateUrl } from '../../../templating/template-url.js';
import { withDates } from '../../../why-dates.js';
import {
  figureEntries,
  figureFacts,
  figuresTable,
  figuresTag,
  partnerFigures,
  readFigures,
} from '../figures.js';

/** What one agency counted itself over a period or is asked for, beside what it gave before, and where that comes from. */
export const page: Page = {
  id: 'partner-figures/view',
  url: '/partner-figures/:id',
  section: '/imports',
  view: readFileSync(templateUrl('frame/on-case.hbs'), 'utf8'),

  async get(visit) {
    const { view } = await readFigures(visit);
    return show({
      title: view.measure,
      back: { href: partnerFigures, text: 'Figures of partners' },
      model: {
        ...{ caption: view.agencyName, tag: figuresTag(view), notice: null, caseHref: null },
        table: figuresTable(view),
        ...withDates(figureFacts(view), view),
        said: entriesSaid(view, figureEntries),
        steps: onCaseSteps(view, {
          topic: 'partner-figures',
          steps: ['return-figures', 'chase-figures', 'withdraw-figures'],
        }),
      },
    });
  },
};
