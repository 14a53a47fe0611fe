import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePaletteActions } from './palette-actions.tsx'
import { palette, paletteStore } from './palette-store.ts'
import './palette.css'

/** Search over places, circles, pages and commands; `/` or Ctrl-K opens it. */
export function Palette() {
  const { t } = useTranslation()
  const groups: SpotlightActionGroupData[] = usePaletteActions()
  return (
    <Spotlight
      store={paletteStore}
      actions={groups}
      shortcut={['mod + K', '/']}
      limit={12}
      highlightQuery
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      maxHeight={420}
      nothingFound={t('app.nothingFound')}
      searchProps={{
        leftSection: <IconSearch size={20} stroke={1.5} aria-hidden="true" />,
        placeholder: t('app.searchPlaceholder'),
        'aria-label': t('app.search'),
      }}
      attributes={{ content: { 'aria-label': t('app.search') } }}
      onSpotlightClose={palette.close}
      classNames={{ content: 'palette', action: 'palette-action', actionsGroup: 'palette-group' }}
    />
  )
}
