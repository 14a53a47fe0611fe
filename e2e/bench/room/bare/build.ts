import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The bare editor as one script. */
export const buildBareEditor = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('./editor.ts', import.meta.url)), formats: ['iife'], name: 'bare' },
    },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('The bare editor could not be built.')
  return output.output[0].code
}
