import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Brand } from '#contracts/schemas/brand.ts';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { Link } from '#ui/Link.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import classes from './companies.module.css';
import { coloursOf, Swatch } from './Swatch.tsx';

interface BrandDetailsProps {
  brand: Brand;
  onClose: () => void;
  /** None for whoever may only look. */
  onEdit: (() => void) | undefined;
}

/** All that is known of a brand, to be read. */
export function BrandDetails({ brand, onClose, onEdit }: BrandDetailsProps) {
  const { t } = useLingui();
  const colours = coloursOf(brand);
  const items: Fact[] = [
    {
      id: 'website',
      label: t`Website`,
      value: brand.website && (
        <Link className="fy-link" href={brand.website} target="_blank">
          {brand.website}
        </Link>
      ),
    },
    {
      id: 'colours',
      label: t`Colours`,
      value:
        colours.length > 0 ? (
          <span className={classes.colours}>
            {colours.map((colour) => (
              <span key={colour} className={classes.colour}>
                <Swatch colour={colour} /> {colour}
              </span>
            ))}
          </span>
        ) : null,
    },
    {
      id: 'note',
      label: t`Note`,
      value: brand.note && <span className={classes.lines}>{brand.note}</span>,
    },
    { id: 'changed', label: t`Last changed`, value: <RelTime at={brand.updatedAt} /> },
  ];
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={brand.name}
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
