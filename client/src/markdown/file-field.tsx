import { FileInput } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChosenFile, readChosen } from './chosen-file.ts'

interface FileFieldProps {
  readonly onChosen: (chosen: Extract<ChosenFile, { ok: true }> | undefined) => void
}

/** Asks for a Markdown file, and says at once what is wrong with another one. */
export function FileField({ onChosen }: FileFieldProps) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (file: File | null) => {
    const chosen = file === null ? undefined : await readChosen(file)
    setProblem(chosen === undefined || chosen.ok ? null : t(`markdown.file.${chosen.problem}`))
    onChosen(chosen?.ok ? chosen : undefined)
  }
  return (
    <FileInput
      label={t('markdown.file.label')}
      description={t('markdown.file.about')}
      placeholder={t('markdown.file.choose')}
      accept=".md,.markdown,.txt,text/markdown,text/plain"
      leftSection={<IconFileText size={18} stroke={1.5} aria-hidden="true" />}
      error={problem}
      onChange={(file) => void take(file)}
      data-autofocus
    />
  )
}
