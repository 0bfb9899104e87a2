import type { MetaFunction } from 'react-router';
import { AcceptLink } from '../parts/accept-link.tsx';

export const meta: MetaFunction = () => [{ title: 'Nytt passord · Samstyr' }];

export default function NewPassword() {
  return <AcceptLink kind="reset" />;
}
