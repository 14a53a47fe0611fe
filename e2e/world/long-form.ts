/** Whether journeys on real input take the time of hands and of every single keystroke: `npm run test:minutes`. */
export const isLongForm = process.env['LONG_FORM'] === 'yes'
