import { listWords } from '@mase/workflow/words';
import type { PanelArea, PanelLine } from './panel.js';

/** One panel to choose from, as radio buttons take it. */
interface PanelChoice {
  value: string;
  text: string;
  hint?: { text: string };
  checked?: boolean;
}

/** The panels for which a case may be listed, those first that say so; none where the partnership keeps fewer than one. */
export function listingPanels(panels: readonly PanelLine[], { gate }: PanelArea): PanelChoice[] {
  const sitting = panels.filter(({ state }) => state === 'active');
  if (sitting.length === 0) return [];
  const label = (id: string) => gate.find((one) => one.id === id)?.label.toLowerCase() ?? id;
  const asks = (needs: string[]) =>
    needs.length === 0
      ? 'It asks for nothing beforehand'
      : `It asks only for: ${listWords(needs.map(label))}`;
  return [
    { value: '', text: 'Whichever the coordinator chooses', checked: true },
    ...sitting.map((one) => ({
      value: one.id,
      text: one.name,
      ...(one.gate && one.gate.length < gate.length ? { hint: { text: asks(one.gate) } } : {}),
    })),
  ];
}
