import {
  Anchor,
  Button,
  Checkbox,
  Combobox,
  Input,
  InputWrapper,
  type MantineThemeComponents,
  Menu,
  Modal,
  Notification,
  Popover,
  Radio,
  SegmentedControl,
  Switch,
  Tabs,
  Tooltip,
} from '@mantine/core'

const ink = 'var(--c-ink)'
const paper = 'var(--c-paper)'

/** How each control looks when nobody says otherwise: ink for state, ember for the one primary button only. */
export const controls: MantineThemeComponents = {
  Anchor: Anchor.extend({ defaultProps: { c: 'inherit', underline: 'always' } }),
  Button: Button.extend({ defaultProps: { variant: 'default' }, classNames: { root: 'control-button' } }),
  Checkbox: Checkbox.extend({
    defaultProps: { color: ink, iconColor: paper },
    classNames: { input: 'control-box' },
  }),
  Combobox: Combobox.extend({ defaultProps: { shadow: 'none' }, classNames: { dropdown: 'floating' } }),
  Input: Input.extend({ classNames: { input: 'control-input' } }),
  InputWrapper: InputWrapper.extend({
    classNames: { label: 'control-label', description: 'control-hint', error: 'control-error' },
  }),
  Menu: Menu.extend({
    defaultProps: { shadow: 'none', withInitialFocusPlaceholder: false },
    classNames: { dropdown: 'floating', item: 'floating-item' },
  }),
  Modal: Modal.extend({
    defaultProps: { shadow: 'none', centered: true, overlayProps: { backgroundOpacity: 0.3 } },
  }),
  Notification: Notification.extend({
    classNames: { root: 'message', description: 'message-text', closeButton: 'message-close' },
  }),
  Popover: Popover.extend({ defaultProps: { shadow: 'none' }, classNames: { dropdown: 'floating' } }),
  Radio: Radio.extend({
    defaultProps: { color: ink, iconColor: paper },
    classNames: { radio: 'control-box' },
  }),
  SegmentedControl: SegmentedControl.extend({
    classNames: { root: 'segmented', indicator: 'segmented-mark', label: 'segmented-label' },
  }),
  Switch: Switch.extend({
    defaultProps: { color: ink, withThumbIndicator: false },
    classNames: { track: 'control-track', thumb: 'control-thumb', input: 'control-switch' },
  }),
  Tabs: Tabs.extend({ defaultProps: { color: ink } }),
  Tooltip: Tooltip.extend({
    defaultProps: { multiline: true, maw: 260, events: { hover: true, focus: true, touch: false } },
    classNames: { tooltip: 'hint' },
  }),
}
