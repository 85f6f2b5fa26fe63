import { type ComponentProps, createContext, type MouseEvent, useContext } from 'react';

export interface Navigation {
  /** Client-side move to an app path. */
  navigate: (href: string) => void;
  /** Called on hover or focus, so that the next route can load early. */
  preload?: (href: string) => void;
}

const NavigationContext = createContext<Navigation>({
  navigate: (href) => window.location.assign(href),
});

export const NavigationProvider = NavigationContext.Provider;
export const useNavigation = () => useContext(NavigationContext);

export interface LinkProps extends ComponentProps<'a'> {
  href: string;
}

/**
 * A real anchor, so that middle click, ⌘-click and "copy link" work; only a plain click stays in the app.
 * The kit knows no router: the app gives `navigate` through `NavigationProvider`.
 */
export function Link({ href, onClick, target, ...rest }: LinkProps) {
  const { navigate, preload } = useNavigation();
  const inside = href.startsWith('/') && !href.startsWith('//') && !target;

  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (!inside || modified || event.defaultPrevented) return;
    event.preventDefault();
    navigate(href);
  };

  const warm = () => {
    if (inside) preload?.(href);
  };

  return (
    <a
      href={href}
      target={target}
      rel={target === '_blank' ? 'noreferrer' : undefined}
      onClick={follow}
      onPointerEnter={warm}
      onFocus={warm}
      {...rest}
    />
  );
}
