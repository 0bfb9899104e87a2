import { useLocation, useParams, useSearchParams } from 'react-router';

/** The address of a page of the cooperation one is in. */
export function usePath(): (page: string) => string {
  const { cooperation = '', year = '' } = useParams();
  return (page) => `/${cooperation}/${year}${page === '' ? '' : `/${page}`}`;
}

/** The same page with some of its address changed; null takes a part out. The explanation is a part of the address as any other. */
export function useSearchLink(): (changes: { readonly [name: string]: string | null }) => string {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  return (changes) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    return text === '' ? pathname : `${pathname}?${text}`;
  };
}
