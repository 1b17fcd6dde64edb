// Standard input: { browser, mails: [{ name, html }] }; browser is the path of Chromium, or null.
// Standard output: { browser: "its version" or null, findings: [{ mail, tool, rule, message }] }.
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { caniemail, rawData } from 'caniemail';
import { offline, open, readInput } from './browser.mjs';

// The rules that are left out are about web pages: in a mail styles stand inline, only Outlook on Windows reads conditional
// comments, a title is a subject, and tables are for layout.
const markup = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: { 'no-inline-style': 'off', 'no-conditional-comment': 'off', 'prefer-tbody': 'off', 'long-title': 'off' },
});

// The package's list of programs lacks Outlook.com, its data do not: it takes the place of one that nobody here uses.
for (const feature of rawData.data) {
  const outlookCom = feature.stats.outlook?.['outlook-com'];
  feature.stats.hey = outlookCom ? { 'desktop-webmail': outlookCom } : {};
}

const programs = {
  'Outlook on Windows': ['outlook.windows'],
  'Outlook.com': ['hey.desktop-webmail'],
  'Apple Mail': ['apple-mail.*'],
  Gmail: ['gmail.desktop-webmail', 'gmail.ios', 'gmail.android'],
};

/** Only Outlook on Windows reads conditional comments: it sees what they hold back from others and misses what they hide from it. */
const seenBy = (program, html) => program === 'Outlook on Windows'
  ? html.replace(/<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->/gs, '').replace(/<!--\[if mso\]>(.*?)<!\[endif\]-->/gs, '$1')
  : html;

const { browser: executable, mails } = await readInput();
const findings = [];
const find = (mail, tool, rule, message) => findings.push({ mail, tool, rule, message });

for (const { name, html } of mails) {
  const report = await markup.validateString(html, `${name}.html`);
  for (const message of report.results.flatMap((result) => result.messages)) {
    find(name, 'html-validate', message.ruleId, `${message.line}:${message.column} ${message.message}`);
  }

  for (const [program, clients] of Object.entries(programs)) {
    const { issues } = caniemail({ clients, html: seenBy(program, html) });
    const titles = new Set([...issues.errors.values()].flat().map((issue) => issue.title));
    for (const title of titles) find(name, 'caniemail', title, `${title} is not supported by ${program}`);
  }
}

let version = null;
if (executable) {
  const browser = await open(executable);
  version = browser.version();
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  const served = new Map(mails.map(({ name, html }) => [`http://mail.test/${name}`, html]));
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [390, 760]) {
      const context = await offline(browser, { colorScheme, viewport: { width, height: 900 } }, served, () => {});
      const page = await context.newPage();
      for (const { name } of mails) {
        await page.goto(`http://mail.test/${name}`);
        await page.addScriptTag({ path: axe });
        const violations = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations
          .flatMap((violation) => violation.nodes.map((node) => ({ id: violation.id, help: violation.help, html: node.html.slice(0, 200) }))));
        for (const { id, help, html } of violations) find(name, 'axe', id, `${colorScheme}, ${width} px: ${help}: ${html}`);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (excess > 0) find(name, 'width', 'overflow', `${colorScheme}, ${width} px: ${excess} px too wide`);
      }
      await context.close();
    }
  }
  await browser.close();
}

process.stdout.write(JSON.stringify({ browser: version, findings }));
