import { hasRole, type Me } from '../api/me.ts';
import type { MessageId } from '../texts/messages.ts';

type AdminPage = { readonly page: string; readonly icon: 'people'; readonly name: MessageId };

/** The pages of administration somebody has something to do on. */
export const adminPages = (me: Me, cooperation: string): readonly AdminPage[] =>
  hasRole(me, cooperation, 'administrator')
    ? [{ page: 'administrasjon', icon: 'people', name: 'admin.people' }]
    : [];
