import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CodeInput } from '#ui/CodeInput.tsx';
import { type Asked, Step } from './Step.tsx';
import { session } from './session.ts';

/** The second factor, for whoever has set one up. */
export function TotpStep({ onNext }: { onNext: (asked: Asked) => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  return (
    <Step
      button={t`Continue`}
      refusal={t`This code is not right, or its time is over. Enter the one shown now.`}
      send={() => session.answer({ challenge: 'totp', code })}
      onNext={onNext}
    >
      <CodeInput value={code} onChange={setCode} autoFocus />
    </Step>
  );
}
