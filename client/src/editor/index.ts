export { DocumentEditor } from './document-editor.tsx'
export type { DocumentEditorHandle, SurfaceProps as DocumentEditorProps } from './surface.tsx'
export type { Surroundings } from './surroundings.ts'
