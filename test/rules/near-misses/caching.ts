import type { NearMisses } from './near-miss.ts'

export const caching: NearMisses = {}
