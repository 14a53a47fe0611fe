/**
 * `npm run dev`: the server, starting anew whenever a file of it changes, and Vite before it, which hands changed
 * modules to the open browser. The page comes from Vite, so its address is the one whose Origin the server expects.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const from = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const vitePort = 5173

const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', from('server/src/main.ts')], {
    env: { ...process.env, PORT: '3000', PUBLIC_URL: `http://localhost:${vitePort}` },
    stdio: 'inherit',
  }),
  spawn(
    process.execPath,
    [from('client/node_modules/vite/bin/vite.js'), `--port=${vitePort}`, '--strictPort'],
    {
      cwd: from('client'),
      stdio: 'inherit',
    },
  ),
]

const stop = (): void => {
  for (const child of children) child.kill('SIGTERM')
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
for (const child of children) child.on('close', stop)
