import { Button, Checkbox, FileInput, SegmentedControl, TextInput } from '@mantine/core'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { Upload } from '@rondo/shared/media/model.ts'
import { beginUpload, listRecordings } from '@rondo/shared/recording/contract.ts'
import { recordingUrl } from '@rondo/shared/recording/model.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { ACCEPTED } from './accepted.ts'
import { useAddLink } from './queries.ts'

interface AddDialogProps {
  readonly meetingId: MeetingId
  readonly mostBytes: number
  readonly opened: boolean
  readonly onClose: () => void
  readonly onUpload: (upload: Upload, file: File) => Promise<void>
}

/** Adds a recording: a file from this device, or a link to where it is. */
export function AddDialog(props: AddDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('recording.addTitle')}>
      <AddForm {...props} />
    </Dialog>
  )
}

function AddForm({ meetingId, mostBytes, onClose, onUpload }: AddDialogProps) {
  const { t, i18n } = useTranslation()
  const [way, setWay] = useState<'file' | 'link'>('file')
  const [file, setFile] = useState<File | null>(null)
  const [url, setUrl] = useState('')
  const [isAgreed, setAgreed] = useState(false)
  const [isTried, setTried] = useState(false)
  const addLink = useAddLink()
  const begin = useTell(beginUpload, [listRecordings])
  const params = { meetingId }
  const isUrl = recordingUrl.safeParse(url).success
  const gigabytes = new Intl.NumberFormat(i18n.resolvedLanguage, { maximumFractionDigits: 1 })
  const submit = async () => {
    if (!isAgreed) return
    if (way === 'link' && isUrl) {
      await addLink.mutateAsync({ params, body: { url, consent: true } })
      return onClose()
    }
    if (way === 'file' && file !== null) {
      const label = file.name.slice(0, 200)
      const upload = await begin.mutateAsync({ params, body: { label, bytes: file.size, consent: true } })
      onClose()
      await onUpload(upload, file)
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    submit().catch(() => undefined)
  }
  const problem = way === 'link' ? addLink.error : begin.error
  return (
    <form className="recording-add" onSubmit={onSubmit} noValidate>
      <SegmentedControl
        value={way}
        onChange={(value) => setWay(value)}
        aria-label={t('recording.way')}
        data={[
          { value: 'file', label: t('recording.wayFile') },
          { value: 'link', label: t('recording.wayLink') },
        ]}
      />
      {way === 'file' ? (
        <FileInput
          label={t('recording.file')}
          description={t('recording.fileHow', { size: gigabytes.format(mostBytes / 1e9) })}
          placeholder={t('recording.fileChoose')}
          accept={ACCEPTED}
          value={file}
          onChange={setFile}
          error={isTried && file === null ? t('recording.fileWrong') : undefined}
        />
      ) : (
        <TextInput
          label={t('recording.link')}
          description={t('recording.linkHow')}
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={isTried && !isUrl ? t('recording.linkWrong') : undefined}
        />
      )}
      <Checkbox
        label={t('recording.agreed')}
        checked={isAgreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
        error={isTried && !isAgreed ? t('recording.agreedWrong') : undefined}
      />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="recording-acts">
        <Button variant="subtle" onClick={onClose}>
          {t('recording.cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={addLink.isPending || begin.isPending}>
          {t('recording.add')}
        </Button>
      </div>
    </form>
  )
}
