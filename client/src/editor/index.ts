export { DocumentEditor } from './document-editor.tsx'
export { ShortcutList } from './keys/shortcut-list.tsx'
export type { DocumentEditorHandle, SurfaceProps as DocumentEditorProps } from './surface.tsx'
export type { Lookups, MemberFound, MemberLook, PageFound, Surroundings } from './surroundings.ts'
