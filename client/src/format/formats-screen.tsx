import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NoCircle, useCircle } from '../circle/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { useFormats } from './queries.ts'
import { minutesOf, type ShownFormat, useShownFormats } from './shown-formats.ts'
import './formats.css'

/** The formats that a circle can meet in: its own, and those that every circle has. */
export function FormatsScreen() {
  const params = useParams({ strict: false })
  const id = circleId.safeParse(params.circleId)
  return id.success ? <FormatsOf key={id.data} id={id.data} /> : <NoCircle />
}

function FormatsOf({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  const circle = useCircle(id)
  const own = useFormats(id)
  const shown = useShownFormats(id)
  useFrame({
    crumbs: [
      { label: t('circle.all'), to: '/circles' },
      { label: circle.data?.name ?? '…', to: `/circles/${id}` },
      { label: t('format.title') },
    ],
  })
  const error = circle.error ?? own.error
  if (error instanceof Refused && error.status === 404) return <NoCircle />
  return (
    <div className="page formats">
      <h1 tabIndex={-1}>{t('format.title')}</h1>
      <p className="soft measure">{t('format.intro')}</p>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void own.refetch()} />}
      <section aria-labelledby="own-formats">
        <h2 id="own-formats">{t('format.own')}</h2>
        {own.isPending && error === null ? <RowsSkeleton rows={2} /> : null}
        {own.data?.formats.length === 0 ? <p className="faint">{t('format.noneOwn')}</p> : null}
        <FormatList circleId={id} formats={shown.filter((one) => one.own !== undefined)} />
      </section>
      <section aria-labelledby="presets">
        <h2 id="presets">{t('format.presets')}</h2>
        <FormatList circleId={id} formats={shown.filter((one) => one.own === undefined)} />
      </section>
    </div>
  )
}

interface FormatListProps {
  readonly circleId: Circle['id']
  readonly formats: readonly ShownFormat[]
}

function FormatList({ circleId: id, formats }: FormatListProps) {
  const { t } = useTranslation()
  if (formats.length === 0) return null
  return (
    <ul className="format-list">
      {formats.map((format) => (
        <li key={format.id}>
          <TextLink
            to="/circles/$circleId/formats/$formatId"
            params={{ circleId: id, formatId: format.id }}
            className="format-list-name"
          >
            {format.name}
          </TextLink>
          <p>{format.about}</p>
          <p className="faint num">
            {t('format.segmentCount', { count: format.segments.length })}
            {', '}
            {t('format.segments.total', { count: minutesOf(format.segments) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
