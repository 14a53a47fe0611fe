export { shownImages, useImages } from './use-images.tsx'
