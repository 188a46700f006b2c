import { bearer } from './authentication/bearer.ts'
import { digest } from './authentication/digest.ts'
import { dpop } from './authentication/dpop.ts'
import { schemes } from './authentication/schemes.ts'
import { tokenEndpoint } from './authentication/token-endpoint.ts'
import type { NearMisses } from './near-miss.ts'

export const authentication: NearMisses = { ...schemes, ...digest, ...bearer, ...dpop, ...tokenEndpoint }
