// Sets the colour scheme before the first paint. A file of its own, as the policy allows no inline script.
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
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  document.documentElement.style.background = dark ? '#0e0f12' : '#f4f4f6';
})();
