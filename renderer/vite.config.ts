import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The window on its own, for the web shell; electron.vite.config.ts builds the same entry for Electron. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../out/renderer', emptyOutDir: true, target: 'chrome140' },
  worker: { format: 'es' },
})
