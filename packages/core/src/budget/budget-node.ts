import type { KeyNodeCode } from '../key/key-node.ts';

/**
 * The steps of a budget, as an explanation tells them; `contract` has a label for each in every language. What the subject of a step is
 * stands in its comment.
 */
export type BudgetNodeCode =
  | KeyNodeCode
  /** service */
  | 'cost.total'
  | 'cost.afterDirect'
  | 'cost.afterSaving'
  | 'cost.shared'
  | 'cost.gross'
  | 'cost.directSum'
  /** label of the line, as its owner wrote it */
  | 'cost.line'
  /** party */
  | 'cost.direct'
  | 'cost.agreed'
  | 'cost.contribution'
  | 'cost.own'
  | 'cost.adopted'
  /** version */
  | 'cost.adoptedTotal'
  /** change id */
  | 'change.amount'
  | 'change.partOfYear'
  | 'change.yearEffect'
  | 'change.carryOver'
  | 'change.nothing'
  | 'effect.none'
  | 'effect.included'
  | 'effect.notIncluded'
  | 'effect.counterpart'
  /** none */
  | 'effect.months'
  /** kind of growth */
  | 'growth.base'
  | 'growth.rate'
  | 'growth.perCent'
  | 'growth.share'
  | 'growth.partOfYear'
  | 'growth.yearEffect'
  | 'growth.carryOver'
  /** party */
  | 'volume.count'
  | 'volume.part'
  | 'volume.parts'
  | 'volume.amount'
  | 'volume.amounts'
  /** measure */
  | 'volume.price'
  /** none */
  | 'volume.days'
  | 'segment.days'
  /** service */
  | 'segment.cost'
  | 'avoidable.total'
  | 'key.impliedTotal'
  /** party */
  | 'avoidable.amount'
  | 'avoidable.share'
  | 'avoidable.saved'
  | 'share.segments'
  | 'external.segments'
  | 'key.impliedProduct'
  | 'key.impliedPart'
  /** party: figures */
  | 'figure.rounded'
  | 'figure.part'
  | 'figure.adopted'
  | 'figure.absent'
  | 'figure.unregistered'
  /** unit or service */
  | 'figure.parties'
  | 'figure.services'
  | 'figure.previous'
  | 'figure.change'
  /** what is moved, by whom */
  | 'cause.cost'
  | 'cause.stated'
  | 'cause.unexplained'
  | 'cause.register'
  | 'cause.key'
  | 'cause.membership'
  | 'cause.rounding'
  | 'cause.share'
  | 'cause.costChange'
  | 'cause.part';
