import { describe, expect, it } from 'vitest';
import { checkJsonSchema } from './check-findings.ts';

describe('the schema of check', () => {
  it('is published as it is used', async () => {
    await expect(`${JSON.stringify(checkJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../docs/schema/check.schema.json',
    );
  });
});
