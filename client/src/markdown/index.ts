export { ImportButton } from './import-dialog.tsx'
export { MarkdownItems } from './markdown-items.tsx'
export { ReplaceDialog } from './replace-dialog.tsx'
