import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The staff application, the page for work without network, and the style sheet of the pages that the server renders for women. */
export default defineConfig({
  root: 'web',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    rollupOptions: {
      input: {
        staff: 'web/staff/index.html',
        offline: 'web/offline/index.html',
        sw: 'web/offline/sw.ts',
        citizen: 'web/citizen/citizen.css',
      },
      // A service worker rules over the folder it lies in, and keeps its name.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'offline/sw.js' : 'assets/[name]-[hash].js') },
      // The package does not say so itself: its unused components may be left out (0.3 MB of script less).
      treeshake: { moduleSideEffects: [{ test: /designsystemet-react/, sideEffects: false }] },
    },
  },
});
