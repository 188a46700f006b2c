import type { NearMisses } from './near-miss.ts'

export const redirection: NearMisses = {}
