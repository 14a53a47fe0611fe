import { Button, Group, Select } from '@mantine/core'
import { thankFor } from '@rondo/shared/capture/contract.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { readCircle } from '@rondo/shared/circle/contract.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useAsk, useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { staleByCaptures } from './queries.ts'

interface ThankDialogProps {
  readonly capture: Capture & { readonly circleId: CircleId }
  readonly onClose: () => void
}

/** Thanks somebody of the circle for a win; whoever it names is proposed. */
export function ThankDialog({ capture, onClose }: ThankDialogProps) {
  const { t } = useTranslation()
  const who = useWho()
  const circle = useAsk(readCircle, { params: { circleId: capture.circleId } })
  const thank = useTell(thankFor, staleByCaptures)
  const [chosen, setChosen] = useState<MemberId | null>(null)
  const people = (circle.data?.seats ?? []).map((seat) => who(seat.memberId)).filter((one) => !one.isMe)
  const named = people.find(({ name }) => capture.text.includes(name))
  const memberId = chosen ?? named?.id ?? null
  const give = () => {
    if (memberId === null) return
    thank.mutate({ params: { captureId: capture.id }, body: { memberId } }, { onSuccess: onClose })
  }
  return (
    <Dialog opened onClose={onClose} title={t('capture.thank.title')}>
      <div className="capture-form">
        <p className="capture-form-about">{capture.text}</p>
        <Select
          data-autofocus
          label={t('capture.thank.whom')}
          description={t('capture.thank.about')}
          placeholder={t('capture.thank.choose')}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={memberId}
          onChange={(value) => setChosen(people.find(({ id }) => id === value)?.id ?? null)}
        />
        {thank.error === null ? null : <RefusalNotice error={thank.error} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('capture.thank.not')}
          </Button>
          <Button variant="filled" disabled={memberId === null} loading={thank.isPending} onClick={give}>
            {t('capture.thank.do')}
          </Button>
        </Group>
      </div>
    </Dialog>
  )
}
