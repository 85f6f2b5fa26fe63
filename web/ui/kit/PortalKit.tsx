import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { CodeInput } from '../CodeInput.tsx';
import { PageTitle } from '../PageTitle.tsx';
import './kit.css';

export function PortalKit() {
  const [code, setCode] = useState('4192');
  return (
    <div className="kit-portal">
      <main>
        <PageTitle title="Enter your code" />
        <Text c="dimmed" id="hint">
          We sent six digits to ana@acmerobotics.com. They work for 10 minutes.
        </Text>
        <CodeInput value={code} onChange={setCode} describedBy="hint" autoFocus />
        <Button size="md" fullWidth>
          Continue
        </Button>
        <Anchor href="/sign-in" size="sm">
          Use another e-mail
        </Anchor>
      </main>
    </div>
  );
}
