/** The pictures that somebody pastes or drops. Text that comes with a picture of itself, as from a table, is text. */
export const picturesIn = (given: DataTransfer | null): File[] => {
  if (given === null || given.getData('text/plain').trim() !== '') return []
  return [...given.files].filter(({ type }) => type.startsWith('image/'))
}

/** Lets somebody choose pictures from their device. */
export const choosePictures = (onChosen: (files: readonly File[]) => void): void => {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/*'
  field.multiple = true
  field.addEventListener('change', () => onChosen([...(field.files ?? [])]))
  field.click()
}
