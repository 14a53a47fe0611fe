import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { growPage } from '@rondo/shared/capture/contract.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { CAPTURE_KINDS, type CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { KindIcon } from '../ui/kind/kind.tsx'
import { LateMenu } from '../ui/menu/late-menu.tsx'
import { actsOf, type CaptureAct } from './acts.ts'
import { AskDialog } from './ask-dialog.tsx'
import { DateDialog } from './date-dialog.tsx'
import { DropDialog } from './drop-dialog.tsx'
import { pageTitleOf } from './page-title.ts'
import { staleByCaptures, useDropCapture } from './queries.ts'
import { ThankDialog } from './thank-dialog.tsx'
import './capture-acts.css'

interface CaptureActsProps {
  readonly capture: Capture
  /** Sees it as another kind; left out where that is not offered. */
  readonly onKind?: ((kind: CaptureKind) => void) | undefined
}

/** What can become of a capture, behind three dots. */
export function CaptureActs({ capture, onKind }: CaptureActsProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<CaptureAct>()
  const run = useRunAct(capture)
  const acts = actsOf(capture)
  if (acts.length === 0 && onKind === undefined) return null
  const take = (act: CaptureAct) => {
    if (!run(act)) setAsked(act)
  }
  return (
    <>
      <LateMenu className="capture-acts" width={240} label={t('capture.acts', { text: capture.text })}>
        {acts.map((act) => (
          <Menu.Item key={act} onClick={() => take(act)}>
            {t(`capture.act.${act}`)}
          </Menu.Item>
        ))}
        {onKind === undefined ? null : <Kinds kind={capture.kind} onKind={onKind} />}
      </LateMenu>
      <ActDialog capture={capture} act={asked} onClose={() => setAsked(undefined)} />
    </>
  )
}

interface KindsProps {
  readonly kind: CaptureKind
  readonly onKind: (kind: CaptureKind) => void
}

function Kinds({ kind, onKind }: KindsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Menu.Label>{t('capture.seeAs')}</Menu.Label>
      {CAPTURE_KINDS.filter((one) => one !== kind).map((one) => (
        <Menu.Item key={one} leftSection={<KindIcon kind={one} />} onClick={() => onKind(one)}>
          {t(`ui.kind.${one}`)}
        </Menu.Item>
      ))}
    </>
  )
}

/** Does what needs no more words, and answers whether it did. */
function useRunAct(capture: Capture): (act: CaptureAct) => boolean {
  const { t, i18n } = useTranslation()
  const drop = useDropCapture()
  const grow = useTell(growPage, staleByCaptures)
  const params = { captureId: capture.id }
  const onError = () => notifications.show({ message: t('capture.notDone') })
  return (act) => {
    if (act === 'take-up') {
      drop.mutate({ capture, reason: null }, { onError })
    } else if (act === 'grow') {
      const title = pageTitleOf(capture.text) || t('capture.pageTitle', { lng: i18n.language })
      grow.mutate({ params, body: { title } }, { onError })
    } else return false
    return true
  }
}

interface ActDialogProps {
  readonly capture: Capture
  readonly act: CaptureAct | undefined
  readonly onClose: () => void
}

/** The dialog of an act that asks for more. */
export function ActDialog({ capture, act, onClose }: ActDialogProps) {
  const { circleId } = capture
  switch (act) {
    case 'drop':
      return <DropDialog capture={capture} onClose={onClose} />
    case 'date':
      return <DateDialog capture={capture} onClose={onClose} />
    case 'ask':
    case 'help':
      return <AskDialog capture={capture} onClose={onClose} />
    case 'thank':
      return circleId === null ? null : (
        <ThankDialog capture={{ ...capture, circleId: circleId satisfies CircleId }} onClose={onClose} />
      )
    default:
      return null
  }
}
