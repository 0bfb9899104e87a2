import { hasRole, type Me } from '../api/me.ts';
import type { MessageId } from '../texts/messages.ts';

type AdminPage = {
  readonly page: string;
  readonly icon: 'people' | 'register' | 'log';
  readonly name: MessageId;
};

/** The pages of administration somebody has something to do on. */
export const adminPages = (me: Me, cooperation: string): readonly AdminPage[] => [
  ...(hasRole(me, cooperation, 'administrator')
    ? [{ page: 'administrasjon', icon: 'people', name: 'admin.people' } as const]
    : []),
  ...(hasRole(me, cooperation, 'administrator', 'controller')
    ? [{ page: 'administrasjon/registre', icon: 'register', name: 'admin.registers' } as const]
    : []),
  ...(hasRole(me, cooperation, 'administrator', 'controller', 'auditor')
    ? [{ page: 'administrasjon/logg', icon: 'log', name: 'admin.log' } as const]
    : []),
];
