import './ui/theme/index.css'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './ui/theme/fonts.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { showColourScheme } from './app/colour-scheme.ts'
import { messages } from './app/messages.ts'
import { Providers } from './app/providers.tsx'
import { buildQueries } from './app/queries.ts'
import { buildRouter } from './app/router.ts'
import { tidyDevice } from './app/tidy-device.ts'
import { startShell } from './app/update/start-shell.ts'
import { rememberWhatPagesNeed } from './app/use-kept-answers.ts'
import { languageOf, startI18n } from './platform/i18n.ts'

showColourScheme()
rememberWhatPagesNeed()
await Promise.all([startI18n(messages, languageOf(navigator.languages)), tidyDevice()])

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
const queries = buildQueries()
createRoot(root).render(
  <StrictMode>
    <Providers queries={queries} router={buildRouter(queries)} />
  </StrictMode>,
)
startShell()
