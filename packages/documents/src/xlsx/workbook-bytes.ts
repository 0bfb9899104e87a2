import type { Day } from '@samstyr/core/period/day';
import type { Workbook } from 'exceljs';
import { storedFiles, zipOf } from '../zip/zip.ts';

/** A workbook as a file, dated one day. */
export const workbookBytes = async (workbook: Workbook, day: Day): Promise<Uint8Array> =>
  zipOf(storedFiles(new Uint8Array(await workbook.xlsx.writeBuffer(unpacked))), day);

/** The library hands what is said of the zip on to its packer; its types know of it only for streams. */
const unpacked = { zip: { compression: 'STORE' } } as object;
