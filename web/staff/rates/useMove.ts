import { useRef, useState } from 'react';
import type { RateOutcome } from '#contracts/schemas/rate.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';

interface MoveOptions<V> {
  initial: V;
  place: (path: string) => { label: string };
  check: (values: V) => Record<string, string | null>;
  /** Asks what would be written, or has it written. */
  ask: (values: V, preview: boolean, idempotencyKey: string) => Promise<RateOutcome>;
  onWritten: (outcome: RateOutcome) => void;
}

/** A form that first shows what it would write, and writes just that: what is changed after needs a new look. */
export function useMove<V extends Record<string, unknown>>(options: MoveOptions<V>) {
  const [seen, setSeen] = useState<{ of: string; outcome: RateOutcome }>();
  const written = useRef<RateOutcome>(undefined);
  const form = useApiForm<V>({
    initial: options.initial,
    place: options.place,
    check: options.check,
    send: async (values, idempotencyKey) => {
      const of = JSON.stringify(values);
      const isLookedAt = seen?.of === of;
      const outcome = await options.ask(values, !isLookedAt, idempotencyKey);
      if (isLookedAt) written.current = outcome;
      else setSeen({ of, outcome });
    },
  });
  const isCurrent = seen?.of === JSON.stringify(form.form.values);
  const untouched = JSON.stringify(options.initial);
  const guard = useLeaveGuard(() => !written.current && JSON.stringify(form.form.getValues()) !== untouched);
  return {
    form,
    guard,
    /** What would be written, as long as the form says what it said then. */
    preview: isCurrent ? seen.outcome : undefined,
    submit: () =>
      void form.submit(() => {
        if (written.current) options.onWritten(written.current);
      }),
  };
}
