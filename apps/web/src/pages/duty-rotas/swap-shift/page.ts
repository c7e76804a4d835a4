import type { Allowed } from '../../../allowed.js';
import { commandPage, type Subject } from '../../../command-page.js';
import { peopleOptions, readPeople } from '../../../people.js';
import type { Visit } from '../../../visit.js';
import { readRota, spanWords, whoFits } from '../rota.js';

async function opened(visit: Visit): Promise<Subject> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const [{ body, etag }, rota, people] = await Promise.all([
    visit.read<{ allowed: Allowed[] }>(`/api/v1/duty-rotas/${id}`),
    readRota(visit),
    readPeople(visit),
  ]);
  return {
    href: '/duty-rotas',
    caption: rota?.name ?? '',
    version: etag,
    allowed: body.allowed,
    options: {
      shift: (rota?.shifts ?? []).map((shift) => ({
        value: `${shift.from}|${shift.userId}`,
        text: `${rota?.names[shift.userId] ?? ''}, ${spanWords(shift)}`,
      })),
      toId: peopleOptions(whoFits(people, rota), 'Choose a person'),
    },
  };
}

/** One shift goes from one person to another; one that has begun, from now on. */
export const page = commandPage({
  command: 'duty-rotas/swap-shift',
  section: '/',
  opened,
  says: 'You give away a shift of your own; whoever keeps the rota moves any. Both are told. A shift that has begun is handed over from now on.',
  asks: [
    { name: 'shift', label: 'Which shift?', called: 'which shift', kind: 'radios' },
    { name: 'toId', label: 'Who takes it?', called: 'who takes it', kind: 'select' },
    { name: 'reason', label: 'Why?', called: 'why', kind: 'text' },
  ],
  body: (visit) => {
    const [from, userId] = visit.typed('shift')?.split('|') ?? [];
    return { from, userId, toId: visit.typed('toId'), reason: visit.typed('reason') };
  },
  next: () => '/duty-rotas',
  done: 'The shift is swapped.',
});
