import { useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Status.module.css';
import { StatusGlyph, type Tone } from './StatusGlyph.tsx';

/** Tinted box of 20 px for headers and forms; tables use `Status`. */
export function StatusPill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.pill} data-tone={tone}>
      <StatusGlyph tone={tone} size={9} />
      {children}
    </span>
  );
}

export interface StatusMenuOption {
  value: string;
  label: string;
  tone: Tone;
}

export interface StatusMenuProps {
  value: string;
  options: StatusMenuOption[];
  onChange: (value: string) => void;
  /** What is changed, for screen readers: "Status of Acme Robotics". */
  label: string;
}

/** The pill as a menu: the same tint, 24 px high, with a chevron. */
export function StatusMenu({ value, options, onChange, label }: StatusMenuProps) {
  const { t } = useLingui();
  const current = options.find((option) => option.value === value);
  const tone = current?.tone ?? 'idle';
  const word = current?.label ?? value;
  return (
    <Menu position="bottom-start" width={180}>
      <Menu.Target>
        <UnstyledButton
          className={classes.pill}
          data-tone={tone}
          data-print="keep"
          aria-label={t`${word}, change ${label}`}
        >
          <StatusGlyph tone={tone} size={9} />
          {word}
          <IconChevronDown size={14} stroke={1.7} aria-hidden="true" data-print="hide" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            leftSection={<StatusGlyph tone={option.tone} />}
            aria-current={option.value === value || undefined}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
