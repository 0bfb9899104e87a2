import { cellPart, emptyDetail, labelsOf, type Naming, type Where } from './finding-parts.ts';
import type { OwnMembers } from './own-members.ts';
import type { Cell } from './published-document.ts';
import type { Finding } from './published-finding.ts';
import { captionOf } from './understood-table.ts';

/** An overview's total that counts a member the chapter lacks, and the changes that are off with it: doubt, and no misprint. */
export function ownMemberFindings(
  { cell, expected, chapter, members, carried }: OwnMembers,
  where: (cell: Cell) => Where | null,
  idOf: Naming,
): readonly Finding[] {
  const id = idOf('overview', cell);
  const common = { rule: 'overview', class: 'error', confidence: 'high' } as const;
  const following = carried.map(
    (each): Finding => ({
      ...common,
      ...cellPart(each.cell, where(each.cell)),
      id: idOf('overview', each.cell),
      severity: 'info',
      expected: each.expected,
      cause: 'consequence',
      causeOf: id,
      consequences: [],
      detail: { ...emptyDetail, ...labelsOf(where(each.cell)) },
    }),
  );
  return [
    {
      ...common,
      ...cellPart(cell, where(cell)),
      id,
      severity: 'warning',
      expected,
      cause: 'ownMembers',
      causeOf: null,
      consequences: following.map((each) => each.id),
      detail: {
        ...emptyDetail,
        ...labelsOf(where(cell)),
        members: members.map((each) => ({ ...each, sign: 1 })),
        against: captionOf(chapter),
        againstPlace: chapter.view.table.place,
      },
    },
    ...following,
  ];
}
