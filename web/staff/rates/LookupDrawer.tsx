import { Trans, useLingui } from '@lingui/react/macro';
import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ApiError } from '#contracts/client.ts';
import type { BrandId, ClientId, ProjectId } from '#contracts/ids.ts';
import { toDecimal } from '#contracts/money.ts';
import type { RateStep, Rates, ResolvedRate } from '#contracts/schemas/rate.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { Facts } from '#ui/Facts.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { Strip } from '#ui/Strip.tsx';
import { workspaceLists } from '../clients/queries.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { useDayText } from './days.ts';
import { Ladder } from './Ladder.tsx';
import type { LevelHome } from './queries.ts';
import { useLevels } from './useLevels.ts';
import { useColumnWords } from './words.ts';

interface LookupDrawerProps {
  clientId: ClientId;
  /** The brand or project that is asked first, until another is chosen. */
  of?: LevelHome;
  rates: Rates;
  onClose: () => void;
}

interface LookupValues extends Record<string, unknown> {
  position: string;
  on: string;
  projectId: ProjectId | null;
  brandId: BrandId | null;
}

/** What was found, or why there is none; told of what was asked for, whatever is typed since. */
type Answer = { asked: LookupValues } & ({ found: ResolvedRate } | { looked: RateStep[] });

/** Says which rate of a position applies on a day, and who gave it. */
export function LookupDrawer({ clientId, of, rates, onClose }: LookupDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const listed = useQuery(workspaceLists(workspaceId)).data?.find(({ name }) => name === 'positions');
  const names = [
    ...rates.data.map(({ positionName }) => positionName),
    ...(listed?.entries ?? []).filter(({ archived }) => !archived).map(({ label }) => label),
  ];
  const { brands, projects } = useLevels(clientId);
  const [answer, setAnswer] = useState<Answer>();
  const labels: Record<string, string> = {
    position: t`Position`,
    on: t`On`,
    projectId: t`Project`,
    brandId: t`Brand`,
  };
  const form = useApiForm<LookupValues>({
    initial: {
      position: '',
      on: rates.today,
      projectId: of && 'projectId' in of ? of.projectId : null,
      brandId: of && 'brandId' in of ? of.brandId : null,
    },
    place: (path) => ({ label: labels[path.replace('?', '')] ?? path }),
    check: ({ position, on }) => ({
      position: position.trim() === '' ? t`Must not be blank` : null,
      on: on === '' ? t`Choose a day` : null,
    }),
    send: async (asked) => {
      const { position, on, projectId, brandId } = asked;
      const query = { position, on, ...(projectId && { projectId }), ...(brandId && { brandId }) };
      const call = api.rates.resolve({ params: { workspaceId, clientId }, query });
      setAnswer({ asked, found: bodyOf(await call) });
    },
    onError: (error: ApiError) => {
      if (error.code !== 'rate_not_found') return false;
      const looked = (error.problem?.looked ?? []) as RateStep[];
      setAnswer({ asked: form.form.getValues(), looked });
      return true;
    },
  });
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={null}
      title={t`Which rate applies`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit()}
      submitLabel={t`Look it up`}
      submitting={form.busy}
    >
      <FieldRow>
        <Autocomplete
          {...form.field('position')}
          label={labels.position}
          required
          maxLength={80}
          data={[...new Set(names)]}
          data-autofocus
        />
        <TextInput {...form.field('on')} type="date" label={labels.on} required />
      </FieldRow>
      {projects.length + brands.length > 0 ? (
        <FieldRow>
          {projects.length > 0 ? (
            <Select
              {...form.field('projectId')}
              label={labels.projectId}
              clearable
              placeholder={t`None`}
              data={projects.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          {brands.length > 0 ? (
            <Select
              {...form.field('brandId')}
              label={labels.brandId}
              clearable
              placeholder={t`None`}
              data={brands.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
        </FieldRow>
      ) : null}
      <div aria-live="polite">{answer ? <Told answer={answer} currency={rates.currency} /> : null}</div>
    </DrawerForm>
  );
}

function Told({ answer, currency }: { answer: Answer; currency: string }) {
  const { t } = useLingui();
  const words = useColumnWords();
  const dayText = useDayText();
  const { position } = answer.asked;
  const day = dayText(answer.asked.on);
  if (!('found' in answer)) {
    const foreign = answer.looked.find(({ verdict }) => verdict === 'other_currency');
    const theirs = foreign?.rate?.currency;
    const parent = foreign?.name ?? t`A parent company`;
    return (
      <>
        <Strip tone="warn">
          {foreign ? (
            foreign.level === 'card' ? (
              <Trans>
                The rate card has {position} in {theirs}, and this client is billed in {currency}.
              </Trans>
            ) : (
              <Trans>
                {parent} has {position} in {theirs}, and this client is billed in {currency}.
              </Trans>
            )
          ) : (
            <Trans>
              Neither the client nor the rate card has a rate for {position} on {day}.
            </Trans>
          )}
        </Strip>
        <Ladder looked={answer.looked} />
      </>
    );
  }
  const { source, sourceName, looked, rate, overtime } = answer.found;
  const since = dayText(rate.effectiveFrom);
  const money = (amount: number) => `${toDecimal(amount, rate.currency)} ${rate.currency}`;
  const basis: Record<ResolvedRate['overtime']['basis'], ReactNode> = {
    rate: t`As agreed with the rate`,
    multiplier: t`By the workspace’s policy: a multiple of the regular rate`,
    regular: t`By the workspace’s policy: the regular rate`,
    blocked: t`By the workspace’s policy none can be billed`,
  };
  const name = sourceName ?? '';
  const sources: Record<ResolvedRate['source'], ReactNode> = {
    project: (
      <Trans>
        Agreed for the project {name}, from {since}
      </Trans>
    ),
    brand: (
      <Trans>
        Agreed for the brand {name}, from {since}
      </Trans>
    ),
    client: <Trans>Agreed with this client, from {since}</Trans>,
    parent: sourceName ? (
      <Trans>
        Agreed with the parent company {name}, from {since}
      </Trans>
    ) : (
      <Trans>Agreed with a parent company, from {since}</Trans>
    ),
    card: <Trans>Rate card of the workspace, from {since}</Trans>,
  };
  return (
    <>
      <Facts
        columns={1}
        items={[
          { id: 'position', label: words.position, value: rate.positionName },
          { id: 'on', label: t`On`, value: day },
          { id: 'regular', label: words.regular, value: <b>{money(rate.regular)}</b> },
          {
            id: 'overtime',
            label: words.overtime,
            value: (
              <>
                {overtime.amount === null ? null : <b>{money(overtime.amount)}</b>} {basis[overtime.basis]}
              </>
            ),
          },
          {
            id: 'source',
            label: t`Source`,
            value: sources[source],
          },
        ]}
      />
      <Ladder looked={looked} />
    </>
  );
}
