import type { Role } from '@samstyr/contract/api/fields';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@samstyr/contract/api/route';
import type { RouteName, Routes } from '@samstyr/contract/api/routes';
import type { Language } from '@samstyr/contract/texts/language';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import type { Result } from '@samstyr/core/result/result';
import type { FolderFiles } from '@samstyr/formats/folder/layout';
import type { Access, Grant, Person } from '../access/access.ts';
import type { Hidden } from '../access/sight.ts';
import type { Oidc } from '../oidc/oidc.ts';
import type { Store } from '../store/store.ts';
import type { AnyApiProblem } from './problem-document.ts';

/** What handlers rest on. Made once when the server starts. */
export type Services = {
  readonly store: Store;
  readonly access: Access;
  readonly oidc: Oidc | null;
  /** What rests on few in a cooperation as it stands: dear to work out, and the same for everybody until somebody writes. */
  readonly hidden: WeakMap<IndexedModel, Hidden>;
  /** Wakes the workers: there is something in the queue. */
  readonly wake: () => void;
};

/** Where a cooperation may be copied from. */
export type Example = {
  /** The files of the example; null: they are not where this server runs. */
  readonly example: () => FolderFiles | null;
};

/** The cooperation of a request, and what its caller is there. */
export type Membership = {
  readonly cooperation: string;
  readonly name: string;
  readonly grants: readonly Grant[];
};

export const hasRole = ({ grants }: Pick<Membership, 'grants'>, ...roles: readonly Role[]): boolean =>
  grants.some(({ role }) => roles.includes(role));

/** One request, read and let in. What a route has no use for is null. */
export type Context<N extends RouteName> = {
  readonly services: Services;
  readonly params: ParamsOf<Routes[N]>;
  readonly query: QueryOf<Routes[N]>;
  readonly body: BodyOf<Routes[N]>;
  readonly language: Language;
  readonly address: string;
  readonly key: string;
  readonly session: string | null;
  /** A cookie that ties a login elsewhere to this browser. */
  readonly flow: string | null;
  /** Begins, ends or leaves the browser's session. */
  readonly setSession: (secret: string | null) => void;
  readonly setFlow: (secret: string | null) => void;
  readonly person: Person;
  readonly member: Membership;
};

export type Handler<N extends RouteName> = (
  context: Context<N>,
) => Promise<Result<AnswerOf<Routes[N]>, AnyApiProblem>>;

export type Handlers<N extends RouteName = RouteName> = { readonly [R in N]: Handler<R> };
