import { type ColumnLayout, plainLayout } from '#ui/columnLayout.ts';
import { createPreferences } from '../preferences.ts';

interface Preferences {
  folded: boolean;
  /** Single-key shortcuts (WCAG 2.1.4). */
  shortcuts: boolean;
  clientColumns: ColumnLayout;
  /** Columns of saved views as they were arranged since, by the id of the view. */
  viewLayouts: Record<string, ColumnLayout>;
  /** The workspace that was open last. */
  workspace: string;
  language: string;
}

/** How a reader likes the app to look. */
export const { preferences, usePreference } = createPreferences<Preferences>({
  folded: false,
  shortcuts: true,
  clientColumns: plainLayout,
  viewLayouts: {},
  workspace: '',
  language: '',
});
