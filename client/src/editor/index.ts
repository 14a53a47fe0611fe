export { DocumentEditor, type EditorProps as DocumentEditorProps } from './document-editor.tsx'
export type { AnnotationAsked, Images, Taken, WaitingImage, WaitingImages } from './images/waiting-images.ts'
export type { DocumentEditorHandle } from './surface.tsx'
export type { Surroundings } from './surroundings.ts'
