// Tells the colour scheme before the first paint. A file of its own, as the policy allows no inline script. Only
// the attribute is set: the styles follow it, and so does a later choice.
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem('color-scheme');
  } catch {
    // Storage may be blocked; the system's scheme is used then.
  }
  const dark =
    stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();
