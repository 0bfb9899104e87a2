import type { Key } from '../key/grammar.ts';
import type { Ore } from '../money/ore.ts';
import type { ServiceBudget } from './view.ts';

/** What somebody other than the parties pays of a service in a year. */
export type Funding = {
  readonly service: string;
  readonly funder: string;
  /** Null: not for this reader, as the whole cost. */
  readonly amountOre: Ore | null;
  /** The cost before anybody outside pays. */
  readonly grossOre: Ore | null;
  /** The key by which they pay, as it ends the year; null: the year ends without one. */
  readonly key: Key | null;
};

/** What others than the parties pay in a year, service by service; without amounts where they are hidden. (S-WEB-48) */
export function fundingOf(
  services: ReadonlyMap<string, ServiceBudget>,
  hides: (service: string) => boolean = () => false,
): readonly Funding[] {
  return [...services.values()].flatMap(({ service, external, grossOre, segments }) =>
    external.map(({ funder, amountOre }) => ({
      service,
      funder,
      amountOre: hides(service) ? null : amountOre,
      grossOre: hides(service) ? null : grossOre,
      key: segments.at(-1)?.key?.key ?? null,
    })),
  );
}
