import { useRef, useState } from 'react';
import { MOST_RATE_CHANGES } from '#contracts/positions.ts';
import type { RateOutcome } from '#contracts/schemas/rate.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';

interface MoveOptions<V> {
  initial: V;
  place: (path: string) => { label: string };
  check: (values: V) => Record<string, string | null>;
  /** Asks what would be written of all positions. */
  look: (values: V) => Promise<RateOutcome>;
  /** Has some positions written, all of them or none. */
  write: (values: V, positions: string[], idempotencyKey: string) => Promise<RateOutcome>;
  onWritten: (rates: number) => void;
}

/** What is written at once, and by which key: tried again it is the same. */
interface Part {
  positions: string[];
  idempotencyKey: string;
}

/** What was looked at, and how much of it is written. */
interface Look {
  /** The form as it was then. */
  of: string;
  outcome: RateOutcome;
  parts: Part[];
  done: number;
  rates: number;
}

/** Whether all of it is written, of what is anything to write. */
const isThrough = (look: Look | undefined) =>
  look !== undefined && look.done > 0 && look.done === look.parts.length;

/** Positions in the order in which they are shown, as many together as go together. */
function partsOf({ data }: RateOutcome): Part[] {
  const parts: (Part & { rates: number })[] = [];
  for (const key of new Set(data.map(({ positionKey }) => positionKey))) {
    const rates = data.filter(({ positionKey }) => positionKey === key).length;
    const last = parts.at(-1);
    if (last && last.rates + rates <= MOST_RATE_CHANGES) {
      last.positions.push(key);
      last.rates += rates;
    } else parts.push({ positions: [key], idempotencyKey: crypto.randomUUID(), rates });
  }
  return parts;
}

/**
 * A form that first shows what it would write, and writes just that, part by part: what is changed after needs a
 * new look. What went well before a part that did not is written, and the form goes on with the rest.
 */
export function useMove<V extends Record<string, unknown>>(options: MoveOptions<V>) {
  const [seen, setSeen] = useState<Look>();
  const latest = useRef<Look>(undefined);
  const show = (look: Look) => {
    latest.current = look;
    setSeen(look);
  };
  const form = useApiForm<V>({
    initial: options.initial,
    place: options.place,
    check: options.check,
    send: async (values) => {
      const of = JSON.stringify(values);
      let look = latest.current;
      if (look?.of !== of) {
        const outcome = await options.look(values);
        return show({ of, outcome, parts: partsOf(outcome), done: 0, rates: 0 });
      }
      for (const { positions, idempotencyKey } of look.parts.slice(look.done)) {
        const { data } = await options.write(values, positions, idempotencyKey);
        look = { ...look, done: look.done + 1, rates: look.rates + data.length };
        show(look);
      }
    },
  });
  const isCurrent = seen?.of === JSON.stringify(form.form.values);
  const untouched = JSON.stringify(options.initial);
  const guard = useLeaveGuard(
    () => !isThrough(latest.current) && JSON.stringify(form.form.getValues()) !== untouched,
  );
  return {
    form,
    guard,
    /** What would be written, as long as the form says what it said then. */
    preview: isCurrent ? seen.outcome : undefined,
    /** Into how many parts it falls. */
    parts: isCurrent ? seen.parts.length : 0,
    /** Rates that are written already, of a move that is not through. */
    written: seen?.rates ?? 0,
    submit: () =>
      void form.submit(() => {
        const look = latest.current;
        if (look && isThrough(look)) options.onWritten(look.rates);
      }),
  };
}
