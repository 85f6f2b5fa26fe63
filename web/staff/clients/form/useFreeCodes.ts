import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ApiError } from '#contracts/client.ts';

/** What the server offers when it refuses a code that another client has. */
export function useFreeCodes() {
  const { t } = useLingui();
  const [free, setFree] = useState<readonly string[]>([]);
  return {
    free,
    clear: () => setFree([]),
    /** The sentence for the field, or null for an error of another kind. */
    read(error: ApiError): string | null {
      if (error.code !== 'code_taken') return null;
      const offered = error.problem?.suggestions;
      setFree(Array.isArray(offered) ? offered.filter((one): one is string => typeof one === 'string') : []);
      return t`Taken by another client, or by one in the trash`;
    },
  };
}
