import path from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    // The texts that react-aria brings in thirty languages are half of a date field.
    { ...optimizeLocales.vite({ locales: ['sv-SE', 'en-GB'] }), enforce: 'pre' },
  ],
  resolve: {
    alias: [{ find: /^@rt\/([^/]+)$/, replacement: path.join(root, 'libs/$1/src/index.ts') }],
  },
  build: {
    outDir: path.join(root, 'dist/web'),
    emptyOutDir: true,
    // A style sheet or font inside a data: address is what the policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
    // The domain and the rules are pure: what a page does not call from them is left out.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/libs\/(domain|rules)\//.test(id) } },
  },
  server: {
    // `npm run dev` starts the API on this port.
    proxy: { '/api': { target: process.env['RT_API'] ?? 'http://127.0.0.1:3000' } },
  },
});
