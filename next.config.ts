import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks the whole tree, tests included; a first start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Native or self-locating packages that a bundle would break.
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'postgres'],
  // The title comes in the head of the first HTML for everybody, not streamed behind the page.
  htmlLimitedBots: /.*/,
  images: { remotePatterns: [], unoptimized: true },
  experimental: {
    // Every page is authorized anew: nothing of one person's may be shown from a cache of this tab.
    staleTimes: { dynamic: 0, static: 30 },
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        ],
      },
    ];
  },
};

export default createNextIntlPlugin('./app/_i18n/request.ts')(config);
