import { Button, CopyButton, TextInput } from '@mantine/core'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { useEndFeed, useFeeds, useRenewFeed } from './queries.ts'
import './feed.css'

/** A link for calendar programs: made, shown once, renewed, or killed. */
export function FeedLink({
  circleId,
  about,
}: {
  readonly circleId: CircleId | null
  readonly about: string
}) {
  const { data, error, refetch } = useFeeds()
  const made = data?.feeds.find((feed) => feed.circleId === circleId)
  return (
    <div className="feed">
      <p className="soft measure">{about}</p>
      {data === undefined ? (
        error === null ? (
          <TextSkeleton lines={1} />
        ) : (
          <RefusalNotice error={error} onAgain={() => void refetch()} />
        )
      ) : (
        <Link circleId={circleId} madeAt={made?.madeAt} />
      )}
    </div>
  )
}

function Link({
  circleId,
  madeAt,
}: {
  readonly circleId: CircleId | null
  readonly madeAt: number | undefined
}) {
  const { t } = useTranslation()
  const renew = useRenewFeed()
  const end = useEndFeed()
  const [asking, setAsking] = useState<'renew' | 'end' | null>(null)
  const make = () => renew.mutate({ body: { circleId } }, { onSettled: () => setAsking(null) })
  const kill = () =>
    end.mutate({ body: { circleId } }, { onSuccess: () => renew.reset(), onSettled: () => setAsking(null) })
  const error = renew.error ?? end.error
  if (madeAt === undefined && renew.data === undefined)
    return (
      <>
        {error === null ? null : <RefusalNotice error={error} />}
        <Button loading={renew.isPending} onClick={make}>
          {t('feed.make')}
        </Button>
      </>
    )
  return (
    <>
      {renew.data === undefined ? <Made madeAt={madeAt} /> : <Once url={renew.data.url} />}
      {error === null ? null : <RefusalNotice error={error} />}
      <div className="feed-acts">
        <Button size="compact-sm" onClick={() => setAsking('renew')}>
          {t('feed.renew')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking('end')}>
          {t('feed.end')}
        </Button>
      </div>
      <Confirm
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t(asking === 'end' ? 'feed.endTitle' : 'feed.renewTitle')}
        yes={t(asking === 'end' ? 'feed.end' : 'feed.renew')}
        no={t('feed.keep')}
        onYes={asking === 'end' ? kill : make}
        danger={asking === 'end'}
        busy={renew.isPending || end.isPending}
      >
        <p>{t(asking === 'end' ? 'feed.endAbout' : 'feed.renewAbout')}</p>
      </Confirm>
    </>
  )
}

function Made({ madeAt }: { readonly madeAt: number | undefined }) {
  const { t } = useTranslation()
  return (
    <p className="text-small">
      {t('feed.madeOn')} {madeAt === undefined ? null : <DayText at={madeAt} />}. {t('feed.shownOnce')}
    </p>
  )
}

function Once({ url }: { readonly url: string }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="feed-once">
        <TextInput
          label={t('feed.link')}
          value={url}
          readOnly
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button variant="filled" onClick={copy}>
              {t(copied ? 'feed.copied' : 'feed.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className="text-small soft" role="status">
        {t('feed.once')}
      </p>
    </>
  )
}
