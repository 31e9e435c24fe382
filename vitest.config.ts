import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArgs, chromiumPath } from './chromium.config.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

// A function: Vitest writes into `instances`, so two projects must not share one object.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { ...(chromiumPath ? { executablePath: chromiumPath } : {}), args: chromiumArgs },
  }),
  instances: [{ browser: 'chromium' as const }],
})

const node = (name: string, folder: string, globalSetup: string[] = []) => ({
  root: path(folder),
  test: {
    name,
    environment: 'node' as const,
    globalSetup,
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  test: {
    // More than cores: many tests wait for a grace, a page or a process.
    maxWorkers: 4,
    projects: [
      node('sdk', 'packages/sdk'),
      node('ui-core', 'packages/ui'),
      node('dev-s3', 'apps/dev-s3'),
      node('demo-server', 'apps/demo-server', ['tests/fixture/postgres-for-tests.ts']),
      {
        extends: path('packages/ui/vite.config.ts'),
        root: path('packages/ui'),
        cacheDir: path('node_modules/.vite/ui'),
        test: { name: 'ui', include: ['src/**/*.test.tsx', 'tests/**/*.test.tsx'], browser: browser() },
      },
      {
        extends: path('packages/ui/vite.config.ts'),
        root: path('packages/ui'),
        cacheDir: path('node_modules/.vite/storybook'),
        plugins: [storybookTest({ configDir: path('packages/ui/.storybook') })],
        test: { name: 'storybook', browser: browser() },
      },
    ],
  },
})
