import { Hono } from 'hono';
import type { StartProgress } from '#server/programme/open-demo';

/**
 * What the address shows while a new demo is being set up: a page that says how far it has come and asks again by itself
 * every two seconds, without script. `startProgress` passes on what it is told, and the page follows it.
 */
export function settingUp(startProgress: StartProgress): { readonly app: Hono; readonly startProgress: StartProgress } {
  const stages: { readonly label: string; share: number | undefined; ended: boolean }[] = [];
  const watched: StartProgress = (label) => {
    const line = startProgress(label);
    const stage: (typeof stages)[number] = { label, share: undefined, ended: false };
    stages.push(stage);
    return {
      at: (done, of = 0) => {
        stage.share = of > 0 ? done / of : undefined;
        line.at(done, of);
      },
      end: (outcome) => {
        stage.ended = true;
        line.end(outcome);
      },
    };
  };
  const app = new Hono();
  app.all('/api/*', (c) =>
    c.json({ code: 'setting-up', what: 'The demo is being set up; try again in a minute' }, 503),
  );
  app.get('*', (c) => c.html(page(stages.map(row).join('')), 503, { 'retry-after': '2', 'cache-control': 'no-store' }));
  return { app, startProgress: watched };
}

function row({ label, share, ended }: { label: string; share: number | undefined; ended: boolean }): string {
  const value = ended ? ' value="1"' : share === undefined ? '' : ` value="${share.toFixed(3)}"`;
  return `<li><label>${words[label] ?? label} <progress${value}></progress></label></li>`;
}

/** Labels of server/programme/open-demo.ts in bokmål. */
const words: Readonly<Record<string, string>> = { 'ten years of lives': 'Ti år med liv', import: 'Import' };

const page = (rows: string): string => `<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2"><title>Runde gjøres klar</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}ul{list-style:none;padding:0}
label{display:flex;justify-content:space-between;gap:1rem}progress{inline-size:14rem}</style></head>
<body><main><h1>Runde gjøres klar</h1><p>Et demoland lages første gang: oppdiktede kvinner, ti år med historie.</p>
<p lang="en">A demo country is being made, the first time only.</p><ul>${rows}</ul></main></body></html>`;
