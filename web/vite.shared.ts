import { fileURLToPath } from 'node:url';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const linguiConfig = { configPath: here('../lingui.config.ts') };

/** Both apps are built alike; only their roots differ. Nothing is inlined, so `script-src 'self'` holds. */
export function appConfig(app: 'staff' | 'portal'): UserConfig {
  return {
    root: here(`./${app}`),
    publicDir: here('./public'),
    plugins: [
      react(),
      lingui(linguiConfig),
      babel({ presets: [linguiTransformerBabelPreset({}, linguiConfig)] }),
    ],
    build: {
      outDir: here(`../dist/web/${app}`),
      emptyOutDir: true,
      manifest: true,
      sourcemap: 'hidden',
      assetsInlineLimit: 0,
    },
    server: { fs: { allow: [here('..')] } },
  };
}
