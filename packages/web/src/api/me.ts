import type { Role } from '@samstyr/contract/api/fields';
import type { SessionJson } from '@samstyr/contract/api/session-routes';
import { createContext, useContext } from 'react';
import type { ServerContext } from '../server/context.ts';

export type Me = SessionJson | null;

/** Who reads; null: nobody is logged in. */
export const meOf = async (context: ServerContext, request: Request): Promise<Me> =>
  (await context.ask(request, '/session')) as Me;

export const MeContext = createContext<Me>(null);
export const useMe = (): Me => useContext(MeContext);

/** Whether somebody has one of these roles in a cooperation. */
export const hasRole = (me: Me, cooperation: string, ...roles: readonly Role[]): boolean =>
  me?.grants.some((grant) => grant.cooperation === cooperation && roles.includes(grant.role)) ?? false;

/** The municipality somebody reads for in a cooperation; null for everybody else. */
export const ownParty = (me: Me, cooperation: string): string | null =>
  me?.grants.find((grant) => grant.cooperation === cooperation && grant.party !== null)?.party ?? null;

/** Whoever is administrator somewhere may begin a cooperation. */
export const mayBegin = (me: Me): boolean => me?.grants.some(({ role }) => role === 'administrator') ?? false;

/** Whether somebody may write in a unit: its leader, and the controller in all of them. (S-ACC-03) */
export const writesUnit = (me: Me, cooperation: string, unit: string): boolean =>
  hasRole(me, cooperation, 'controller') ||
  (me?.grants.some(
    (grant) => grant.cooperation === cooperation && grant.role === 'unitLeader' && grant.units.includes(unit),
  ) ??
    false);
