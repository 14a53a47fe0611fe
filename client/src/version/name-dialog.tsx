import { Button, Group, TextInput } from '@mantine/core'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { keepVersion } from '@rondo/shared/version/contract.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { useTranslation } from 'react-i18next'
import { Refused } from '../platform/refused.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { ErrorNotice } from '../ui/states/error-notice.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useKeepVersion, useNameVersion } from './queries.ts'

interface NameDialogProps {
  readonly pageId: PageId
  /** The version that gets the name; undefined: the page as it is now. */
  readonly version?: Version | undefined
  readonly opened: boolean
  readonly onClose: () => void
  readonly onNamed?: (version: Version) => void
}

/** Gives a version a name, or keeps the page as it is now by one. */
export function NameDialog(props: NameDialogProps) {
  const { t } = useTranslation()
  const { version, opened, onClose } = props
  const title = version === undefined ? 'version.name.titleNow' : 'version.name.title'
  return (
    <Dialog opened={opened} onClose={onClose} title={t(title)}>
      {opened ? <NameForm {...props} /> : null}
    </Dialog>
  )
}

function NameForm({ pageId, version, onClose, onNamed }: NameDialogProps) {
  const { t } = useTranslation()
  const keep = useKeepVersion()
  const rename = useNameVersion()
  const { form, submit, pending, problem } = useEntry({
    initial: { name: version?.name ?? '' },
    schema: keepVersion.body,
    words: { name: t('version.name.wrong') },
    send: async ({ name }) => {
      const named =
        version === undefined
          ? await keep.mutateAsync({ params: { pageId }, body: { name } })
          : await rename.mutateAsync({
              params: { pageId, versionId: version.id },
              body: { name, was: version.name },
            })
      onNamed?.(named)
      onClose()
    },
  })
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={t('version.name.label')}
        description={t('version.name.about')}
        placeholder={t('version.name.example')}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Problem error={problem} />
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="subtle" onClick={onClose}>
          {t('version.name.no')}
        </Button>
        <Button type="submit" variant="filled" loading={pending}>
          {t('version.name.yes')}
        </Button>
      </Group>
    </form>
  )
}

/** The server's own sentence says which name it has and who gave it. */
function Problem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  if (error === null) return null
  if (error instanceof Refused && error.reason === 'version.named')
    return <ErrorNotice happened={t('version.name.taken')} />
  return <RefusalNotice error={error} />
}
