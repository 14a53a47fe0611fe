import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'

/** Alphabets that most readers never need come from the network when they do. */
const SELDOM = /-(cyrillic|greek|vietnamese|latin-ext|symbols2)(-ext)?-/
const ENTRY = /<script type="module"[^>]* src="([^"]+)"/

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

/** Paths of all files below a folder, as a browser asks for them. */
const pathsUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .toSorted()

/**
 * Tells the service worker which files make up the app, and writes the name of this build beside the page, where an open tab
 * looks whether there is a newer one.
 */
export function describeBuild(worker: string): Plugin {
  let folder = 'dist'
  return {
    name: 'rondo-describe-build',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: {
      order: 'post',
      handler: () => {
        const page = readFileSync(join(folder, 'index.html'), 'utf8')
        const entry = ENTRY.exec(page)?.[1]
        if (entry === undefined) throw new Error('The page names no script.')
        const own = [`/${worker}`, '/index.html', '/build.json']
        const files = pathsUnder(folder).filter((path) => !own.includes(path) && !SELDOM.test(path))
        const contents = files.map((path) => sha256(readFileSync(join(folder, path))))
        const build = { version: sha256([page, ...contents].join()).slice(0, 16), page: sha256(page), files }
        const code = readFileSync(join(folder, worker), 'utf8')
        if (!code.includes('__BUILD__')) throw new Error('The worker has no place for what the build made.')
        writeFileSync(join(folder, worker), code.replace('__BUILD__', JSON.stringify(build)))
        writeFileSync(join(folder, 'build.json'), JSON.stringify({ entry }))
      },
    },
  }
}
