import { Link } from 'react-router';
import { Icon } from '../shell/icons.tsx';
import { usePath } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';

export const helpId = 'hjelp';

/** The way back to the tour, from every page. */
export function HelpLink() {
  const t = useText();
  const path = usePath();
  return (
    <Link
      className="help-link"
      id={helpId}
      to={`${path('')}?rundtur=1`}
      aria-label={t('help.open')}
      title={t('help.open')}
    >
      <Icon name="help" />
    </Link>
  );
}
