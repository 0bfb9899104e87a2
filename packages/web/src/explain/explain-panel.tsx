import { budgetProblemTexts } from '@samstyr/contract/texts/budget-problems';
import { explainTexts } from '@samstyr/contract/texts/explain-problems';
import { nodeLabel, numberText } from '@samstyr/contract/texts/explanation-words';
import { tell } from '@samstyr/contract/texts/tell';
import type { ExplainProblem } from '@samstyr/core/explain/explain';
import type { Explanation, ExplanationNode } from '@samstyr/core/explain/node';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useBudget } from '../budget/use-budget.ts';
import { useSearchLink } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { ExplainTree } from './explain-tree.tsx';
import { Grounds } from './grounds.tsx';

/** The explanation of the figure in the address, beside the page. Escape closes it and gives the focus back to the figure. */
export function ExplainPanel() {
  const t = useText();
  const [search] = useSearchParams();
  const link = useSearchLink();
  const navigate = useNavigate();
  const panel = useRef<HTMLElement>(null);
  const { alternative } = useBudget();
  const id = search.get('tall');
  const close = link({ tall: null });

  useEffect(() => {
    if (id === null) return;
    panel.current?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      navigate(close, { preventScrollReset: true });
      document.getElementById(`tall-${id}`)?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [id, close, navigate]);

  if (id === null) return null;
  return (
    <aside className="panel" aria-label={t('explain.title')} ref={panel} tabIndex={-1}>
      <header>
        <p className="crumb">{t('explain.title')}</p>
        <nav aria-label={t('explain.steps')}>
          <Link to={close} preventScrollReset aria-label={t('explain.close')}>
            ×
          </Link>
        </nav>
      </header>
      {alternative === null ? null : (
        <p className="quiet">
          {t('saved.version')}: {alternative.name}
        </p>
      )}
      <Explained id={id} />
    </aside>
  );
}

function Explained({ id }: { readonly id: string }) {
  const t = useText();
  const language = useLanguage();
  const { index, hides, explained } = useBudget();
  const found = useMemo(() => explained(id), [explained, id]);
  if (hides(id) || found === null) return <p>{t('explain.hidden')}</p>;
  if (!found.ok)
    return (
      <>
        <h2>{t('explain.none')}</h2>
        {found.problems.map((problem) => (
          <p key={problem.code}>
            {problem.code.startsWith('explain.')
              ? tell(explainTexts, language, problem as ExplainProblem)
              : tell(budgetProblemTexts, language, problem as Exclude<typeof problem, ExplainProblem>)}
          </p>
        ))}
        <p className="quiet">{id}</p>
      </>
    );
  const root = found.value.nodes[found.value.root];
  if (root === undefined) return null;
  return (
    <>
      <h2>{nodeLabel(root, index, language)}</h2>
      <p className="explained">{shown(root)}</p>
      <div className="tree">
        <h3>{t('explain.how')}</h3>
        <ExplainTree explanation={found.value} />
      </div>
      <Grounds explanation={found.value} root={root} />
    </>
  );
}

/** A node's number with its unit. */
const shown = (node: ExplanationNode): string =>
  node.unit === 'ore' ? `${numberText(node)}\u00a0kr` : numberText(node);

/** Nodes in the order one meets them from the root, each once. */
export function nodesFrom({ root, nodes }: Explanation): readonly ExplanationNode[] {
  const seen = new Map<string, ExplanationNode>();
  const visit = (id: string): void => {
    const node = nodes[id];
    if (node === undefined || seen.has(id)) return;
    seen.set(id, node);
    for (const input of node.inputs) visit(input);
  };
  visit(root);
  return [...seen.values()];
}
