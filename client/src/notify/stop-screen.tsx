import { Button } from '@mantine/core'
import { readSubscription, unsubscribe } from '@rondo/shared/notify/contract.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { Unreachable } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import './notify.css'

/** What the link of a mail opens: one button that ends such mails. Opening it alone, as programs do, changes nothing. */
export function StopMailsScreen() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/porch/unsubscribe/$token' })
  const { data, error, refetch } = useQuery({
    queryKey: [readSubscription.path, token],
    queryFn: () => call(readSubscription, { body: { token } }),
    retry: false,
  })
  const stop = useMutation({
    mutationFn: () => call(unsubscribe, { body: { token } }),
    onSuccess: () => refetch(),
  })
  useFrame({ crumbs: [{ label: t('notify.stop.tab') }] })
  if (error instanceof Unreachable) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (error !== null) return <End title={t('notify.stop.unknown')} sentence={t('notify.stop.unknownAbout')} />
  if (data === undefined) return <TextSkeleton title lines={3} />
  if (!data.isOn) return <End title={t('notify.stop.done')} sentence={t('notify.stop.doneAbout')} />
  const { topic, workspaceName: workspace } = data
  return (
    <div className="stop-mails">
      <h1 tabIndex={-1}>{t(topic === null ? 'notify.stop.askAll' : 'notify.stop.ask')}</h1>
      <p>
        {topic === null
          ? t('notify.stop.aboutAll', { workspace })
          : t('notify.stop.about', { workspace, topic: t(`notify.topic.${topic}`) })}
      </p>
      <p className="soft">{t('notify.stop.safe')}</p>
      <Button variant="filled" onClick={() => stop.mutate()} loading={stop.isPending}>
        {t(topic === null ? 'notify.stop.doAll' : 'notify.stop.do')}
      </Button>
      {stop.error === null ? null : <RefusalNotice error={stop.error} />}
    </div>
  )
}

function End({ title, sentence }: { readonly title: string; readonly sentence: string }) {
  const { t } = useTranslation()
  return (
    <div className="stop-mails">
      <EmptyState
        title={title}
        sentence={sentence}
        action={<ButtonLink to="/">{t('notify.stop.start')}</ButtonLink>}
      />
    </div>
  )
}
