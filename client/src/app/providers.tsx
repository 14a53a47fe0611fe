import { DirectionProvider, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useGuest, useLocale, useSelf } from '../account/index.ts'
import { AsGuestContext } from '../platform/ask.ts'
import { ReaderContext, useReader } from '../ui/reader/reader.ts'
import { resolver, theme } from '../ui/theme/theme.ts'
import { colourSchemeManager } from './colour-scheme.ts'
import { EndTogether } from './end-together.tsx'
import { FollowFacts } from './follow-facts.tsx'
import { KeepTime } from './keep-time.tsx'
import type { buildRouter } from './router.ts'
import { SendWhatWaits } from './send-what-waits.tsx'
import { readerOf, useAccount } from './session.ts'
import { useKeptAnswers } from './use-kept-answers.ts'
import { useOwnSettings } from './use-own-settings.ts'

interface ProvidersProps {
  readonly queries: QueryClient
  readonly router: ReturnType<typeof buildRouter>
}

/** Everything that screens may count on: look, answers, who reads, live facts, addresses. */
export function Providers({ queries, router }: ProvidersProps) {
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolver}
        defaultColorScheme="auto"
        colorSchemeManager={colourSchemeManager}
      >
        <QueryClientProvider client={queries}>
          <Signed>
            <FollowFacts />
            <KeepTime />
            <SendWhatWaits />
            <EndTogether />
            <Notifications position="bottom-center" />
            <RouterProvider router={router} />
          </Signed>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}

function Signed({ children }: { readonly children: ReactNode }) {
  const account = useAccount()
  const isGuest = useGuest() !== undefined
  const self = useSelf()
  // Whoever is not signed in reads dates in the language that their browser asks for.
  const stranger = { ...useReader(), locale: useLocale() }
  useOwnSettings(account)
  useKeptAnswers()
  // Whoever signs in or out begins with fresh screens.
  return (
    <ReaderContext
      key={self === undefined ? 'stranger' : 'member'}
      value={self === undefined ? stranger : readerOf(self)}
    >
      <AsGuestContext value={isGuest}>{children}</AsGuestContext>
    </ReaderContext>
  )
}
