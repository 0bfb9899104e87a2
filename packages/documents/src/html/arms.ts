import { toBase64 } from '@samstyr/core/model/base64';
import type { ArmsNode } from '../tree/node.ts';
import { html, type Markup } from './markup.ts';

/** A coat of arms as a picture: what stands in it is never part of the page, so that nothing in it can run or ask for anything. */
export function armsMarkup(arms: ArmsNode | null): Markup {
  if (arms === null) return html``;
  const isPng = arms.path.endsWith('.png');
  const data = isPng ? arms.content : toBase64(new TextEncoder().encode(arms.content));
  return html`<img class="arms" src="data:image/${isPng ? 'png' : 'svg+xml'};base64,${data}" alt="${arms.alt}">`;
}
