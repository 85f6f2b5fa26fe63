import { useLingui } from '@lingui/react/macro';
import type { Blocking } from '#contracts/schemas/standard.ts';

/** What follows while a standard is not met, in words. */
export function useBlockingWords() {
  const { t } = useLingui();
  const words: Record<Blocking, string> = {
    none: t`Nothing follows`,
    warn: t`Warn`,
    block: t`Block`,
  };
  const options = (Object.keys(words) as Blocking[]).map((value) => ({ value, label: words[value] }));
  return { words, options };
}
