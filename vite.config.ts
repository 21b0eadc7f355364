import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The staff application, and the style sheet of the pages that the server renders for women. */
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
      input: { staff: 'web/staff/index.html', citizen: 'web/citizen/citizen.css' },
      // The package does not say so itself: its unused components may be left out (0.3 MB of script less).
      treeshake: { moduleSideEffects: [{ test: /designsystemet-react/, sideEffects: false }] },
    },
  },
});
