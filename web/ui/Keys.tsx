import { IconChevronDown, IconChevronUp, IconCommand, IconCornerDownLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Keys.module.css';

const signs: Record<string, ReactNode> = {
  mod: <IconCommand size={11} stroke={2} />,
  enter: <IconCornerDownLeft size={11} stroke={2} />,
  up: <IconChevronUp size={11} stroke={2} />,
  down: <IconChevronDown size={11} stroke={2} />,
};

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

function keyFace(key: string): ReactNode {
  if (key === 'mod' && !isApple) return 'Ctrl';
  return signs[key] ?? key;
}

/**
 * Key caps for a shortcut, drawn with icons because the font subsets lack ⌘ and ↵.
 * Hidden from screen readers: the control itself carries `aria-keyshortcuts`.
 */
export function Keys({ keys, joined = false }: { keys: string[]; joined?: boolean }) {
  return (
    <span className={classes.keys} data-joined={joined || undefined} aria-hidden="true">
      {joined ? (
        <kbd className={classes.cap}>
          {keys.map((key) => (
            <span key={key}>{keyFace(key)}</span>
          ))}
        </kbd>
      ) : (
        keys.map((key) => (
          <kbd key={key} className={classes.cap}>
            {keyFace(key)}
          </kbd>
        ))
      )}
    </span>
  );
}
