/** The formats a budget is written in, in the order they are listed. */
export const formats = ['html', 'xlsx', 'data', 'pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

/** Names and contents. */
export type Files = ReadonlyMap<string, string | Uint8Array>;
