import type { Element, PdfPage, Structure } from '../../read-pdf.ts';

/** What a screen reader would stumble over in a PDF, a sentence for each place; none when all is well. */
export function accessFaults(structure: Structure, pages: readonly PdfPage[]): readonly string[] {
  const { elements } = structure;
  const figures = elements
    .filter(({ role, alt }) => role === 'Figure' && (alt ?? '') === '')
    .map(() => 'a figure has no alternative text');
  const heads = elements
    .filter(({ role, scope }) => role === 'TH' && scope === null)
    .map(({ id }) => `the header cell ${id ?? ''} has no scope`);
  const unmarked = pages.flatMap((page, at) =>
    page.unmarked === 0 ? [] : [`page ${at + 1} paints ${page.unmarked} time(s) outside every mark`],
  );
  return [...figures, ...heads, ...unmarked, ...skipped(elements)];
}

function skipped(elements: readonly Element[]): readonly string[] {
  const levels = elements.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
  return levels.flatMap((level, at) => {
    const before = levels[at - 1] ?? 0;
    return level - before > 1 ? [`a heading goes from level ${before} to ${level}`] : [];
  });
}
