import { boundaries } from './boundaries.ts'
import { type Step, toolStep } from './step.ts'
import { journeysStep, vitestStep } from './test-steps.ts'

const types = (workspace: string): Step =>
  toolStep(`types of ${workspace}`, 'node_modules/typescript/bin/tsc', '-p', workspace)

/** What can be seen without running the product. */
const staticSteps: Step[] = [
  toolStep('tidy manifests', 'node_modules/sherif/index.js'),
  toolStep(
    'format',
    'node_modules/@biomejs/biome/bin/biome',
    'ci',
    '--colors=off',
    '--diagnostic-level=warn',
    '--error-on-warnings',
    '.',
  ),
  toolStep('lint', 'node_modules/oxlint/bin/oxlint', '--format=unix'),
  types('shared'),
  types('server'),
  types('client'),
  types('e2e'),
  boundaries,
  toolStep('dead code', 'node_modules/knip/bin/knip.js', '--no-progress'),
]

const build: Step = toolStep('client build', 'server/bin/build-client.mjs')

/** Stages follow one another; the steps within a stage are independent, and two of them run at a time. */
export const stages = {
  static: [staticSteps],
  all: [
    [...staticSteps, build],
    [vitestStep('unit and property tests', 'shared', 'server', 'outside', 'client', 'house')],
    [journeysStep],
    [vitestStep('faults', 'faults')],
  ],
} satisfies Record<string, Step[][]>
