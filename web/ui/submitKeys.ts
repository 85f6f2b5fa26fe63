import type { KeyboardEvent } from 'react';

/** What the button that submits announces. */
export const SUBMIT_KEYS = 'Meta+Enter Control+Enter';

/** Submits the form from wherever the focus is in it. Give it to the form as `onKeyDown`. */
export function submitOnKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (!event.repeat) event.currentTarget.requestSubmit();
}
