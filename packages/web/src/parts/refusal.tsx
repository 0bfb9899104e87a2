import type { Sent } from '../api/send.ts';
import { useText } from '../texts/use-text.tsx';

/** Why something was not done, in the API's own words, where it is noticed. */
export function Refusal({ sent }: { readonly sent: Sent | null }) {
  const t = useText();
  if (sent === null || sent.is === 'done') return null;
  if (sent.is === 'away')
    return (
      <div className="note" role="alert">
        {t('send.away')}
      </div>
    );
  const { problems, detail } = sent.problem;
  return (
    <div className="note" role="alert">
      {problems.length < 2 ? (
        detail
      ) : (
        <ul>
          {problems.slice(0, 5).map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
