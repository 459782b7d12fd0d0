import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';

export type View = {
  name: string;
  requests: number;
  bytes: number;
  /** Bytes over the wire by what they are. */
  html: number;
  script: number;
  style: number;
  font: number;
  other: number;
};

/** What crossed the wire in real Chromium while `work` ran, headers and all, compressed as it was sent. */
async function watch(page: Page, name: string, work: () => Promise<void>): Promise<View> {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const view: View = { name, requests: 0, bytes: 0, html: 0, script: 0, style: 0, font: 0, other: 0 };
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.fromDiskCache && !response.fromPrefetchCache) kinds.set(requestId, type);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === undefined) return;
    view.requests += 1;
    view.bytes += encodedDataLength;
    if (kind === 'Document') view.html += encodedDataLength;
    else if (kind === 'Script') view.script += encodedDataLength;
    else if (kind === 'Stylesheet') view.style += encodedDataLength;
    else if (kind === 'Font') view.font += encodedDataLength;
    else view.other += encodedDataLength;
  });
  await work();
  await page.waitForLoadState('networkidle');
  await session.detach();
  return view;
}

export async function measureViews(input: {
  executablePath: string;
  origin: string;
  lesson: string;
  question: string;
  cookie: string;
}): Promise<View[]> {
  const browser = await chromium.launch({
    executablePath: input.executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  try {
    const views: View[] = [];
    views.push(await fresh(browser, input, 'first lesson view, anonymous', input.lesson, false));
    views.push(await fresh(browser, input, 'first lesson view, signed in', input.lesson, true));
    const context = await signedIn(browser, input);
    const page = await context.newPage();
    await page.goto(`${input.origin}${input.lesson}`, { waitUntil: 'networkidle' });
    views.push(
      await watch(page, 'first question, after the lesson', async () => {
        await page.goto(`${input.origin}${input.question}`);
      }),
    );
    await context.close();
    views.push(await fresh(browser, input, 'first question, nothing cached', input.question, true));
    return views;
  } finally {
    await browser.close();
  }
}

type Who = { origin: string; cookie: string };

async function signedIn(browser: Browser, { origin, cookie }: Who): Promise<BrowserContext> {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  return context;
}

async function fresh(
  browser: Browser,
  who: Who,
  name: string,
  path: string,
  isSignedIn: boolean,
): Promise<View> {
  const context = isSignedIn ? await signedIn(browser, who) : await browser.newContext();
  const page = await context.newPage();
  const view = await watch(page, name, async () => {
    await page.goto(`${who.origin}${path}`);
  });
  await context.close();
  return view;
}
