import { editionOf } from '@samstyr/documents/publish/edition';
import { render } from '@samstyr/documents/publish/render';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import { expect, it } from 'vitest';
import { exampleFolder, openFolder } from '../open-example.ts';

const options = { year: 2025, rounding: 'agreement', audience: 'public' } as const;
// The budget is computed once; the four formats are four ways of writing it down.
const edition = editionOf(openFolder(exampleFolder), options);

it.each(['html', 'xlsx', 'pdf', 'docx'] as const)(
  'our own joint budget as %s is read back without an error',
  async (format) => {
    if (!edition.ok) throw new Error(JSON.stringify(edition.problems[0]));
    const files = await render(edition.value, format, { language: 'nb', scope: { scope: 'full' } });
    if (!files.ok) throw new Error(files.problems.join('\n'));
    for (const [name, content] of files.value) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const checked = await checkBytes(bytes, name);
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
      const { tables, findings } = checked.value.report;
      expect(tables).toBeGreaterThan(60);
      expect(findings.filter((each) => each.class !== 'rounding').map(({ sentence }) => sentence)).toEqual(
        [],
      );
    }
  },
);
