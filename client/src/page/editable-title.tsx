import { Button } from '@mantine/core'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { pageTitle } from '@rondo/shared/page/model.ts'
import { IconPencil } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../platform/refused.ts'
import { useRenamePage } from './queries.ts'
import './editable-title.css'

interface EditableTitleProps {
  readonly page: { readonly id: PageId; readonly title: string }
  readonly mayRename: boolean
  /** A finished page reads larger. */
  readonly large?: boolean
  readonly onRenamed?: (title: string) => void
}

/** The title of a page as its heading, with a way to rename it for those who may. */
export function EditableTitle({ page, mayRename, large = false, onRenamed }: EditableTitleProps) {
  const { t } = useTranslation()
  const [renaming, setRenaming] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const close = () => {
    setRenaming(false)
    requestAnimationFrame(() => pencil.current?.focus())
  }
  return (
    <div className="page-title" data-large={large}>
      {renaming ? (
        <>
          <h1 className="visually-hidden">{page.title}</h1>
          <RenameForm page={page} onClose={close} onRenamed={onRenamed} />
        </>
      ) : (
        <h1 tabIndex={-1}>{page.title}</h1>
      )}
      {mayRename && !renaming ? (
        <button
          ref={pencil}
          type="button"
          className="page-title-pencil"
          aria-label={t('page.rename')}
          title={t('page.rename')}
          onClick={() => setRenaming(true)}
        >
          <IconPencil size={18} stroke={1.5} aria-hidden="true" />
        </button>
      ) : null}
    </div>
  )
}

interface RenameFormProps {
  readonly page: EditableTitleProps['page']
  readonly onClose: () => void
  readonly onRenamed: EditableTitleProps['onRenamed'] | undefined
}

function RenameForm({ page, onClose, onRenamed }: RenameFormProps) {
  const { t } = useTranslation()
  const rename = useRenamePage()
  const [title, setTitle] = useState(page.title)
  const field = useRef<HTMLTextAreaElement>(null)
  const noteId = useId()
  const parsed = pageTitle.safeParse(title)
  useEffect(() => field.current?.select(), [])

  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (!parsed.success) return
    if (parsed.data === page.title) return onClose()
    rename.mutate(
      { page, title: parsed.data },
      {
        onSuccess: (renamed) => {
          onRenamed?.(renamed.title)
          onClose()
        },
        onError: () => field.current?.focus(),
      },
    )
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  return (
    <form className="page-title-form" onSubmit={save}>
      <textarea
        ref={field}
        rows={1}
        value={title}
        aria-label={t('page.titleField')}
        aria-invalid={!parsed.success}
        aria-describedby={noteId}
        onChange={(event) => setTitle(event.currentTarget.value.replaceAll('\n', ' '))}
        onKeyDown={keys}
      />
      <p id={noteId} className="page-title-note" role="status">
        {parsed.success ? <RenameProblem error={rename.error} title={page.title} /> : t('page.titleWrong')}
      </p>
      <div className="page-title-actions">
        <Button size="compact-sm" type="submit" loading={rename.isPending} disabled={!parsed.success}>
          {t('page.saveTitle')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          {t('page.keepTitle')}
        </Button>
      </div>
    </form>
  )
}

/** Why it was not renamed: somebody was faster, or the server is away. The typed words stay in the field. */
function RenameProblem({ error, title }: { readonly error: Error | null; readonly title: string }) {
  const { t } = useTranslation()
  if (error === null) return null
  if (error instanceof Refused && error.code === 'conflict') return t('page.renamedMeanwhile', { title })
  return error instanceof Refused ? error.detail : t('page.notRenamed')
}
