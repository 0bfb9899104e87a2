const paths = {
  overview: 'M2 3h12v10H2zM2 6.5h12M6.5 6.5V13',
  round: 'M8 2a6 6 0 1 1-5.600 4M2 2.500V6h3.500M5.500 8l2 2 3.500-4',
  municipality: 'M2 14h12M4 14V4l4-2 4 2v10M6.5 6.5h3M6.5 9h3M6.5 11.5h3',
  unit: 'M2 4h4l1.5 2H14v7H2z',
  lines: 'M5.500 4H14M5.500 8H14M5.500 12H14M2 4h1M2 8h1M2 12h1',
  changes: 'M3 5.500h9l-2.500-2.500M13 10.500H4L6.500 13',
  key: 'M8 2a6 6 0 1 0 6 6H8z',
  scenario: 'M4 3v10M4 9c0-3 8-1 8-5M4 2.5a1 1 0 1 0 .1 0M12 2.5a1 1 0 1 0 .1 0',
  decisions: 'M3 13h7M6 4l5 5M8.500 2 13 6.500M10 7.500 5 12.500',
  documents: 'M4 2h5l3 3v9H4zM9 2v3h3M6 8h4M6 10.500h4',
  funding: 'M8 2v5M5.500 4.500 8 7l2.500-2.500M2 9h3l1.500 2h3L11 9h3v4.500H2z',
  register: 'M3 3h10v10H3zM3 6.300h10M3 9.700h10M6.500 3v10',
  log: 'M8 2.500a5.500 5.500 0 1 0 .1 0M8 5v3.200l2.200 1.500',
  people: 'M8 2.500a2.500 2.500 0 1 0 .1 0M3 14c0-3.500 2-5 5-5s5 1.500 5 5',
  more: 'M3 8h.5M7.700 8h.5M12.500 8h.5',
  search: 'M7 2.500a4.500 4.500 0 1 0 .1 0M10.500 10.500 14 14',
  help: 'M8 1.500a6.500 6.500 0 1 0 .1 0M6 6.500c0-2.800 4-2.500 4 0 0 1.500-2 1.500-2 3M8 11.300v.8',
  control: 'M3 2h10v12H3zM5.500 6l1 1 1.500-2M5.500 10.500l1 1 1.500-2M9.500 6h2M9.500 11h2',
} as const;

export type IconName = keyof typeof paths;

/** A sign beside a word; it never stands alone. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg width="18" height="18" viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
