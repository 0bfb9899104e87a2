import { factText, nodeLabel, numberText } from '@samstyr/contract/texts/explanation-words';
import { fileText } from '@samstyr/contract/texts/source-text';
import type { Explanation, ExplanationNode, How } from '@samstyr/core/explain/node';
import { Link } from 'react-router';
import { useBudget } from '../budget/use-budget.ts';
import { useSearchLink } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

const signs: { readonly [H in How['how']]?: string } = {
  sum: '+',
  difference: '−',
  product: '×',
  quotient: '÷',
};
const deepest = 7;

/** What a figure is made of, opened two levels; a figure of its own is a link one walks to and comes back from. */
export function ExplainTree({ explanation }: { readonly explanation: Explanation }) {
  return (
    <ul className="plain">
      <Inputs explanation={explanation} of={explanation.root} level={0} />
    </ul>
  );
}

function Inputs({
  explanation,
  of,
  level,
}: {
  readonly explanation: Explanation;
  readonly of: string;
  readonly level: number;
}) {
  const node = explanation.nodes[of];
  if (node === undefined) return null;
  // A rounding has everybody's exact part as input; the reader's own is the one it starts from.
  const inputs =
    node.how.how === 'rounded'
      ? node.inputs.slice(
          node.how.index < 0 ? 0 : node.how.index,
          node.how.index < 0 ? undefined : node.how.index + 1,
        )
      : node.inputs;
  return inputs.map((id, at) => (
    <Branch
      key={id}
      explanation={explanation}
      id={id}
      sign={at === 0 ? '' : (signs[node.how.how] ?? '')}
      level={level}
    />
  ));
}

function Branch({
  explanation,
  id,
  sign,
  level,
}: {
  readonly explanation: Explanation;
  readonly id: string;
  readonly sign: string;
  readonly level: number;
}) {
  const language = useLanguage();
  const link = useSearchLink();
  const t = useText();
  const { index, hides } = useBudget();
  const node = explanation.nodes[id];
  if (node === undefined) return null;
  const name = nodeLabel(node, index, language);
  const isFigure = id.startsWith('budget/') && !id.includes('#');
  const isHidden = hides(id);
  const line = (className: string) => (
    <span className={`line ${className}`}>
      <span>
        {sign === '' ? null : `${sign} `}
        {isFigure && !isHidden ? (
          <Link to={link({ tall: id })} preventScrollReset>
            {name}
          </Link>
        ) : (
          name
        )}
        <Fact node={node} />
      </span>
      <span className="value">{isHidden ? t('sign.hidden') : numberText(node)}</span>
    </span>
  );
  if (node.inputs.length === 0 || isFigure || isHidden || level >= deepest) return <li>{line('leaf')}</li>;
  return (
    <li>
      <details open={level < 2}>
        <summary>{line('')}</summary>
        <ul>
          <Inputs explanation={explanation} of={id} level={level + 1} />
        </ul>
      </details>
    </li>
  );
}

/** Where a number that stands in a row is written, or what was counted. */
function Fact({ node }: { readonly node: ExplanationNode }) {
  const { index } = useBudget();
  const file = node.source === null ? null : fileText(node.source);
  if (file !== null) return <span className="small">{file}</span>;
  return node.how.how === 'fact' ? <span className="small">{factText(node.how.detail, index)}</span> : null;
}
