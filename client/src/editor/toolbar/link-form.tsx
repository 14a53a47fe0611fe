import { Button, TextInput } from '@mantine/core'
import { cleanAddress } from '@rondo/shared/document/address.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface LinkFormProps {
  /** The address that the selection has now; empty for none. */
  readonly address: string
  readonly onSave: (address: string) => void
  readonly onRemove: () => void
  readonly onCancel: () => void
}

/** Asks for an address; what is not one is said at once and nothing is changed. */
export function LinkForm({ address, onSave, onRemove, onCancel }: LinkFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(address)
  const [isWrong, setWrong] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const meant = cleanAddress(text) ?? cleanAddress(`https://${text.trim()}`)
    if (meant && isLikely(text)) onSave(meant)
    else setWrong(true)
  }

  return (
    <form className="doc-link-form" onSubmit={submit} noValidate>
      <TextInput
        label={t('editor.linkForm.address')}
        value={text}
        ref={takeFocus}
        inputMode="url"
        autoComplete="off"
        error={isWrong ? t('editor.linkForm.wrong') : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onCancel()
        }}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setWrong(false)
        }}
      />
      <div className="doc-link-buttons">
        {address ? <Button onClick={onRemove}>{t('editor.linkForm.remove')}</Button> : null}
        <Button type="submit">{t('editor.linkForm.save')}</Button>
      </div>
    </form>
  )
}

/** The form opens because somebody asked for it, so the caret goes there. */
const takeFocus = (field: HTMLInputElement | null): void => field?.focus()

/** `example.org` is completed to an address; `javascript:…` or one bare word is not. */
const isLikely = (text: string): boolean =>
  cleanAddress(text) !== undefined || /^[^\s:@]+\.[^\s:@]{2,}(?:[/?#].*)?$/u.test(text.trim())
