import { AcceptLink } from '../parts/accept-link.tsx';
import { titled } from '../texts/title.ts';

export const meta = titled('accept.reset');

export default function NewPassword() {
  return <AcceptLink kind="reset" />;
}
