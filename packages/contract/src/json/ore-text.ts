import * as z from 'zod';

/** An amount in JSON: whole øre as digits, because a JSON number may lose the last of them on the way. */
export const oreText = z
  .string()
  .regex(/^(0|-?[1-9]\d*)$/)
  .describe('hele øre som tekst av sifre');
