// Chromium without a window and without the network: every request is refused and told of.
import { chromium } from 'playwright-core';

export const open = (executablePath) => chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'],
});

/** A context in which only `serve` answers, by address. */
export async function offline(browser, options, serve, onRequest) {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (serve.has(url)) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: serve.get(url) });
    onRequest(url, route.request());
    return route.abort();
  });
  return context;
}

export async function readInput() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
