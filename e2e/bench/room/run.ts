import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findChromium } from '../../world/chromium.ts'
import { median } from '../figures/quantile.ts'
import { quiet, watchOthers } from '../machine/machine-meter.ts'
import { measureCaptures } from './captures.ts'
import { measureTyping } from './typing.ts'

/**
 * `npm run bench:room [-- --only captures,typing --people 30,200 --seconds 60 --rounds 5 --keys 100]`: how long a capture takes into
 * the panels of a full room, what that costs the server, and how long a key takes to its letter in a long page in which
 * others write, beside a Tiptap that stands alone.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'captures,typing' },
    people: { type: 'string', default: '30,200' },
    seconds: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
    keys: { type: 'string', default: '100' },
  },
})

const PATIENCE = { percent: 8, patienceMs: 60_000 }
const GOALS = { capturesP95: 300, typingP95: 50, typingRatio: 1.5 }

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
const verdict = (isMet: boolean): string => (isMet ? 'met' : 'missed')

const browser = await chromium.launch(await findChromium())
const [cpu] = cpus()
console.log(
  `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} × ${cpu?.model}, Node ${process.version}\n`,
)
try {
  if (values.only.includes('captures')) {
    console.log(
      '| people | captures | to the panel: p50, p95, p99 ms | goal: p95 ≤ 300 ms | server: % of a core | memory MB |',
    )
    console.log('| --- | --- | --- | --- | --- | --- |')
    for (const people of values.people.split(',').map(Number)) {
      await quiet([], PATIENCE)
      const { p50, p95, p99, caught, cpu, residentMb } = await measureCaptures(
        browser,
        people,
        Number(values.seconds),
      )
      const lags = [p50, p95, p99].map(ms).join(', ')
      const goal = verdict(p95 <= GOALS.capturesP95)
      console.log(
        `| ${people} | ${caught} | ${lags} | ${goal} | ${cpu.toFixed(0)} | ${residentMb.toFixed(0)} |`,
      )
    }
  }
  if (values.only.includes('typing')) {
    await quiet([], PATIENCE)
    const taken = watchOthers([])
    const rounds = await measureTyping(browser, { rounds: Number(values.rounds), keys: Number(values.keys) })
    const of = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick))
    const p95 = of(({ ours }) => ours.p95)
    const ratio = of(({ ours, bare }) => ours.p95 / bare.p95)
    console.log(
      '\n| key to paint, 2,000 blocks, five others writing | p50 ms | p95 ms |\n| --- | --- | --- |',
    )
    console.log(`| this product | ${ms(of(({ ours }) => ours.p50))} | ${ms(p95)} |`)
    console.log(
      `| a bare Tiptap with the same text, alone | ${ms(of(({ bare }) => bare.p50))} | ${ms(of(({ bare }) => bare.p95))} |`,
    )
    console.log(
      `\np95 at most 50 ms: ${verdict(p95 <= GOALS.typingP95)}. At most 1.5 × bare: ${ratio.toFixed(2)}, ${verdict(ratio <= GOALS.typingRatio)}.`,
    )
    console.error(`  the whole machine was ${taken().toFixed(0)} % busy, browsers included`)
  }
} finally {
  await browser.close()
}
