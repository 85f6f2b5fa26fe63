import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AloneChoice, Brand, BrandUses } from '#contracts/schemas/brand.ts';
import { useFormats } from '#ui/formats.ts';
import { Strip } from '#ui/Strip.tsx';
import { useRoutingWords } from '../routing/words.ts';
import { useHere } from '../session/me.ts';
import classes from './companies.module.css';
import { brandUsesOf } from './queries.ts';

interface RemoveBrandProps {
  brand: Brand;
  busy: boolean;
  onCancel: () => void;
  onDone: (alone: AloneChoice | undefined) => void;
}

/** Says what hangs on a brand before it goes, and asks what becomes of people who stand for it alone. */
export function RemoveBrand({ brand: { id, clientId }, busy, onCancel, onDone }: RemoveBrandProps) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const { data, isError, refetch } = useQuery(brandUsesOf(workspaceId, clientId, id));
  const [alone, setAlone] = useState<AloneChoice | null>(null);
  const [missing, setMissing] = useState(false);
  const asks = data !== undefined && data.alone > 0;
  const mayDecide = !asks || can('stakeholders.manage');
  const isPrimary = data?.contacts?.some((one) => one.alone && one.primary) ?? false;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!data || busy || !mayDecide) return;
    setMissing(asks && alone === null);
    if (!asks || alone !== null) onDone(alone ?? undefined);
  };

  return (
    <form onSubmit={submit} noValidate>
      <p className={classes.text}>
        <Trans>The brand disappears from this client. What was done for it stays in its activity.</Trans>
      </p>
      {data ? (
        <Uses uses={data} />
      ) : isError ? (
        <Strip
          tone="warn"
          action={
            <Button variant="default" size="compact-xs" onClick={() => void refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>What hangs on the brand could not be read.</Trans>
        </Strip>
      ) : (
        <Skeleton height={40} />
      )}
      {asks && mayDecide ? (
        <Select
          label={t`What becomes of people who stand for this brand alone?`}
          description={
            isPrimary ? t`The primary contact is among them, and cannot leave with the brand.` : undefined
          }
          required
          allowDeselect={false}
          placeholder={t`Choose`}
          data={[
            { value: 'widen', label: t`They stand for the whole client` },
            {
              value: 'leave',
              label: t`They leave: nothing is sent to them from now on`,
              disabled: isPrimary,
            },
          ]}
          value={alone}
          onChange={(chosen) => setAlone(chosen === 'widen' || chosen === 'leave' ? chosen : null)}
          error={missing && alone === null ? t`Say what becomes of them` : null}
        />
      ) : null}
      {mayDecide ? null : (
        <Strip tone="info">
          <Trans>Only somebody who may edit contacts can say what becomes of these people.</Trans>
        </Strip>
      )}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" color="red" loading={busy} disabled={!data || !mayDecide}>
          <Trans>Remove</Trans>
        </Button>
      </Group>
    </form>
  );
}

function Uses({ uses: { alone, contacts, rules, rates = 0 } }: { uses: BrandUses }) {
  const { locale } = useFormats();
  const events = useRoutingWords();
  const list = (words: string[]) => new Intl.ListFormat(locale).format(words);
  const people = contacts?.filter((one) => one.alone).map(({ name }) => name) ?? [];
  const others = contacts?.filter((one) => !one.alone).map(({ name }) => name) ?? [];
  if (alone === 0 && others.length === 0 && rules.length === 0 && rates === 0) return null;
  return (
    <Strip tone="warn">
      <Trans>Hangs on this brand:</Trans>
      <ul className={classes.uses}>
        {alone > 0 ? (
          <li>
            {contacts ? (
              <Trans>Stand for it alone: {list(people)}</Trans>
            ) : (
              <Plural value={alone} one="# person stands for it alone" other="# people stand for it alone" />
            )}
          </li>
        ) : null}
        {others.length > 0 ? (
          <li>
            <Trans>Stand for other brands besides, and go on with those: {list(others)}</Trans>
          </li>
        ) : null}
        {rules.length > 0 ? (
          <li>
            <Trans>
              Who is written to, by rules of its own that go: {list(rules.map((rule) => events[rule]))}
            </Trans>
          </li>
        ) : null}
        {rates > 0 ? (
          <li>
            <Plural
              value={rates}
              one="# rate that was agreed for it goes"
              other="# rates that were agreed for it go"
            />
          </li>
        ) : null}
      </ul>
    </Strip>
  );
}
