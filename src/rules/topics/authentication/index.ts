import type { Rule } from '../../rule.ts'
import { basicRules } from './basic.ts'
import { bearerRules } from './bearer.ts'
import { bearerErrorRules } from './bearer-errors.ts'
import { digestRules } from './digest.ts'
import { digestSeriesRules } from './digest-series.ts'
import { dpopRules } from './dpop.ts'
import { dpopNonceRules } from './dpop-nonce.ts'
import { oauthExtensionRules } from './oauth-extensions.ts'
import { requiredRules } from './required.ts'
import { syntaxRules } from './syntax.ts'
import { tokenEndpointRules } from './token-endpoint.ts'

export const authenticationRules: readonly Rule[] = [
  ...requiredRules,
  ...syntaxRules,
  ...basicRules,
  ...digestRules,
  ...digestSeriesRules,
  ...bearerRules,
  ...bearerErrorRules,
  ...dpopRules,
  ...dpopNonceRules,
  ...oauthExtensionRules,
  ...tokenEndpointRules,
]
