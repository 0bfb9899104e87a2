import type { ReactNode } from 'react';

type PageHeadProps = {
  readonly crumb: ReactNode;
  readonly title: string;
  readonly lead: ReactNode;
  readonly children?: ReactNode;
};

/** The answer first: where one is, what it is, and the sentence with the number in it. */
export const PageHead = ({ crumb, title, lead, children }: PageHeadProps) => (
  <div className="head-row">
    <div>
      <p className="crumb">{crumb}</p>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
    </div>
    {children === undefined ? null : <div className="actions">{children}</div>}
  </div>
);
