import { z } from 'zod'
import { userIdSchema } from './ids.ts'
import { openEnum } from './open-enum.ts'

export const roles = ['editor', 'admin'] as const
export type Role = (typeof roles)[number]

export const userSchema = z.object({ id: userIdSchema, name: z.string(), role: openEnum(roles) })
export type User = z.infer<typeof userSchema>

/** Answer of the demo's token endpoint; it exists only on a demo server on loopback. */
export const demoTokenSchema = z.object({ token: z.string(), expiresAt: z.iso.datetime(), user: userSchema })
export type DemoToken = z.infer<typeof demoTokenSchema>
