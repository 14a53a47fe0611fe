import { Button } from '@mantine/core'
import { readText } from '@rondo/shared/document/read-text.ts'
import { Component, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { Lookups } from './surroundings.ts'

interface BrokenProps {
  readonly doc: Y.Doc
  readonly lookups: Lookups
  readonly onAgain: () => void
  /** Asks the server to take out what keeps the page from opening. */
  readonly onRepair?: (() => Promise<void>) | undefined
}

/** The page as plain text, when it cannot be edited safely: calm, whole, and still following what others write. */
export function Broken({ doc, lookups, onAgain, onRepair }: BrokenProps) {
  const { t } = useTranslation()
  const [, redraw] = useState(0)
  useEffect(() => {
    const follow = () => redraw((count) => count + 1)
    doc.on('update', follow)
    return () => doc.off('update', follow)
  }, [doc])
  return (
    <div className="doc-broken">
      <div role="status" className="doc-broken-note">
        <p>
          <strong>{t('editor.broken.title')}</strong> {t('editor.broken.detail')}
        </p>
        <span className="doc-broken-acts">
          {onRepair === undefined ? null : <RepairButton onRepair={onRepair} onRepaired={onAgain} />}
          <Button variant="default" onClick={onAgain}>
            {t('editor.broken.again')}
          </Button>
        </span>
      </div>
      <div className="doc doc-plain">{plainText(doc, lookups)}</div>
    </div>
  )
}

interface RepairProps {
  readonly onRepair: () => Promise<void>
  readonly onRepaired: () => void
}

function RepairButton({ onRepair, onRepaired }: RepairProps) {
  const { t } = useTranslation()
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  const repair = async () => {
    setState('asking')
    try {
      await onRepair()
      setState('idle')
      onRepaired()
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      {state === 'failed' ? <span role="alert">{t('editor.broken.notRepaired')}</span> : null}
      <Button loading={state === 'asking'} onClick={() => void repair()}>
        {t('editor.broken.repair')}
      </Button>
    </>
  )
}

const plainText = (doc: Y.Doc, lookups: Lookups): string =>
  readText(doc, {
    member: (id) => lookups.member(id)?.name,
    page: (id) => {
      const page = lookups.page(id)
      return typeof page === 'object' ? page.title : undefined
    },
  })

interface BoundaryProps {
  readonly children: ReactNode
  readonly fallback: ReactNode
}

/** Shows the fallback when drawing its children fails. */
export class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
