/** How far a check is: pages read of those a PDF has (0 of 0 in what has none), and how many tables there are once all is read. */
export type Progress = { readonly pages: number; readonly of: number; readonly tables: number | null };

export type TellProgress = (progress: Progress) => void;
