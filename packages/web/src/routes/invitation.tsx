import { AcceptLink } from '../parts/accept-link.tsx';
import { titled } from '../texts/title.ts';

export const meta = titled('title.invitation');

/** A person who is invited says their name and chooses a password, and is in. */
export default function Invitation() {
  return <AcceptLink kind="invitation" />;
}
