import { defineConfig } from '@playwright/test'
import { findChromium } from './world/chromium.ts'

/** Journeys start servers of their own, each on a free port with an empty data folder, so they run side by side. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'results/journeys',
  forbidOnly: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: await findChromium(),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // It would keep the whole app for each of some hundred windows; the journeys that are about it allow it.
    serviceWorkers: 'block',
    // Recording every window costs as much as the windows themselves; `npm run journeys -- WORDS --trace on` does it for one.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
