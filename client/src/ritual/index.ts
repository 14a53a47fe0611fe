export { OfferAnswer } from './offer-answer.tsx'
export { RitualsForm } from './rituals-form.tsx'
