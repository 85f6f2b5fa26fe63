import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import classes from './rates.module.css';
import type { useLevels } from './useLevels.ts';

interface LevelSelectProps {
  levels: ReturnType<typeof useLevels>;
  /** The brand or project whose rates are shown; null for the client's own. */
  value: string | null;
  onChange: (level: string | undefined) => void;
}

/** Whose rates are shown: the client's own, or those of a brand or project of it. Absent where there is neither. */
export function LevelSelect({ levels: { brands, projects }, value, onChange }: LevelSelectProps) {
  const { t } = useLingui();
  if (brands.length + projects.length === 0) return null;
  const item = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <div className={classes.level} data-print="hide">
      <Select
        label={t`Rates of`}
        value={value ?? 'client'}
        onChange={(next) => onChange(next === 'client' ? undefined : (next ?? undefined))}
        allowDeselect={false}
        searchable={brands.length + projects.length > 8}
        nothingFoundMessage={t`None of that name`}
        data={[
          { value: 'client', label: t`The client` },
          ...(brands.length > 0 ? [{ group: t`Brands`, items: brands.map(item) }] : []),
          ...(projects.length > 0 ? [{ group: t`Projects`, items: projects.map(item) }] : []),
        ]}
      />
    </div>
  );
}
