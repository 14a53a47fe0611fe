import {
  Anchor,
  Button,
  Checkbox,
  Input,
  type MantineThemeComponents,
  Menu,
  Modal,
  Popover,
  Radio,
  SegmentedControl,
  Switch,
  Tabs,
  Tooltip,
} from '@mantine/core'

const ink = 'var(--c-ink)'

/** How each control looks when nobody says otherwise: ink for state, ember for the one primary button only. */
export const controls: MantineThemeComponents = {
  Anchor: Anchor.extend({ defaultProps: { c: 'inherit', underline: 'always' } }),
  Button: Button.extend({ defaultProps: { variant: 'default' }, classNames: { root: 'button' } }),
  Checkbox: Checkbox.extend({ defaultProps: { color: ink, iconColor: 'var(--c-paper)' } }),
  Input: Input.extend({ classNames: { input: 'input' } }),
  Menu: Menu.extend({ defaultProps: { shadow: 'none' }, classNames: { dropdown: 'floating' } }),
  Modal: Modal.extend({
    defaultProps: { shadow: 'none', centered: true, overlayProps: { backgroundOpacity: 0.3 } },
  }),
  Popover: Popover.extend({ defaultProps: { shadow: 'none' }, classNames: { dropdown: 'floating' } }),
  Radio: Radio.extend({ defaultProps: { color: ink, iconColor: 'var(--c-paper)' } }),
  SegmentedControl: SegmentedControl.extend({
    classNames: { root: 'segmented', indicator: 'segmented-mark' },
  }),
  Switch: Switch.extend({ defaultProps: { color: ink } }),
  Tabs: Tabs.extend({ defaultProps: { color: ink } }),
  Tooltip: Tooltip.extend({
    defaultProps: { multiline: true, maw: 260, events: { hover: true, focus: true, touch: false } },
  }),
}
