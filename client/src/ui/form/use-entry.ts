import { type UseFormReturnType, useForm } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Refused } from '../../platform/refused.ts'
import { schemaErrors, serverErrors } from './field-errors.ts'

interface EntryOptions<Values extends Record<string, unknown>> {
  readonly initial: Values
  /** What the contract takes; checked before anything is sent. */
  readonly schema?: z.ZodType | undefined
  /** What a field asks for, by its path: stands under it when it is not right. */
  readonly words: Readonly<Record<string, string>>
  readonly send: (values: Values) => Promise<unknown>
}

interface Entry<Values extends Record<string, unknown>> {
  readonly form: UseFormReturnType<Values>
  readonly submit: (event?: FormEvent<HTMLFormElement>) => void
  readonly pending: boolean
  /** Why it was not done, unless a field says so already. */
  readonly problem: unknown
}

/**
 * Something to fill in: checked by the contract, refused at the field it is about, and never emptied by an error.
 * The first wrong field gets the focus.
 */
export function useEntry<Values extends Record<string, unknown>>(
  options: EntryOptions<Values>,
): Entry<Values> {
  const { initial, schema, words, send } = options
  const { t, i18n } = useTranslation()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm<Values>({
    initialValues: initial,
    validate: (values) => schemaErrors(schema, values, words),
    onSubmitPreventDefault: 'always',
  })

  const show = (errors: Record<string, string>) => {
    form.setErrors(errors)
    const first = Object.keys(errors)[0]
    if (first !== undefined) form.getInputNode(first)?.focus()
  }
  const refuse = (error: unknown) => {
    const translated = (reason: string) => (i18n.exists(reason) ? t(reason) : undefined)
    const errors = serverErrors(error, Object.keys(form.getValues()), translated)
    if (Object.keys(errors).length > 0) show(errors)
    else setProblem(error instanceof Refused || error instanceof Error ? error : new Error(String(error)))
  }
  const submit = form.onSubmit(
    async (values) => {
      setProblem(null)
      setPending(true)
      try {
        await send(values)
      } catch (error) {
        refuse(error)
      } finally {
        setPending(false)
      }
    },
    (errors) => show(errors as Record<string, string>),
  )
  return { form, submit, pending, problem }
}
