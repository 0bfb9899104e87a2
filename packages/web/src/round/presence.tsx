import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { send } from '../api/send.ts';
import { useText } from '../texts/use-text.tsx';

type Here = AnswerOf<Routes['presence.put']>['people'];
const beatMs = 15_000;

/** Who else is writing in a unit now. Says it of oneself while the page is in front, and nothing when the line is away. */
export function Presence({ unit }: { readonly unit: string }) {
  const t = useText();
  const csrf = useMe()?.csrfToken;
  const { cooperation = '' } = useParams();
  const [here, setHere] = useState<Here>([]);
  useEffect(() => {
    if (csrf === undefined) return;
    let isGone = false;
    const beat = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const path = `/cooperations/${cooperation}/presence`;
      const sent = await send({ method: 'PUT', path, csrf, body: { place: `enhet/${unit}` } });
      if (!isGone) setHere(sent.is === 'done' ? (sent.answer as { readonly people: Here }).people : []);
    };
    const onVisible = (): void => void beat();
    onVisible();
    const timer = setInterval(onVisible, beatMs);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [csrf, cooperation, unit]);
  const names = here.map(({ name }) => name).join(', ');
  return (
    <p className="presence" role="status">
      {here.length === 0 ? '' : t(here.length === 1 ? 'presence.one' : 'presence.many', { names })}
    </p>
  );
}
