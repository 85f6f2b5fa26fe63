import { Menu } from '@mantine/core';
import classes from './SchemeItems.module.css';
import { useSchemes } from './useSchemes.ts';

/** Light, dark or like the system, as items of an account menu. */
export function SchemeItems() {
  const { schemes, chosen, choose } = useSchemes();
  return (
    <Menu.RadioGroup value={chosen} onChange={choose}>
      {schemes.map(({ id, label, Icon }) => (
        <Menu.RadioItem key={id} value={id}>
          <span className={classes.option}>
            <Icon size={16} stroke={1.7} aria-hidden="true" />
            {label}
          </span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
