/**
 * The steps of a division, as an explanation tells them; `contract` has a label for each in every language. What the subject of a step
 * is stands in its comment.
 */
export type KeyNodeCode =
  /** party */
  | 'key.total'
  /** none: a share written in the key */
  | 'key.share'
  /** none: how many take part */
  | 'key.members'
  | 'key.equalPart'
  /** party: an agreed share */
  | 'key.agreedShare'
  | 'key.agreedPart'
  /** party: a value in a register */
  | 'key.registerValue'
  | 'key.registerYears'
  | 'key.years'
  | 'key.registerAverage'
  /** register */
  | 'key.registerSum'
  | 'key.registerShare'
  | 'key.registerPart'
  /** the part of the cost that a part of the key divides: none, or the register */
  | 'key.partCost'
  | 'key.fixedCost'
  | 'key.variableCost'
  /** party: a fee */
  | 'key.bandFee'
  | 'key.inBand'
  | 'key.bandPart'
  | 'key.tariffBase'
  | 'key.tariffPrice'
  | 'key.tariffVariable'
  | 'key.tariffPart'
  /** none: kroner rules */
  | 'key.thresholdAmount'
  | 'key.belowThreshold'
  | 'key.aboveThreshold'
  | 'key.nothing'
  | 'key.capShare'
  | 'key.capAmount'
  | 'key.cap'
  | 'key.floorShare'
  | 'key.floorAmount'
  | 'key.floor'
  | 'key.limitedSum'
  | 'key.restCost'
  | 'key.restSum'
  | 'key.restFactor'
  /** party */
  | 'key.restPart'
  /** none: from one key to another */
  | 'key.newKeyShare'
  | 'key.oldKeyShare'
  /** party */
  | 'key.newKeyPart'
  | 'key.oldKeyPart'
  /** funder */
  | 'key.funderShare'
  | 'key.funderAmount'
  | 'key.funderPrice'
  | 'key.funderUnits'
  | 'key.funderPays'
  | 'key.funderCeiling'
  | 'key.funderAtMost'
  | 'key.afterFunder';
