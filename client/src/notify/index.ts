export { Bell } from './bell.tsx'
export { ChoicesForm } from './choices-form.tsx'
