import type { StoredRecord } from '../model.js';
import { aTriage } from './payloads.js';
import { teams } from './people.js';
import type { Maker } from './valid-payload.js';

function otherCase({ world, record, choice }: Parameters<Maker>[0]): { otherCaseId?: string } {
  if (choice !== 'joined' && choice !== 'relisted') return {};
  const closed = choice === 'relisted';
  const fits = (one: StoredRecord) =>
    one.id !== record?.id && ((one.state as { work: string }).work === 'closed') === closed;
  const other =
    world.all('childCase').find(fits) ?? world.all('childCase').find((one) => one.id !== record?.id);
  return other ? { otherCaseId: other.id } : {};
}

/** A triage of the outcome chosen, with the other case that joining and relisting name. */
export function triage(about: Parameters<Maker>[0]): object {
  const { choice, chance } = about;
  const asks =
    !['early-help', 'no-further-action', 'other-area'].includes(choice ?? '') && chance.happens(0.4);
  return aTriage(choice as never, {
    ...otherCase(about),
    ...(asks ? { policeView: 'asked' } : {}),
    ...(choice === 'relisted' ? { teamId: teams.north } : {}),
  });
}
