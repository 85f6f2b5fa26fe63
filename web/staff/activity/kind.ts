import type { MessageDescriptor } from '@lingui/core';
import type { ComponentType, ReactNode } from 'react';
import type { Activity } from '#contracts/schemas/activity.ts';

/** How one type of event is told in a timeline. */
export interface Kind {
  /** Names the type in the filter. */
  name: MessageDescriptor;
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  sentence: (told: { who: ReactNode; what: ReactNode; field: ReactNode; entry: Activity }) => ReactNode;
}
