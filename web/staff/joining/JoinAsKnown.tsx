import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { InvitationFace } from '#contracts/schemas/invitation.ts';
import { Strip } from '#ui/Strip.tsx';
import { Door } from '../session/Door.tsx';
import { withNext } from '../session/next.ts';
import { SignInForm } from '../session/SignInForm.tsx';
import type { Asked } from '../session/Step.tsx';
import { useStepWords } from '../session/words.ts';
import classes from './joining.module.css';
import { acceptAsMyself } from './queries.ts';
import { useJoinRefusal } from './useJoinRefusal.ts';

/** For an address that can sign in already: signing in here accepts, whatever the account still asks for. */
export function JoinAsKnown({ token, face }: { token: string; face: InvitationFace }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const refusal = useJoinRefusal(token);
  const [asked, setAsked] = useState<Asked>(null);
  const [problem, setProblem] = useState<string>();
  const words = useStepWords()(asked);
  const { workspace, invitedBy, email } = face;

  const join = async () => {
    try {
      await acceptAsMyself(token);
      await navigate({ to: '/', replace: true });
    } catch (error) {
      setProblem(refusal(error));
    }
  };
  return (
    <Door
      title={asked ? words.title : t`Join ${workspace}`}
      lead={
        asked ? (
          words.lead
        ) : (
          <Trans>
            {invitedBy} invited you. You have an account already: sign in as <strong>{email}</strong> to
            accept.
          </Trans>
        )
      }
    >
      {problem ? (
        <div className={classes.problem} role="alert">
          <Strip tone="bad">{problem}</Strip>
        </div>
      ) : null}
      <SignInForm
        email={email}
        forgotHref={withNext('/forgot', `/invite/${token}`)}
        onAsked={setAsked}
        onDone={() => void join()}
      />
    </Door>
  );
}
