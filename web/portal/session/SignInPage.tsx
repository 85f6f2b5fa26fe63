import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { FirmMark } from '../shell/FirmMark.tsx';
import { LanguageMenu } from '../shell/LanguageMenu.tsx';
import { AskForCode } from './AskForCode.tsx';
import { EnterCode } from './EnterCode.tsx';
import classes from './session.module.css';

/** An address, then the code mailed to it. The step lives in the history entry, so Back and reload keep it. */
export function SignInPage() {
  const { history } = useRouter();
  const navigate = useNavigate();
  const { from, email, sentAt } = useLocation({ select: ({ state }) => state });

  const sent = async (to: string) => {
    // The entry left behind remembers the address, for whoever comes back to correct it.
    await navigate({ to: '.', replace: true, state: { from, email: to } });
    await navigate({ to: '.', state: { from, email: to, sentAt: Date.now() } });
  };

  return (
    <div className={classes.door}>
      <main className={classes.card}>
        <FirmMark size={36} />
        {email && sentAt ? (
          <EnterCode
            email={email}
            sentAt={sentAt}
            onAgain={(at) => void navigate({ to: '.', replace: true, state: { from, email, sentAt: at } })}
            onBack={() => history.back()}
            onDone={() => history.replace(from ?? '/')}
          />
        ) : (
          <AskForCode email={email ?? ''} onSent={(to) => void sent(to)} />
        )}
      </main>
      <footer className={classes.foot}>
        <LanguageMenu />
      </footer>
    </div>
  );
}
