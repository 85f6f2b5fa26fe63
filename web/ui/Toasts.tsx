import { useHotkeys } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import classes from './toast.module.css';
import { undoLast } from './toast.tsx';

/** Place of all toasts; one per app. Mantine holds them while hovered or focused. */
export function Toasts() {
  useHotkeys([['mod+Z', (event) => undoLast() && event.preventDefault(), { preventDefault: false }]]);
  return (
    <Notifications
      position="bottom-center"
      limit={3}
      zIndex={400}
      containerWidth={460}
      transitionDuration={160}
      classNames={{ root: classes.place, notification: classes.toast }}
    />
  );
}
