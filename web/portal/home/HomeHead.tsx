import { useLingui } from '@lingui/react/macro';
import { Mark } from '#ui/Mark.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { useHere } from '../session/me.ts';
import { firstNameOf } from '../shell/names.ts';
import { CompanySwitch } from './CompanySwitch.tsx';
import classes from './home.module.css';

/** The client's own name, as the loudest thing on the page. */
export function HomeHead({ name }: { name: string }) {
  const { user, company, companies } = useHere();
  const greeting = useGreeting(firstNameOf(user.name));
  return (
    <header className={classes.head}>
      <Mark id={company.clientId} name={name} size={48} />
      <div className={classes.titles}>
        <PageTitle title={name} focusKey={company.clientId} className={classes.title} />
        <p className={classes.greeting}>{greeting}</p>
      </div>
      {companies.length > 1 ? <CompanySwitch companies={companies} current={company} /> : null}
    </header>
  );
}

function useGreeting(name: string): string {
  const { t } = useLingui();
  const hour = new Date().getHours();
  if (hour >= 5 && hour < 12) return t`Good morning, ${name}`;
  if (hour >= 12 && hour < 18) return t`Good afternoon, ${name}`;
  return t`Good evening, ${name}`;
}
