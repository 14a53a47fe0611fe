import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { zonesWith } from './own-zone.ts'

/** Chooses a time zone by typing a part of its name: "ber" finds Europe/Berlin. */
export function ZoneSelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation()
  const value = props.value ?? ''
  const data = useMemo(
    () =>
      zonesWith(...(value === '' ? [] : [value])).map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
      })),
    [value],
  )
  return (
    <Select
      label={t('account.zone.label')}
      description={t('account.zone.about')}
      nothingFoundMessage={t('account.zone.none')}
      searchable
      allowDeselect={false}
      limit={60}
      {...props}
      data={data}
    />
  )
}
