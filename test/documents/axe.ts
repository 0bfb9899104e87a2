import { source } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What is asked of a page: everything; `form`, all but colours, where the same page was asked for everything in another width; or `colour`,
 * where only colours are others, as in the dark. Contrast is three quarters of axe's work, and `npm run drill` asks for all everywhere.
 */
export type Asked = 'all' | 'form' | 'colour';

const rules = ['color-contrast', 'link-in-text-block'];
const options: { readonly [asked in Asked]: object } = {
  all: {},
  form: { rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])) },
  colour: { runOnly: rules },
};

/** Whether this is `npm run drill looks`. */
export const isDrill = process.env['SAMSTYR_LOOKS'] === 'all';

type Look = {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly asked: Asked;
};

/** How CI looks at a page: wide, narrow, and in the dark. `npm run drill looks` asks for everything in every width, light and dark. */
export const looks: readonly Look[] = isDrill
  ? [320, 390, 768, 1280, 1920].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme, asked: 'all' as const })),
    )
  : [
      { width: 1280, scheme: 'light', asked: 'all' },
      { width: 320, scheme: 'light', asked: 'form' },
      { width: 1280, scheme: 'dark', asked: 'colour' },
    ];

/** What axe objects to in a page or a part of it, with the first place of each. Only what is wrong is told of, so that axe does not write down all that is right. */
export async function axeFinds(
  page: Page,
  asked: Asked = 'all',
  within = 'html',
): Promise<readonly string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(source);
  const given = JSON.stringify({ resultTypes: ['violations'], ...options[asked] });
  return (await page.evaluate(
    `axe.run(${JSON.stringify(within)}, ${given}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.length + ' × ' + nodes[0].html.slice(0, 160)))`,
  )) as readonly string[];
}
