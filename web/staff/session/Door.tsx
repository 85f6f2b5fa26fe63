import type { ReactNode } from 'react';
import { Logo } from '#ui/Logo.tsx';
import { PageTitle } from '#ui/PageTitle.tsx';
import { ShellContext } from '#ui/shellContext.ts';
import classes from './door.module.css';
import { SignInPreview } from './SignInPreview.tsx';

/** In no workspace yet: the product's own name stands in the title. */
const outside = { workspaceName: 'Foyer', topSlot: null };

interface DoorProps {
  title: string;
  /** What is asked here, or what happens next. */
  lead: ReactNode;
  children: ReactNode;
  /** A line at the foot of the page. */
  hint?: ReactNode;
}

/** Frame of the pages before the sign-in: one question at a time, beside a look into the app. */
export function Door({ title, lead, children, hint }: DoorProps) {
  return (
    <ShellContext.Provider value={outside}>
      <div className={classes.signIn}>
        <main className={classes.side}>
          <div>
            <Logo withName />
          </div>
          <div className={classes.box}>
            <PageTitle title={title} />
            <p className={classes.lead}>{lead}</p>
            {children}
          </div>
          <p className={classes.hint}>{hint}</p>
        </main>
        <SignInPreview />
      </div>
    </ShellContext.Provider>
  );
}
