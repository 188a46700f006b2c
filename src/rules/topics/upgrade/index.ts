import type { Rule } from '../../rule.ts'
import { protocolRules } from './protocols.ts'
import { webSocketRules } from './websocket.ts'

export const upgradeRules: readonly Rule[] = [...protocolRules, ...webSocketRules]
