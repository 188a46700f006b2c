export { checkOptions } from './check-options.ts'
export { distanceOf } from './distance.ts'
export {
  fill,
  isMessage,
  type Message,
  type MessageValue,
  type MessageValues,
  message,
  needsFormatter,
  placesOf,
  textOf,
} from './message.ts'
export { OWN, say, type TextId, texts } from './texts.ts'
export { otherLanguage, pageLanguage, type Said, type Voice } from './voice.ts'
