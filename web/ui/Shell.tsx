import { Trans } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { usePhone } from './media.ts';
import type { NavItem, PinnedItem } from './navTypes.ts';
import { PhoneBar } from './PhoneBar.tsx';
import { Rail } from './Rail.tsx';
import classes from './Shell.module.css';
import { ShellContext } from './shellContext.ts';
import { TopBar } from './TopBar.tsx';

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

/** Rail on the canvas and one panel with its own scroll; on a phone a top bar and a bottom bar. */
export function Shell(props: ShellProps) {
  const phone = usePhone();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const context = useMemo(
    () => ({ workspaceName: props.workspaceName, topSlot: slot }),
    [props.workspaceName, slot],
  );
  return (
    <ShellContext.Provider value={context}>
      <a className="fy-skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      <div className={classes.shell} data-folded={props.folded || undefined} data-print="flow">
        {phone ? null : <Rail {...props} />}
        <div className={classes.panel} data-print="flow">
          <TopBar
            workspace={phone ? props.workspace : undefined}
            onSearch={props.onSearch}
            actions={props.actions}
            slotRef={setSlot}
          />
          {props.banner}
          <main id="main" className={classes.main} tabIndex={-1} data-print="flow">
            {props.children}
          </main>
          {phone ? <PhoneBar {...props} /> : null}
        </div>
      </div>
    </ShellContext.Provider>
  );
}
