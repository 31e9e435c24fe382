import { endpoints } from '@gallerist/sdk/contract'
import { defineRoute } from '../route.ts'

export const getMeRoute = defineRoute(endpoints.getMe, async ({ user }) => ({ body: user }))
