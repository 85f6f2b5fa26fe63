import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '#ui/Card.tsx';
import { Link } from '#ui/Link.tsx';
import { useHere } from '../session/me.ts';
import { sampleState } from './queries.ts';
import classes from './sample.module.css';
import { useSample } from './useSample.tsx';

/** The sample data among the settings: what it is, and the button that loads or removes it. */
export function SampleCard() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { data } = useQuery(sampleState(workspaceId));
  const { load, remove, isBusy } = useSample();
  const button = data?.loaded ? (
    <Button variant="default" size="xs" loading={isBusy} onClick={remove}>
      <Trans>Remove the sample</Trans>
    </Button>
  ) : (
    <Button variant="default" size="xs" loading={isBusy} disabled={!data} onClick={load}>
      <Trans>Load the sample</Trans>
    </Button>
  );
  return (
    <div className={classes.place}>
      <Card title={t`Sample data`} action={button}>
        <p className={classes.text}>
          {data?.loaded && data.clientId ? (
            <Trans>
              <Link href={`/clients/${data.clientId}`}>A made-up client</Link> with people and a project is
              there to look around. It counts nowhere.
            </Trans>
          ) : (
            <Trans>
              A made-up client with people and a project, to look around. It counts nowhere and goes in one
              go.
            </Trans>
          )}
        </p>
      </Card>
    </div>
  );
}
