import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { BillingProfile } from '#contracts/schemas/billing-profile.ts';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { useFormats } from '#ui/formats.ts';
import { RelTime } from '#ui/RelTime.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { StatusPill } from '#ui/StatusPill.tsx';
import { countryName } from '../clients/form/countries.ts';
import classes from './companies.module.css';
import { useBillingWords } from './words.ts';

interface BillingDetailsProps {
  profile: BillingProfile;
  onClose: () => void;
  /** None for whoever may only look. */
  onEdit: (() => void) | undefined;
}

/** All that a billing profile says, to be read. */
export function BillingDetails({ profile, onClose, onEdit }: BillingDetailsProps) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { labels, termsOf, deliveryOf } = useBillingWords();
  const { line1, line2, postalCode, city, region, country } = profile.address;
  const address = [
    line1,
    line2,
    [postalCode, city].filter(Boolean).join(' '),
    region,
    countryName(country, locale),
  ].filter(Boolean);
  const named = (id: string, value: Fact['value']): Fact => ({ id, label: labels[id] ?? id, value });
  const items: Fact[] = [
    { id: 'address', label: t`Address`, value: <span className={classes.lines}>{address.join('\n')}</span> },
    // Absent for whoever may not see tax ids.
    ...(profile.taxId === undefined ? [] : [named('taxId', profile.taxId)]),
    named('currency', profile.currency),
    named('terms', termsOf(profile)),
    named('deliveryMethod', deliveryOf(profile)),
    named('emailTo', profile.emailTo),
    named(
      'emailCc',
      profile.emailCc.length > 0 ? <span className={classes.lines}>{profile.emailCc.join('\n')}</span> : null,
    ),
    named('poNumber', profile.poNumber),
    { id: 'changed', label: t`Last changed`, value: <RelTime at={profile.updatedAt} /> },
  ];
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={profile.legalName}
      head={
        profile.default ? (
          <StatusPill tone="ok">
            <Trans>Default</Trans>
          </StatusPill>
        ) : null
      }
      footEnd={
        onEdit ? (
          <Button onClick={onEdit}>
            <Trans>Edit</Trans>
          </Button>
        ) : undefined
      }
    >
      <Facts items={items} columns={1} />
    </SideDrawer>
  );
}
