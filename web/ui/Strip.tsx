import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Strip.module.css';

const icons = { warn: IconInfoCircle, bad: IconAlertTriangle, info: IconInfoCircle };

export interface StripProps {
  tone: 'warn' | 'bad' | 'info';
  children: ReactNode;
  /** A link or button at the end. */
  action?: ReactNode;
}

/** One tinted line inside a page or form: duplicates, archived records, being offline. */
export function Strip({ tone, children, action }: StripProps) {
  const Icon = icons[tone];
  return (
    <div className={classes.strip} data-tone={tone} role="status">
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>{children}</span>
      {action}
    </div>
  );
}
