import type { FindingView } from '@samstyr/documents/findings/finding-view';
import { classMarks, type FindingWords } from '@samstyr/documents/findings/finding-words';
import { MarkedTable } from './marked-table.tsx';

type FindingCardProps = { readonly finding: FindingView; readonly words: FindingWords };

/** One cause: what is printed and what it should be, where, why, what follows, and the table with the cell marked. */
export function FindingCard({ finding, words }: FindingCardProps) {
  const { number, figures, unit, steps, reason, arithmetic, followers, table } = finding;
  const facts = [
    ...steps,
    ...(reason === '' ? [] : [{ name: words.reason, value: reason }]),
    ...(arithmetic === '' ? [] : [{ name: words.arithmetic, value: arithmetic }]),
  ];
  return (
    <article id={`f${number}`} tabIndex={-1} aria-labelledby={`h${number}`}>
      <h2 id={`h${number}`}>
        {number}. {finding.place}
      </h2>
      <p className="small">
        <span className={`sign ${finding.class}`} aria-hidden="true">
          {classMarks[finding.class]}
        </span>{' '}
        {words.classes[finding.class]} · {words.confidence[finding.confidence]}
      </p>
      <p className="prose">{finding.sentence}</p>
      <div className="finding-facts">
        {figures.length === 0 ? null : (
          <table className="finding-figures">
            <tbody>
              {figures.map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    {value}
                    {unit === '' ? null : <span className="unit"> {unit}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <dl>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {table === null ? null : (
        <>
          <p>
            <a href={`#c${number}`}>{words.toCell}</a>
          </p>
          <MarkedTable table={table} number={number} words={words} />
        </>
      )}
      {followers.length === 0 ? null : (
        <details>
          <summary>{words.consequences(followers.length)}</summary>
          <ul>
            {followers.map(({ place, sentence }) => (
              <li key={`${place} ${sentence}`}>
                {place}: {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
