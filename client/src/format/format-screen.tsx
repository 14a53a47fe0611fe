import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoCircle, useCircle } from '../circle/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { FormatEditor } from './format-editor.tsx'
import { useFormats } from './queries.ts'
import { type ShownFormat, useShownFormats } from './shown-formats.ts'
import './formats.css'

/** One format of a circle, to be read, changed, and kept as the circle's own. */
export function FormatScreen() {
  const { circleId: circle, formatId } = useParams({ strict: false })
  const id = circleId.safeParse(circle)
  return id.success ? (
    <FormatOf key={`${id.data} ${formatId}`} id={id.data} formatId={formatId ?? ''} />
  ) : (
    <NoCircle />
  )
}

interface FormatOfProps {
  readonly id: Circle['id']
  readonly formatId: string
}

function FormatOf({ id, formatId }: FormatOfProps) {
  const { t } = useTranslation()
  const circle = useCircle(id)
  const own = useFormats(id)
  const shown = useShownFormats(id)
  const found = shown.find((format) => format.id === formatId)
  // What one edits does not vanish with the format: it can be kept under its name again.
  const [opened, setOpened] = useState<ShownFormat | undefined>(found)
  if (opened === undefined && found !== undefined) setOpened(found)
  useFrame({
    crumbs: [
      { label: circle.data?.name ?? '…', to: `/circles/${id}` },
      { label: t('format.title'), to: `/circles/${id}/formats` },
      { label: opened?.name ?? '…' },
    ],
  })
  const error = circle.error ?? own.error
  if (error instanceof Refused && error.status === 404) return <NoCircle />
  const isReady = circle.data !== undefined && own.data !== undefined
  return (
    <div className="page formats">
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void own.refetch()} />}
      {isReady || error !== null ? null : <TextSkeleton title lines={8} />}
      {isReady && opened === undefined ? <NoFormat id={id} /> : null}
      {isReady && opened !== undefined ? (
        <FormatEditor circle={circle.data} opened={opened} now={found} formats={own.data.formats} />
      ) : null}
    </div>
  )
}

function NoFormat({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('format.title')}
      sentence={t('format.notHere')}
      action={
        <ButtonLink to="/circles/$circleId/formats" params={{ circleId: id }}>
          {t('format.toAll')}
        </ButtonLink>
      }
    />
  )
}
