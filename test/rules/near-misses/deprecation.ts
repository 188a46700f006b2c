import type { NearMisses } from './near-miss.ts'

export const deprecation: NearMisses = {}
