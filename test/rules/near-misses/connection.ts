import type { NearMisses } from './near-miss.ts'

export const connection: NearMisses = {}
