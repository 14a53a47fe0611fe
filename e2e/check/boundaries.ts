import { globSync } from 'node:fs'
import { z } from 'zod'
import { fail, type Outcome, pass, root, runNode, type Step } from './step.ts'

const workspaces = ['client', 'server', 'shared', 'e2e']
const ours = /^(client|server|shared|e2e)\/(?!.*node_modules\/).*\.tsx?$/

const cruised = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

export interface Cruise {
  /** Our source files that were read. */
  files: string[]
  imports: number
  violations: { from: string; to: string; rule: string }[]
}

/** Follows every import below `folder` by the rules of the house. */
export async function cruise(folder: string): Promise<Cruise> {
  const { output } = await runNode(
    [
      `${root}/node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`,
      '--config',
      `${root}/.dependency-cruiser.mjs`,
      '--output-type',
      'json',
      ...workspaces,
    ],
    {},
    folder,
  )
  const { modules, summary } = cruised.parse(JSON.parse(output))
  const read = modules.filter(({ source }) => ours.test(source))
  return {
    files: read.map(({ source }) => source),
    imports: read.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    violations: summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name })),
  }
}

/**
 * A cruise that saw nothing finds nothing wrong, so it counts only if it read every source file there is and followed
 * at least as many imports as there are files.
 */
export function judge({ files, imports, violations }: Cruise, onDisk: string[]): Outcome {
  const seen = new Set(files)
  const missed = onDisk.filter((file) => !seen.has(file))
  if (onDisk.length === 0 || missed.length > 0 || imports < files.length)
    return fail(
      [
        `Cruised ${files.length} of ${onDisk.length} source files and ${imports} imports; not read:`,
        ...missed,
      ].join('\n'),
    )
  if (violations.length > 0)
    return fail(violations.map(({ from, to, rule }) => `${rule}: ${from} → ${to}`).join('\n'))
  return pass()
}

const sourceFiles = (): string[] =>
  globSync(
    workspaces.map((folder) => `${folder}/**/*.{ts,tsx}`),
    {
      cwd: root,
      exclude: (path) => /(^|\/)(node_modules|dist|results)$/.test(path),
    },
  )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.d.ts'))

export const boundaries: Step = {
  name: 'import boundaries',
  run: async () => judge(await cruise(root), sourceFiles()),
}
