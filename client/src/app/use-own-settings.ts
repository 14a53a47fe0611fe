import { useMantineColorScheme } from '@mantine/core'
import type { Account } from '@rondo/shared/account/model.ts'
import { useEffect } from 'react'
import { speak } from '../platform/i18n.ts'

/** Language and colours follow the account to every device. */
export function useOwnSettings(account: Account | undefined): void {
  const { setColorScheme } = useMantineColorScheme()
  const locale = account?.locale
  const scheme = account?.colourScheme
  useEffect(() => {
    if (locale !== undefined) void speak(locale)
  }, [locale])
  useEffect(() => {
    if (scheme !== undefined) setColorScheme(scheme)
  }, [scheme, setColorScheme])
}
