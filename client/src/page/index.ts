export { EditableTitle } from './editable-title.tsx'
export { LinkedFrom } from './linked-from.tsx'
export { PageTitleLink } from './page-link.tsx'
export { usePage, usePages } from './queries.ts'
