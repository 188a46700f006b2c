import type { RuleExample } from '../example.ts'
import { protocolExamples } from './protocols.ts'
import { webSocketExamples } from './websocket.ts'

export const upgradeExamples: readonly RuleExample[] = [...protocolExamples, ...webSocketExamples]
