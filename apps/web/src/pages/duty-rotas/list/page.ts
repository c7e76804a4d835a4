import { roleNames } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { hoursWords, keepsRotas, readRotas, spanWords } from '../rota.js';

/** Who is on duty now and next, and where nobody is. */
export const page: Page = {
  id: 'duty-rotas/list',
  url: '/duty-rotas',
  section: '/',

  async get(visit) {
    const now = new Date().toISOString();
    const rotas = await readRotas(visit);
    return show({
      title: 'Who is on duty',
      back: { href: '/' },
      model: {
        mayKeep: keepsRotas(visit),
        rotas: rotas.map((rota) => ({
          enter: canDo(rota.allowed, 'duty-rotas/enter-week') ? `/duty-rotas/${rota.id}/enter-week` : null,
          swap: canDo(rota.allowed, 'duty-rotas/swap-shift') ? `/duty-rotas/${rota.id}/swap-shift` : null,
          name: rota.name,
          about: `${roleNames[rota.role]}. ${hoursWords(rota)}`,
          gaps: rota.gaps.slice(0, 5).map(spanWords),
          further: rota.gaps.length > 5 ? rota.gaps.length - 5 : null,
          shifts: rota.shifts.map((shift) => ({
            who: rota.names[shift.userId] ?? '',
            when: spanWords(shift),
            now: shift.from <= now && now < shift.until,
          })),
        })),
      },
    });
  },
};
