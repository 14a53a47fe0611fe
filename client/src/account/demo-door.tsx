import { Button } from '@mantine/core'
import { setUpDemo } from '@rondo/shared/account/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { RingTable } from '../ui/ring/ring-table.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useChangeOver } from './enter.ts'
import { ownZone } from './own-zone.ts'
import { useLocale } from './use-locale.ts'

const table = ['Priya Raman', 'Jonas Weber', 'Leyla Demir', 'Wanjiru Kamau', 'Hana Sato', 'Thiago Gomes'].map(
  (name, index) => ({ id: name, name, colour: index + 1 }),
)

/** A workspace full of life, for whoever wants to look before deciding. */
export function DemoDoor({ code }: { readonly code: string | undefined }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const changeOver = useChangeOver()
  const demo = useMutation({
    mutationFn: async () => {
      const body = { timeZone: ownZone(), locale, ...(code === undefined ? {} : { code: code.trim() }) }
      await call(setUpDemo, { body })
      await changeOver()
    },
  })
  return (
    <aside className="door-demo" aria-labelledby="demo-title">
      <RingTable seats={table} size={188} lit={0} next={1} label={t('account.demo.ring')} />
      <h2 id="demo-title">{t('account.demo.title')}</h2>
      <p className="soft">{t('account.demo.about')}</p>
      <Button onClick={() => demo.mutate()} loading={demo.isPending}>
        {t('account.demo.do')}
      </Button>
      <p className="text-small faint" role="status">
        {demo.isPending ? t('account.demo.filling') : ''}
      </p>
      {demo.error === null ? null : <RefusalNotice error={demo.error} />}
    </aside>
  )
}
