import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './states.css'

/** Bones have no names: their place is what they are. */
function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

/** A title and some lines of text on their way. */
export function TextSkeleton({
  lines = 3,
  title = false,
}: {
  readonly lines?: number
  readonly title?: boolean
}) {
  return (
    <Loading>
      {title ? <i className="bone bone-title" /> : null}
      {places(lines).map((index) => (
        <i key={index} className="bone" style={{ inlineSize: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </Loading>
  )
}

/** Rows of people or things on their way. */
export function RowsSkeleton({
  rows = 3,
  round = false,
}: {
  readonly rows?: number
  readonly round?: boolean
}) {
  return (
    <Loading>
      {places(rows).map((index) => (
        <span key={index} className="bone-row">
          {round ? <i className="bone bone-round" /> : null}
          <span className="bone-lines">
            <i className="bone" style={{ inlineSize: `${70 - ((index * 13) % 25)}%` }} />
            <i className="bone" style={{ inlineSize: `${92 - ((index * 29) % 50)}%` }} />
          </span>
        </span>
      ))}
    </Loading>
  )
}

/** The ring of a circle on its way. */
export function RingSkeleton({ size = 240 }: { readonly size?: number }) {
  return (
    <Loading>
      <i className="bone-ring" style={{ inlineSize: size, blockSize: size }} />
    </Loading>
  )
}

function Loading({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="skeleton" role="status" aria-label={t('ui.loading')}>
      {children}
    </div>
  )
}
