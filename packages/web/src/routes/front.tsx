import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import type { ServerContext } from '../server/context.ts';
import { useText } from '../texts/use-text.tsx';

/** One cooperation is opened at once; several are listed. */
export async function loader({ request, context }: LoaderFunctionArgs<ServerContext>) {
  const cooperations = await context.cooperations(request);
  const [only, ...more] = cooperations;
  if (only !== undefined && more.length === 0) throw redirect(`/${only.id}/nyeste`);
  return { cooperations };
}

export default function Front() {
  const t = useText();
  const { cooperations } = useLoaderData<typeof loader>();
  return (
    <main className="alone">
      <h1>{t('front.title')}</h1>
      {cooperations.length === 0 ? <p className="lead">{t('front.empty')}</p> : null}
      <ul>
        {cooperations.map(({ id, name }) => (
          <li key={id}>
            <a href={`/${id}/nyeste`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
