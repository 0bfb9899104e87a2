import type { MetaFunction } from 'react-router';
import { AcceptLink } from '../parts/accept-link.tsx';

export const meta: MetaFunction = () => [{ title: 'Invitasjon · Samstyr' }];

/** A person who is invited says their name and chooses a password, and is in. */
export default function Invitation() {
  return <AcceptLink kind="invitation" />;
}
