import { runStages } from './run-stages.ts'
import { stages } from './steps.ts'

/** `npm test` runs everything; `npm run check` (`--static`) stops before anything of the product runs. */
const chosen = process.argv.includes('--static') ? stages.static : stages.all
const { passed, failed } = await runStages(chosen, console.log)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
