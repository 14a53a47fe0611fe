import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const UPRIGHT_LATIN = /(commissioner|literata)-latin-wght-normal-[^/]*\.woff2$/

/** The two fonts of every first screen are asked for with the page, not after the stylesheet. */
function preloadFonts(): Plugin {
  return {
    name: 'rondo-preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => UPRIGHT_LATIN.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  }
}

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), preloadFonts()],
  build: {
    target: 'es2022',
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'editor',
              test: /node_modules[\\/].*(tiptap|prosemirror|yjs|y-protocols|y-websocket|lib0)/,
            },
            { name: 'frame', test: /node_modules[\\/].*(react|react-dom|scheduler|@tanstack|i18next)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/live': { target: server, ws: true },
      '/sync': { target: server, ws: true },
    },
  },
})
