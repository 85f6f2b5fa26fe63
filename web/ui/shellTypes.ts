import type { ReactNode } from 'react';
import type { NavItem, PinnedItem } from './navTypes.ts';

export interface ShellProps {
  /** Goes into every page's `document.title`. */
  workspaceName: string;
  /** Sign and name at the top of the rail, usually a menu (`WorkspaceButton`). */
  workspace: ReactNode;
  nav: NavItem[];
  pinned?: PinnedItem[];
  /** Takes the place of the pinned records, as the "Get set up" card does. */
  aside?: ReactNode;
  footNav?: NavItem[];
  /** Sign, name and menu of the reader. */
  person: ReactNode;
  /** Up to four entries of the phone's bottom bar; the rest stands behind "More". */
  phoneNav: NavItem[];
  folded: boolean;
  onFold: (folded: boolean) => void;
  /** Absent where there is nothing to search. */
  onSearch?: () => void;
  /** Help, bell and the like, at the end of the top bar. */
  actions?: ReactNode;
  /** Offline and "viewing as" bars above the page. */
  banner?: ReactNode;
  children: ReactNode;
}
