import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { usePhone } from './media.ts';
import { PhoneBar } from './PhoneBar.tsx';
import { Rail } from './Rail.tsx';
import classes from './Shell.module.css';
import { ShellContext } from './shellContext.ts';
import type { ShellProps } from './shellTypes.ts';
import { TopBar } from './TopBar.tsx';

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
