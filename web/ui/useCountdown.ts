import { useEffect, useState } from 'react';

const RESEND_SECONDS = 30;

const left = (since: number) => Math.max(0, Math.ceil(RESEND_SECONDS - (Date.now() - since) / 1000));

/** Seconds until a code may be asked for again. */
export function useCountdown(since: number): number {
  const [seconds, setSeconds] = useState(() => left(since));
  useEffect(() => {
    setSeconds(left(since));
    const timer = setInterval(() => setSeconds(left(since)), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return seconds;
}
