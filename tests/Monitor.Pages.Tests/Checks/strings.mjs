// Standard input: { browser, pages: [{ name, html }] }. Every page is rendered in a frame of its own, many frames a load; then
// everything in it is clicked, pointed at and focused.
// Standard output: { rendered: [{ name, texts }], fired: [{ name, kind, detail }], requests: [{ name, type, url }] };
// texts are those of the h3 and article elements that the browser made of the page.
import { offline, open, readInput } from './browser.mjs';

const origin = 'http://mail.test';
const framesALoad = 100;

/** Runs in every frame before anything that is in it. */
function watch() {
  if (globalThis === top) {
    globalThis.fired = [];
    return;
  }
  const name = location.pathname.slice(1);
  const tell = (kind, detail) => top.fired.push({ name, kind, detail: String(detail).slice(0, 200) });
  for (const call of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval']) globalThis[call] = (...all) => tell(call, all);
  addEventListener('error', (event) => { if (event instanceof ErrorEvent) tell('script', event.message); });
  addEventListener('unhandledrejection', (event) => tell('script', event.reason));
  addEventListener('click', (event) => { if (event.target.closest?.('a[href^="http"], a[href^="mailto:"]')) event.preventDefault(); }, true);
  const known = new Set(Object.getOwnPropertyNames(globalThis));
  globalThis.poke = () => {
    for (const element of document.querySelectorAll('*')) {
      for (const { name: attribute } of element.attributes) if (/^on/i.test(attribute)) tell('handler', element.outerHTML);
      const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
      if (href !== null && /^(javascript|data|vbscript):/.test(URL.parse(href, document.baseURI)?.protocol)) tell('link', element.outerHTML);
      for (const event of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'focusin', 'toggle', 'animationstart', 'transitionend', 'scroll', 'click']) {
        element.dispatchEvent(new MouseEvent(event, { bubbles: true, cancelable: true }));
      }
    }
    for (const global of Object.getOwnPropertyNames(globalThis)) if (!known.has(global) && global !== 'poke') tell('global', global);
  };
}

const { browser: executable, pages } = await readInput();
const browser = await open(executable);
const [rendered, requests, fired] = [[], [], []];
for (let at = 0; at < pages.length; at += framesALoad) {
  const some = pages.slice(at, at + framesALoad);
  const served = new Map(some.map(({ name, html }) => [`${origin}/${name}`, html]));
  served.set(`${origin}/`, `<!DOCTYPE html><title>batch</title>${some.map(({ name }) => `<iframe src="/${name}"></iframe>`).join('')}`);
  const context = await offline(browser, {}, served, (url, request) => {
    const from = request.frame().url().replace(`${origin}/`, '');
    requests.push({ name: from, type: request.resourceType(), url: url.slice(0, 300) });
  });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.on('dialog', (dialog) => { fired.push({ name: '', kind: 'dialog', detail: dialog.message() }); dialog.dismiss(); });
  page.on('popup', (popup) => fired.push({ name: '', kind: 'popup', detail: popup.url() }));
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  rendered.push(...await page.evaluate(() => [...document.querySelectorAll('iframe')].flatMap((frame) => {
    let inside, poke;
    try {
      ({ document: inside, poke } = frame.contentWindow);
    } catch {
      globalThis.fired.push({ name: frame.getAttribute('src').slice(1), kind: 'left', detail: 'the page has gone elsewhere' });
    }
    if (inside?.readyState !== 'complete' || !poke) return [];
    const texts = [...inside.querySelectorAll('h3, article')].map((element) => element.textContent);
    poke();
    return [{ name: frame.getAttribute('src').slice(1), texts }];
  })));
  // What a click has set off comes with the next turns of the loop.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  fired.push(...await page.evaluate(() => globalThis.fired));
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify({ rendered, fired, requests }));
