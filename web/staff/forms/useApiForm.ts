import { useLingui } from '@lingui/react/macro';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { FormProblem } from '#ui/ErrorSummary.tsx';
import { errorText } from '../errors.ts';
import { pathOf, sentenceFor } from './messages.ts';

/** What a field is called and where it stands. */
export interface FieldPlace {
  label: string;
  step?: { id: string; label: string };
}

interface ApiFormOptions<V> {
  /** Sets the ids of its fields apart from those of another form on the page. */
  scope?: string;
  initial: V;
  /** Names a field by its path, for the list of all problems. */
  place: (path: string, values: V) => FieldPlace;
  /** Problems that can be told without asking the server, by path. */
  check?: (values: V) => Record<string, string | null>;
  send: (values: V, idempotencyKey: string) => Promise<void>;
  /**
   * Somebody was faster: takes the version to try over. What was typed stays, and is put over theirs knowingly,
   * by saving again.
   */
  overtaken?: (version: number) => void;
  /** Errors with an answer of their own; true when it was one. */
  onError?: (error: ApiError) => boolean;
}

const FORM = '';

export const fieldId = (path: string, scope = '') => `field-${scope}${path}`;

/**
 * A form that the API judges: every problem at its field and in one list, one request at a time, and one key
 * from opening to success, so that neither a double click nor a lost answer saves twice.
 */
export function useApiForm<V extends Record<string, unknown>>(options: ApiFormOptions<V>) {
  const { i18n, t } = useLingui();
  const form: UseFormReturnType<V> = useForm<V>({ mode: 'controlled', initialValues: options.initial });
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const saved = useRef(false);
  const key = useRef(crypto.randomUUID());
  const clean = useRef(JSON.stringify(options.initial));

  const fail = (errors: Record<string, string | null>) => {
    form.setErrors(errors as never);
    setAttempt((count) => count + 1);
  };

  const sentences = (error: unknown): Record<string, string> => {
    const fields = error instanceof ApiError ? error.errors : [];
    if (fields.length === 0) return { [FORM]: errorText(i18n, error) };
    return Object.fromEntries(
      fields.map((field) => {
        const sentence = sentenceFor(field, error instanceof ApiError ? error.problem : undefined);
        return [pathOf(field), typeof sentence === 'string' ? sentence : i18n._(sentence)];
      }),
    );
  };

  const explain = (error: unknown) => fail(sentences(error));

  const yielded = ({ status, problem }: ApiError): boolean => {
    if (status !== 412 || !options.overtaken) return false;
    options.overtaken(Number(problem?.version ?? 0));
    const who = typeof problem?.changedBy === 'string' ? problem.changedBy : t`Somebody`;
    fail({ [FORM]: t`${who} changed this meanwhile. Save again to put your values over theirs.` });
    return true;
  };

  const submit = async (after?: () => void) => {
    if (sending.current) return;
    const found = Object.entries(options.check?.(form.getValues()) ?? {}).filter(([, text]) => text);
    if (found.length > 0) return fail(Object.fromEntries(found));
    sending.current = true;
    setBusy(true);
    try {
      await options.send(form.getValues(), key.current);
      form.clearErrors();
      saved.current = true;
      after?.();
    } catch (error) {
      const isAnswered = error instanceof ApiError && (yielded(error) || options.onError?.(error));
      if (!isAnswered) explain(error);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const problems: FormProblem[] = Object.entries(form.errors).map(([path, text]) => {
    if (path === FORM) return { message: String(text) };
    const { label, step } = options.place(path, form.values);
    return {
      field: fieldId(path, options.scope),
      message: `${label}: ${String(text)}`,
      ...(step && { step }),
    };
  });

  return {
    form,
    attempt,
    busy,
    problems,
    submit,
    fail,
    explain,
    /** Steps with something to fix. */
    invalidSteps: new Set(problems.map(({ step }) => step?.id)),
    isDirty: () => !saved.current && JSON.stringify(form.getValues()) !== clean.current,
    /** Begins anew for the next record, which is another intent and so has another key. */
    restart(values: V) {
      key.current = crypto.randomUUID();
      saved.current = false;
      clean.current = JSON.stringify(values);
      form.setValues(values);
      form.clearErrors();
    },
    /** Everything an input needs, with an id the list of problems can point at. */
    field: (path: string) => ({ id: fieldId(path, options.scope), ...form.getInputProps(path) }),
  };
}

export type ApiForm<V extends Record<string, unknown>> = ReturnType<typeof useApiForm<V>>;
