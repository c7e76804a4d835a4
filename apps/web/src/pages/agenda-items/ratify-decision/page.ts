import { commandPage } from '../../../command-page.js';
import { dateWords } from '../../../date-words.js';
import { inSessionOfPanel } from '../../sittings/sittings-in-session.js';
import { decisionWords, quorumKept, readItem } from '../item.js';

/** A decision taken without a quorum is ratified: at a quorate sitting in session, or by the chair's rule with a reason. */
export const page = commandPage({
  command: 'agenda-items/ratify-decision',
  section: '/sittings',
  opened: async (visit) => {
    const { item, etag } = await readItem(visit);
    const kept = quorumKept(item);
    const open = await inSessionOfPanel(visit, { ...item.sitting, panelId: item.panelId });
    const decided = item.decision ? decisionWords(item.decision) : null;
    return {
      href: `/agenda-items/${item.id}/record-panel-decision`,
      caption: `${item.reference}, ${item.name}`,
      version: etag,
      allowed: item.allowed,
      options: { sittingId: [{ value: '', text: 'No sitting: by the chair’s rule' }, ...open] },
      facts: [
        {
          key: 'Decision',
          text: decided
            ? [`${decided.title}.`, decided.reasons, decided.fixed].filter(Boolean).join(' ')
            : 'None',
        },
        { key: 'Decided on', text: item.decision ? dateWords(item.decision.at) : '' },
        { key: 'Who was there', text: kept?.who ?? '' },
        { key: 'Why without a quorum', text: kept?.lacking ?? '' },
      ],
    };
  },
  says: 'The decision stays as it was taken; that it is ratified is minuted beside it.',
  asks: [
    { name: 'sittingId', label: 'Where is it ratified?', called: 'where it is ratified', kind: 'select' },
    {
      name: 'reason',
      label: 'By rule: why, and who was asked?',
      called: 'why the chair ratifies it by rule',
      kind: 'text',
      hint: 'Leave this empty where a sitting ratifies it.',
    },
  ],
  done: 'The decision is ratified.',
});
