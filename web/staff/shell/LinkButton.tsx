import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';

interface LinkButtonProps extends ButtonProps {
  href: string;
  children: ReactNode;
}

/** Looks like a button, is a link: it can be copied and opened in a new tab. */
export function LinkButton({ href, children, ...rest }: LinkButtonProps) {
  return (
    <Button {...rest} renderRoot={(props) => <Link {...props} href={href} />}>
      {children}
    </Button>
  );
}
