import { Trans } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { useSample } from './useSample.tsx';

/** Offered where there is nothing yet: a made-up client to look around. */
export function LoadSample() {
  const { load, isBusy } = useSample();
  return (
    <Anchor component="button" type="button" disabled={isBusy} onClick={load}>
      <Trans>Or load a sample to look around</Trans>
    </Anchor>
  );
}
