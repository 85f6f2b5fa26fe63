import { fileURLToPath } from 'node:url';
import { getConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { routes } from '#contracts/routes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What a browser needs of the route declarations is method and path. The schemas stay with the server, and
 * with them the schema library, which would weigh as much as a page.
 */
function slimRoutes(): Plugin {
  const file = here('../shared/contracts/routes.ts');
  const slim = Object.entries(routes).map(([noun, group]) => {
    const verbs = Object.entries(group).map(([verb, { method, path }]) => [verb, { method, path }]);
    return [noun, Object.fromEntries(verbs)];
  });
  const code = `export const routes = ${JSON.stringify(Object.fromEntries(slim))};`;
  return {
    name: 'foyer:slim-routes',
    enforce: 'pre',
    load: (id) => (id === file ? { code, map: null } : undefined),
  };
}

/** Both apps are built alike; only their roots differ. Nothing is inlined, so `script-src 'self'` holds. */
export function appConfig(app: 'staff' | 'portal'): UserConfig {
  const linguiConfig = { configPath: here(`./${app}/lingui.config.ts`) };
  return {
    root: here(`./${app}`),
    publicDir: here('./public'),
    plugins: [
      slimRoutes(),
      react(),
      lingui(linguiConfig),
      babel({
        presets: [linguiTransformerBabelPreset({ linguiConfig: getConfig(linguiConfig) }, linguiConfig)],
      }),
    ],
    build: {
      outDir: here(`../dist/web/${app}`),
      emptyOutDir: true,
      manifest: true,
      sourcemap: 'hidden',
      assetsInlineLimit: 0,
      // Every page names the parts it may need: seven characters tell some hundreds of them apart as well as eight.
      rolldownOptions: { output: { chunkFileNames: 'assets/[name]-[hash:7].js' } },
    },
    server: { fs: { allow: [here('..')] } },
  };
}
