import { readFileSync } from 'node:fs';
import { commandLabels, identifierKinds, stateLabels } from '@mase/workflow/words';
import { canDo } from './allowed.js';
import { type Page, show } from './page.js';
import { linksAt } from './pages/links/links-at.js';
import { codeWords, priorityTag } from './strand.js';
import { strandHistory } from './strand-entries.js';
import { type RecordTopic, readRecord, type StrandRecordView } from './strand-record.js';
import { templateUrl } from './templating/template-url.js';

const template = readFileSync(templateUrl('frame/strand-record.hbs'), 'utf8');
const steps = ['record-details', 'merge', 'unmerge', 'record-child-role', 'record-prevention'];

/** Identifiers that the facts of a place say already. */
const said: Record<string, string[]> = { locations: ['address', 'postcode'] };

/** The page of a person or a place: what is known, what is asked and not known yet, cases, other records joined with it. */
export function strandRecordPage(
  topic: RecordTopic,
  about: {
    facts: (view: StrandRecordView) => { key: string; text: string }[];
    gapWords: Record<string, string>;
  },
): Page {
  const cases = topic === 'persons' ? 'person-cases' : 'location-cases';
  return {
    id: `${topic}/view`,
    url: `/${topic}/:id`,
    section: `/${cases}`,
    view: template,

    async get(visit) {
      const { view } = await readRecord(visit, topic);
      const { completeness } = view;
      const links = await linksAt(visit, topic === 'persons' ? 'person' : 'location', view);
      return show({
        title: view.name,
        back: { href: `/${cases}`, text: topic === 'persons' ? 'Persons of concern' : 'Places of concern' },
        model: {
          links,
          report: canDo(view.begins, 'intelligence/submit-intelligence')
            ? `/intelligence/submit-intelligence?named=${topic === 'persons' ? 'person' : 'location'}:${encodeURIComponent(view.id)}`
            : null,
          incidents: `/incident-parts?${topic === 'persons' ? 'person' : 'place'}=${encodeURIComponent(view.id)}`,
          caption: topic === 'persons' ? 'Who the person is' : 'What and where the place is',
          merged: view.joinedWith ? `/${topic}/${view.joinedWith}` : null,
          facts: [
            ...(view.aliases.length > 0 ? [{ key: 'Also known as', text: view.aliases.join(', ') }] : []),
            ...about.facts(view),
            ...view.identifiers
              .filter(({ kind }) => !(said[topic] ?? []).includes(kind))
              .map(({ kind, text }) => ({
                key: identifierKinds[kind as keyof typeof identifierKinds] ?? codeWords(kind),
                text,
              })),
          ],
          completeness: completeness
            ? {
                words: `${completeness.recorded} of ${completeness.asked} things that are asked of everybody are recorded.`,
                gaps: completeness.gaps.map((gap) => about.gapWords[gap] ?? codeWords(gap)),
              }
            : null,
          child: view.child ? { href: `/children/${view.child.id}`, name: view.child.name } : null,
          cases: view.cases.map((one) => ({
            href: `/${cases}/${one.id}`,
            reference: one.reference,
            stands: stateLabels[one.state.work] ?? one.state.work,
            priority: priorityTag(one.priority),
          })),
          joined: view.joined.map(({ id, name }) => ({ href: `/${topic}/${id}`, name })),
          steps: steps
            .filter((verb) => canDo(view.allowed, `${topic}/${verb}`))
            .map((verb, index) => ({
              text: commandLabels[`${topic}/${verb}`],
              href: `/${topic}/${view.id}/${verb}`,
              main: index === 0,
            })),
          said: strandHistory(view.written),
        },
      });
    },
  };
}
