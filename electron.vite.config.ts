import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { ownLanguage } from './build/scripts/own-language.ts'

/**
 * Threads and the utility process are entries beside main, because each is started by its file's address. A sandboxed preload
 * can load neither ES modules nor packages: it comes out as one CommonJS file.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: 'electron/main/index.ts',
          'entry.utility': 'electron/library/entry.utility.ts',
          'entry.reader': 'electron/library/entry.reader.ts',
          'entry.check': 'electron/library/entry.check.ts',
          'entry.worker': 'electron/library/entry.worker.ts',
          'entry.embed': 'electron/library/entry.embed.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), ownLanguage()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      rollupOptions: { input: { index: 'renderer/index.html' } },
    },
  },
})
