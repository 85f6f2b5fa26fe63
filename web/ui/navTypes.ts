import type { ComponentType, ReactNode } from 'react';

type IconType = ComponentType<{ size?: number | string; stroke?: number | string; className?: string }>;

/** One entry of the rail or the phone bar; what the reader may not see is left out of the list. */
export interface NavItem {
  id: string;
  label: string;
  href: string;
  icon: IconType;
  active?: boolean;
  count?: number | undefined;
}

export interface PinnedItem {
  id: string;
  label: string;
  href: string;
  mark: ReactNode;
}
