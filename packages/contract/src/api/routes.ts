import { adminRoutes } from './admin-routes.ts';
import { budgetRoutes } from './budget-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { roundRoutes } from './round-routes.ts';
import type { RouteSpec } from './route.ts';
import { sessionRoutes } from './session-routes.ts';
import { startRoutes } from './start-routes.ts';
import { workRoutes } from './work-routes.ts';

/** Every route of the API by its name. The server must have a policy and a handler for each, or it does not compile. */
export const routes = {
  ...sessionRoutes,
  ...workRoutes,
  ...budgetRoutes,
  ...roundRoutes,
  ...jobRoutes,
  ...startRoutes,
  ...adminRoutes,
} as const satisfies { readonly [name: string]: RouteSpec };

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export const routeNames = Object.keys(routes) as readonly RouteName[];
