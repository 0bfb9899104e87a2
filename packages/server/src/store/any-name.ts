import type { EditNames } from '@samstyr/contract/edit-fields';

/** The names in a stored row were held against the model when it was written. */
export const anyName: EditNames = { resolveParty: (text) => text, hasRegister: () => true, parties: [] };
