export { createGone } from './gone.ts'
export { createMoved, type MovedOptions } from './moved.ts'
