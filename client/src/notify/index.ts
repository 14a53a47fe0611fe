export { Bell } from './bell.tsx'
export { ChoicesForm } from './choices-form.tsx'
export { useNotifications, useReadNotifications } from './queries.ts'
