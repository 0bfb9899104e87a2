import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router';
import type { ServerContext } from '../server/context.ts';

type Progress = AnswerOf<Routes['progress.get']>;
export type UnitProgress = Progress['units'][number];
export type Comment = AnswerOf<Routes['comments.list']>['comments'][number];
export type Task = AnswerOf<Routes['tasks.list']>['tasks'][number];
export type Colleague = AnswerOf<Routes['people.list']>['people'][number];

/** What people say and do about the budget beside its figures; null: this reader takes no part in making it. */
export type Desk = {
  readonly units: readonly UnitProgress[];
  readonly comments: readonly Comment[];
  readonly tasks: readonly Task[];
  readonly people: readonly Colleague[];
} | null;

/** Reads the desk, of one unit where the address has one. What the API refuses this reader, the page does not have. */
export async function deskLoader({
  request,
  params,
  context,
}: LoaderFunctionArgs<ServerContext>): Promise<Desk> {
  const { cooperation = '', year = '', unit } = params;
  const of = `/cooperations/${encodeURIComponent(cooperation)}`;
  const query = unit === undefined ? '' : `?unit=${encodeURIComponent(unit)}`;
  const ask = (path: string): Promise<unknown> => context.ask(request, `${of}${path}`);
  const [progress, comments, tasks, people] = await Promise.all([
    ask(`/budgets/${encodeURIComponent(year)}/progress`),
    ask(`/comments${query}`),
    ask(`/tasks${query}`),
    ask('/people'),
  ]);
  if (progress === null || comments === null || tasks === null || people === null) return null;
  return {
    units: (progress as Progress).units,
    comments: (comments as AnswerOf<Routes['comments.list']>).comments,
    tasks: (tasks as AnswerOf<Routes['tasks.list']>).tasks,
    people: (people as AnswerOf<Routes['people.list']>).people,
  };
}

/** An explanation that is opened, or a filter that is chosen, says nothing new about the round. */
export const onlyForPlaces = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs): boolean =>
  currentUrl.href === nextUrl.href || currentUrl.pathname !== nextUrl.pathname;

/** Whether a leader's own budget is delivered and locked. */
export const isDelivered = (desk: Desk, unit: string): boolean =>
  desk?.units.some(
    (one) => one.unit === unit && (one.said?.act === 'delivered' || one.said?.act === 'checked'),
  ) ?? false;

/** Whether it is also checked: then only the controller can open it again. */
export const isChecked = (desk: Desk, unit: string): boolean =>
  desk?.units.some((one) => one.unit === unit && one.said?.act === 'checked') ?? false;
