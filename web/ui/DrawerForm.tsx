import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useId } from 'react';
import { ErrorSummary, type FormProblem } from './ErrorSummary.tsx';
import classes from './Form.module.css';
import { type FormStep, FormSteps } from './FormSteps.tsx';
import { SideDrawer } from './SideDrawer.tsx';
import { SUBMIT_KEYS, submitOnKeys } from './submitKeys.ts';

export interface DrawerFormProps {
  opened: boolean;
  /** Also run by Esc, ×, the overlay and Cancel, once `guard` has asked. */
  onClose: () => void;
  /** Asks before what was entered is lost, from `useLeaveGuard`; null where nothing is entered. */
  guard: ReactNode;
  title: string;
  /** `StatusPill` after the title. */
  badge?: ReactNode;
  /** Small text at the end of the head: "Draft kept 10 s ago". */
  note?: ReactNode;
  steps?: FormStep[];
  step?: string;
  onStep?: (id: string) => void;
  problems?: FormProblem[];
  /** Number of failed tries; a new one moves focus to the summary. */
  attempt?: number;
  onSubmit: () => void;
  submitLabel: string;
  submitting?: boolean;
  /** Second button, such as "Save and add another". */
  secondary?: ReactNode;
  size?: number;
  children: ReactNode;
}

/** Form in a drawer at the right: head, numbered steps, all problems first, fields, and a fixed foot. */
export function DrawerForm(props: DrawerFormProps) {
  const { opened, onClose, title, badge, note, steps, step, onStep, problems = [], size } = props;
  const formId = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.submitting) props.onSubmit();
  };

  return (
    <SideDrawer
      opened={opened}
      onClose={onClose}
      title={title}
      {...(size !== undefined && { size })}
      head={
        <>
          {badge}
          {note ? <span className={classes.headNote}>{note}</span> : null}
        </>
      }
      tabs={steps ? <FormSteps steps={steps} current={step} onPick={onStep} /> : null}
      foot={(close) => (
        <Button variant="subtle" color="gray" c="dimmed" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
      )}
      footEnd={
        <>
          {props.secondary}
          <Button type="submit" form={formId} loading={props.submitting} aria-keyshortcuts={SUBMIT_KEYS}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={submit} onKeyDown={submitOnKeys} noValidate>
        <ErrorSummary
          problems={problems}
          attempt={props.attempt ?? 0}
          onPick={(problem) => problem.step && onStep?.(problem.step.id)}
        />
        {props.children}
      </form>
      {props.guard}
    </SideDrawer>
  );
}
