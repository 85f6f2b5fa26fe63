import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { Strip } from '#ui/Strip.tsx';
import classes from './session.module.css';
import type { session } from './session.ts';

/** What is still asked before one is in; null when one is. */
export type Asked = Awaited<ReturnType<typeof session.signIn>>;

/** Dialogs below must not take Esc from here as their own. */
export const quiet = { 'data-mantine-stop-propagation': 'true' };

interface StepProps {
  button: string;
  /** What a refusal means here; never told more exactly than the server does. */
  refusal: string;
  send: (given: (field: string) => string) => Promise<Asked>;
  onNext: (asked: Asked) => void;
  children: ReactNode;
}

/** One question of signing in: its fields, one button, and one message when it is refused. */
export function Step({ button, refusal, send, onNext, children }: StepProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);

  const explain = (error: unknown) => {
    if (error instanceof ApiError && (error.status === 401 || error.status === 422)) return refusal;
    return error instanceof ApiError && error.status === 429
      ? t`Too many attempts. Wait a minute and try again.`
      : t`Signing in does not work right now. Try again in a moment.`;
  };

  const submit = async (form: HTMLFormElement) => {
    if (busy) return;
    const given = new FormData(form);
    setBusy(true);
    setProblem(undefined);
    try {
      onNext(await send((field) => String(given.get(field) ?? '')));
    } catch (error) {
      setProblem(explain(error));
    }
    setBusy(false);
  };

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {problem ? (
        <div ref={box} tabIndex={-1} role="alert">
          <Strip tone="bad">{problem}</Strip>
        </div>
      ) : null}
      {children}
      <Button {...quiet} size="md" type="submit" loading={busy} fullWidth>
        {button}
      </Button>
    </form>
  );
}
