import { useMoment } from '../texts/moment.tsx';
import { useText } from '../texts/use-text.tsx';
import type { UnitProgress } from './desk.ts';

const words = {
  delivered: 'round.saidDelivered',
  takenBack: 'round.saidTakenBack',
  checked: 'round.saidChecked',
  returned: 'round.saidReturned',
} as const;

/** Who did what about a unit last, when, and why it was sent back. */
export function Said({ said }: { readonly said: UnitProgress['said'] }) {
  const t = useText();
  const moment = useMoment();
  if (said === null) return null;
  return (
    <>
      {t(words[said.act], { name: said.name ?? t('round.somebody'), at: moment(said.at) })}
      {said.reason === null ? null : <q className="reason">{said.reason}</q>}
    </>
  );
}
