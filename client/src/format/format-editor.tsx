import { Textarea, TextInput } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { OwnFormat } from '@rondo/shared/format/model.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { Changed } from './changed.tsx'
import { EditorActions } from './editor-actions.tsx'
import {
  type DraftField,
  draftOfFormat,
  type FormatDraft,
  isChanged,
  newerThan,
  wrongIn,
} from './format-draft.ts'
import { RolesField } from './roles-field.tsx'
import { SegmentFields } from './segment-fields.tsx'
import { type ShownFormat, shownOf } from './shown-formats.ts'
import { useEditing } from './use-editing.ts'

interface FormatEditorProps {
  readonly circle: Circle
  /** As it was when the editor opened. */
  readonly opened: ShownFormat
  /** As it is now; undefined once it was removed. */
  readonly now: ShownFormat | undefined
  /** The circle's own ones. */
  readonly formats: readonly OwnFormat[]
}

/** A format to be changed: its words, segments, roles and page. Nothing typed is lost when somebody else was faster. */
export function FormatEditor({ circle, opened, now, formats }: FormatEditorProps) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState(opened)
  const [draft, setDraft] = useState<FormatDraft>(() => draftOfFormat(opened))
  const [tried, setTried] = useState(false)
  const wrong: ReadonlySet<DraftField> = tried ? wrongIn(draft) : new Set()
  const settle = (own: OwnFormat) => {
    setSeen(shownOf(own))
    setDraft(draftOfFormat(own))
  }
  const editing = useEditing({ circle, seen, draft, formats, onSaved: settle })
  const newer = newerThan(seen.own, now)
  const change = (part: Partial<FormatDraft>) => setDraft((before) => ({ ...before, ...part }))
  const mayChange = circle.standing === 'host' && seen.own !== undefined && now !== undefined

  const whenRight = (send: () => void) => {
    setTried(true)
    if (wrongIn(draft).size === 0) send()
    else
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.format-editor [aria-invalid="true"]')?.focus(),
      )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    whenRight(mayChange ? editing.change : editing.save)
  }
  return (
    <form className="format-editor" onSubmit={submit} noValidate>
      <header>
        <h1 tabIndex={-1}>{seen.name}</h1>
        <p className="soft">{t(seen.own === undefined ? 'format.isPreset' : 'format.isOwn')}</p>
      </header>
      {newer === undefined ? null : (
        <Changed
          newer={newer}
          isTouched={isChanged(draft, seen)}
          onTheirs={() => settle(newer)}
          onMine={() => setSeen(shownOf(newer))}
        />
      )}
      {seen.own !== undefined && now === undefined ? <p role="status">{t('format.gone')}</p> : null}
      <div className="format-words">
        <TextInput
          label={t('format.name')}
          maxLength={60}
          value={draft.name}
          error={wrong.has('name') ? t('format.nameWrong') : undefined}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('format.about')}
          maxLength={160}
          value={draft.about}
          error={wrong.has('about') ? t('format.aboutWrong') : undefined}
          onChange={(event) => change({ about: event.currentTarget.value })}
        />
      </div>
      <SegmentFields
        withParts
        drafts={draft.segments}
        tried={tried}
        onChange={(segments) => change({ segments })}
      />
      <RolesField
        circleId={circle.id}
        value={draft.roles}
        wrong={wrong.has('roles')}
        onChange={(roles) => change({ roles })}
      />
      <Textarea
        label={t('format.page')}
        description={t('format.pageHelp')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        value={draft.page}
        error={wrong.has('page') ? t('format.pageWrong') : undefined}
        onChange={(event) => change({ page: event.currentTarget.value })}
      />
      {editing.problem === null ? null : <RefusalNotice error={editing.problem} />}
      <EditorActions
        circle={circle}
        isOwn={seen.own !== undefined && now !== undefined}
        mayChange={mayChange}
        isTouched={isChanged(draft, seen)}
        pending={editing.pending}
        onSave={() => whenRight(editing.save)}
        onRemove={editing.remove}
      />
    </form>
  )
}
