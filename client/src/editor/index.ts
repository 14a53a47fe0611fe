export { DocumentEditor, type EditorProps as DocumentEditorProps } from './document-editor.tsx'
export type { DocumentEditorHandle } from './surface.tsx'
export type { Surroundings } from './surroundings.ts'
