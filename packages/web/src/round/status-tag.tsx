import { useText } from '../texts/use-text.tsx';
import type { UnitProgress } from './desk.ts';

type Status = UnitProgress['status'];
const tints: { readonly [S in Status]: string } = {
  notStarted: '',
  inProgress: 'waiting',
  delivered: 'info',
  checked: 'good',
};
const marks: { readonly [S in Status]: string } = {
  notStarted: '○',
  inProgress: '◐',
  delivered: '→',
  checked: '✓',
};
export const statuses = Object.keys(tints) as readonly Status[];

/** Where a unit is in the round: a sign, a word and a tint. */
export function StatusTag({ status }: { readonly status: Status }) {
  const t = useText();
  return (
    <span className={`tag ${tints[status]}`}>
      <span aria-hidden="true">{marks[status]}</span> {t(`round.${status}`)}
    </span>
  );
}
