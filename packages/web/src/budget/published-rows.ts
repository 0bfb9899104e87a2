import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { PublishedRow } from '@samstyr/core/model/rows';
import { useMemo } from 'react';
import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router';
import type { ServerContext } from '../server/context.ts';
import { languageOf } from '../server/language.ts';
import { useBudget } from './use-budget.ts';

/** The figures of published documents: half of all rows, and read by few pages. They come with those pages. */
export async function publishedLoader({
  request,
  params,
  context,
}: LoaderFunctionArgs<ServerContext>): Promise<readonly PublishedRow[]> {
  const tables = await context.tables(request, params['cooperation'] ?? '', {
    year: null,
    figure: null,
    language: languageOf(request),
  });
  return 'refused' in tables ? [] : tables.model.published;
}

/** They are the same in every year, and nothing a page does changes them. */
export const publishedOnce = ({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean =>
  currentParams['cooperation'] !== nextParams['cooperation'];

/** The page's budget with the published figures it is held against. */
export function useIndexWithPublished(published: readonly PublishedRow[]): IndexedModel {
  const { index } = useBudget();
  return useMemo(() => indexModel({ ...index.model, published }), [index, published]);
}
