/** A number as a length in per cent of the largest, for drawing only. */
const length = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 10_000n) / whole) / 100;

type DivergingProps = { readonly value: bigint; readonly lowest: bigint; readonly highest: bigint };

/** From a zero line to both sides; the number stands beside, so the drawing is silent. */
export function DivergingBar({ value, lowest, highest }: DivergingProps) {
  const low = lowest < 0n ? lowest : 0n;
  const high = highest > 0n ? highest : 0n;
  const span = high - low;
  const zero = length(-low, span);
  const size = length(value < 0n ? -value : value, span);
  return (
    <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect
        className={value < 0n ? 'less' : 'more'}
        x={value < 0n ? zero - size : zero}
        width={size}
        y="0"
        height="12"
      />
      <line x1={zero} x2={zero} y1="0" y2="12" />
    </svg>
  );
}

type StepProps = {
  readonly from: bigint;
  readonly to: bigint;
  readonly lowest: bigint;
  readonly highest: bigint;
};

/** One step of a waterfall, between two levels. */
export function StepBar({ from, to, lowest, highest }: StepProps) {
  const span = highest - lowest;
  const start = length((from < to ? from : to) - lowest, span);
  const size = length(from < to ? to - from : from - to, span);
  return (
    <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect
        className={to < from ? 'less' : 'more'}
        x={start}
        width={size < 0.6 ? 0.6 : size}
        y="0"
        height="12"
      />
    </svg>
  );
}

/** How much of the largest. */
export function PartBar({
  value,
  most,
  own,
}: {
  readonly value: bigint;
  readonly most: bigint;
  readonly own: boolean;
}) {
  return (
    <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className={own ? 'own' : 'other'} x="0" width={length(value, most)} y="0" height="12" />
    </svg>
  );
}
