import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { describeBuild } from './describe-build.ts'

const UPRIGHT_LATIN = /(commissioner|literata)-latin-wght-normal-[^/]*\.woff2$/

/** What every screen stands on. */
const FRAME =
  /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/][^\\/]+|i18next|react-i18next|zod)[\\/]/
/** The editor and the shared document, fetched by the screens that write. */
const EDITOR =
  /node_modules[\\/](@tiptap[\\/][^\\/]+|prosemirror-[^\\/]+|yjs|y-[^\\/]+|lib0|linkifyjs|rope-sequence|orderedmap|w3c-keyname)[\\/]/
/** Our own domain-free parts and the contracts: many small files that are wanted together. */
const PARTS = /client[\\/]src[\\/](ui|platform)[\\/]|shared[\\/]src[\\/][^\\/]+[\\/](contract|model)\.ts/

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

/** The service worker stands at the root, under a name that stays; everything else carries its hash. */
const WORKER = 'worker'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), preloadFonts(), describeBuild(`${WORKER}.js`)],
  build: {
    target: 'es2022',
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    // The editor is one large chunk on purpose; it is fetched once, by the screens that write.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: 'index.html', [WORKER]: 'src/worker/worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          // From the top: what one group has taken, with all that it imports, the next ones leave alone.
          groups: [
            { name: 'frame', priority: 3, test: FRAME },
            { name: 'editor', priority: 2, test: EDITOR },
            { name: 'parts', priority: 1, test: PARTS },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/files': server,
      '/live': { target: server, ws: true },
      '/sync': { target: server, ws: true },
    },
  },
})
