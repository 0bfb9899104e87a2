import type { ReactNode } from 'react';

type TableRegionProps = { readonly label: string; readonly className?: string; readonly children: ReactNode };

/** A wide table scrolls inside its own region, which the keyboard can reach. */
export const TableRegion = ({ label, className = '', children }: TableRegionProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className={`table-region ${className}`} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
