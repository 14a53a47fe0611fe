import { listCircles, readCircle, unseatMember } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

/** Gives the seat back, after saying what follows from it. */
export function LeaveCircle({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const leave = useTell(unseatMember, [listCircles, readCircle, readRotation])
  const [asked, setAsked] = useState(false)
  if (me === undefined) return null
  const go = () =>
    leave.mutate(
      { params: { circleId: circle.id, memberId: me.id } },
      { onSuccess: () => void navigate({ to: '/circles' }) },
    )
  return (
    <p className="circle-leave">
      <button type="button" className="text-link" onClick={() => setAsked(true)}>
        {t('circle.leave.open')}
      </button>
      <Confirm
        opened={asked}
        onClose={() => {
          setAsked(false)
          leave.reset()
        }}
        title={t('circle.leave.title', { circle: circle.name })}
        yes={t('circle.leave.yes')}
        no={t('circle.leave.no')}
        onYes={go}
        busy={leave.isPending}
        danger
      >
        {t(circle.visibility === 'open' ? 'circle.leave.aboutOpen' : 'circle.leave.aboutConfidential')}
        {leave.error === null ? null : <RefusalNotice error={leave.error} />}
      </Confirm>
    </p>
  )
}
