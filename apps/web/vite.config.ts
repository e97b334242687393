import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

/** What the page of whoever answers online needs too; all else that pages share is the staff's, and that page loads none of it. */
const everybodys = [
  /preload-helper/,
  /node_modules\/(react|react-dom|scheduler|@tanstack|openapi-fetch)\//,
  /\/libs\//,
  /\/ui\/clock\./,
  /\/platform\/(api|problem|store|query-client|announcer|autosave\/|session\/(lock-store|last-input|session-queries))/,
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['@samenoud/source', 'module', 'browser', 'development|production'] },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: api } } },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and pictures stay files of their own: the content policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700, // what every page shares is one file, and a newcomer need not read of it
    // left alone every page asks for some eighty small files, each a round trip over a slow line
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'everybody', priority: 1, test: (id) => everybodys.some((path) => path.test(id)) },
            { name: 'staff', minShareCount: 3 },
          ],
        },
      },
    },
  },
});
